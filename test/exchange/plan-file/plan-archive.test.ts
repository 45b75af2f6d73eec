import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Plan } from "#core/plan/plan.ts";
import { writeArchive } from "#exchange/archive/archive.ts";
import { ARCHIVE_LIMITS, BACKUP_LIMITS } from "#exchange/archive/archive-limits.ts";
import { canonicalJson } from "#exchange/archive/canonical-json.ts";
import { type BrokenPlan, readPlanArchive, writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { seedPlan } from "../../seed-plan.ts";
import { planArbitrary } from "../../core/plan/arbitraries.ts";

const SEED = seedPlan("enping-13");
const own = { ...SEED, origin: "own" as const };
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The same plan under another id, with which the ids of its parts begin. */
function renamed(plan: Plan, id: string): Plan {
  const text = JSON.stringify(writePlanFile(plan)).replaceAll(`"${plan.id}`, `"${id}`);
  const read = readPlanFile(JSON.parse(text), "own");
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe("a plan file on the disk", () => {
  test("gives back the plans and what the database knows beside them", async () => {
    const workbench = { store: "main", books: [{ plan: own.id, revision: 3 }] };
    const read = await readPlanArchive(await writePlanArchive({ plans: [own], workbench }));
    expect(read).toEqual({ ok: true, value: { plans: [own], workbench } });
  });

  test("written, read and written again has the same bytes, for any plans in any order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planArbitrary(), { minLength: 1, maxLength: 3 }), async (made) => {
        const plans = made.map((plan, index) => renamed(plan, `p-${index}`));
        const first = await writePlanArchive({ plans, workbench: null });
        const read = await readPlanArchive(first);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const again = { ...read.value, plans: [...read.value.plans].reverse() };
        expect(await writePlanArchive(again)).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  test("may also be the JSON of one plan, with or without a mark in front", async () => {
    const json = JSON.stringify(writePlanFile(SEED));
    for (const text of [json, `\ufeff${json}`])
      expect(await readPlanArchive(bytesOf(text))).toEqual({
        ok: true,
        value: { plans: [own], workbench: null },
      });
  });

  test("a bundled plan comes back as the planner's own", async () => {
    const read = await readPlanArchive(await writePlanArchive({ plans: [SEED], workbench: null }));
    expect(read.ok && read.value.plans[0]?.origin).toBe("own");
  });
});

test("a backup with more of one text than a workbook may unpack to comes back", async () => {
  const workbench = { notes: "全县".repeat(10_000_000) };
  const bytes = await writePlanArchive({ plans: [own], workbench });
  const asWorkbook = await readPlanArchive(bytes, ARCHIVE_LIMITS);
  expect(asWorkbook).toMatchObject({ error: { kind: "unpacks-too-large" } });
  const read = await readPlanArchive(bytes, BACKUP_LIMITS);
  expect(read.ok && read.value.plans).toEqual([own]);
});

test("plans that do not hold together are named and left out where that is asked for, unless there is no other", async () => {
  const other = { ...renamed(own, "p-1"), title: "引文缺失的稿", documents: [] };
  const bytes = await writePlanArchive({ plans: [own, other], workbench: null });
  const reason = { kind: "unknown-reference", id: own.documents[0]?.file };
  const refused = { ok: false, error: { kind: "broken-plan", entry: "plans/p-1.json", reason: { reason } } };
  expect(await readPlanArchive(bytes)).toMatchObject(refused);
  const broken: BrokenPlan[] = [];
  const leaveOut = (plan: BrokenPlan) => void broken.push(plan);
  const read = await readPlanArchive(bytes, BACKUP_LIMITS, undefined, leaveOut);
  expect(read.ok && read.value.plans).toEqual([own]);
  expect(broken).toMatchObject([{ entry: "plans/p-1.json", title: "引文缺失的稿", reason: { reason } }]);
  const alone = await writePlanArchive({ plans: [other], workbench: null });
  expect(await readPlanArchive(alone, BACKUP_LIMITS, undefined, leaveOut)).toMatchObject(refused);
});

describe("a file that is no plan file is refused with a reason:", () => {
  const plan = canonicalJson(writePlanFile(SEED));
  const archive = (files: Readonly<Record<string, string>>) =>
    writeArchive(new Map(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])));

  test.each([
    [
      "a picture",
      () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      { kind: "not-an-archive" },
    ],
    ["JSON that is far too long", () => new Uint8Array(50 * 1024 ** 2 + 1).fill(32), { kind: "too-large" }],
    ["nothing", () => new Uint8Array(), { kind: "not-an-archive" }],
    [
      "another program's zip",
      () => zipSync({ "word/document.xml": bytesOf("<!DOCTYPE x>") }),
      { kind: "unknown-entry" },
    ],
    ["no plan", () => archive({}), { kind: "no-plan" }],
    [
      "a broken plan",
      () => archive({ "plans/enping-13.json": "{}" }),
      { kind: "broken-plan", entry: "plans/enping-13.json" },
    ],
    ["a plan under another's name", () => archive({ "plans/other.json": plan }), { kind: "misnamed-plan" }],
    [
      "no JSON in it",
      () => archive({ "plans/enping-13.json": "<x/>" }),
      { kind: "unreadable-entry", reason: { kind: "no-json" } },
    ],
    ["JSON of something else", () => bytesOf("[]"), { kind: "broken-plan", entry: null }],
    [
      "nested without end",
      () => bytesOf("[".repeat(100_000)),
      { kind: "unreadable-entry", reason: { kind: "too-deep" } },
    ],
  ] as const)("%s", async (_what, make, error) => {
    expect(await readPlanArchive(await make())).toMatchObject({ ok: false, error });
  });

  test("keys that would change what a record is are dropped, and unknown ones refused", async () => {
    const withProto = `{"__proto__":{"polluted":true},${plan.slice(1)}`;
    const read = await readPlanArchive(bytesOf(withProto));
    expect(read).toMatchObject({ ok: true, value: { plans: [{ id: own.id }] } });
    expect("polluted" in {}).toBe(false);
    const unknown = await readPlanArchive(bytesOf(`{"constructor":1,${plan.slice(1)}`));
    expect(unknown).toMatchObject({ ok: false, error: { kind: "broken-plan" } });
  });
});
