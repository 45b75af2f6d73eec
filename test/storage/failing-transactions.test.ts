import { afterEach, expect, test, vi } from "vitest";
import type { Command } from "#core/command/command.ts";
import { disputedBase } from "#core/merge/disputed-base.ts";
import { mergePlans } from "#core/merge/merge-plans.ts";
import { year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { executeCommand } from "#renderer/data/journal/edit-plan.ts";
import { takeInPlans, type TakenPlan } from "#renderer/data/journal/take-in-plans.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { buildPlan } from "./build-plan.ts";
import { readNatively } from "./past-version.ts";
import { freshName, valueOf } from "./open-for-test.ts";
import { IS_FULL, tellRow } from "./torture-run.ts";
import { watchWrites } from "./watch-writes.ts";

/** How many failing writes there are at least. */
const POINTS = IS_FULL ? 1_000 : 1;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A database with a draft of as many indicators; every turn has its own. */
async function begun(rows: number) {
  const db = new WorkbenchDatabase(freshName());
  await db.open();
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const tools = { db, plans: new PlanRepository(db), now: () => 1, newId, author: () => null };
  const plan = buildPlan("p", rows);
  valueOf(await takeInPlans(tools, [{ plan, how: { kind: "add" } }]));
  const stored = await tools.plans.read(plan.id);
  if (stored === null) throw new Error("The draft is not there");
  return { tools, draft: stored.plan };
}

const typed = ({ indicators }: Plan, from: number, text: string): Command => ({
  type: "editCells",
  edits: indicators
    .slice(from, from + 3)
    .map(({ id }) => ({ indicator: id, field: { kind: "observation", year: year(2016) } as const, text })),
});

type Begun = Awaited<ReturnType<typeof begun>>;

/** What a planner does in one transaction each. */
const DEEDS: Readonly<Record<string, (begun: Begun, turn: number) => Promise<unknown>>> = {
  save: ({ tools, draft }, turn) => executeCommand(tools, draft.id, typed(draft, turn % 5, String(turn))),
  import: ({ tools }, turn) =>
    takeInPlans(tools, [
      { plan: buildPlan(`q-${turn}`, turn === 1 ? 203 : 3), how: { kind: "add" } },
      { plan: buildPlan("r", 3), how: { kind: "copy", title: "副本" } },
    ]),
  restore: ({ tools, draft }, turn) =>
    takeInPlans(tools, [replaced({ ...edited(draft, turn), title: `第${turn}稿` })]),
  merge: ({ tools, draft }, turn) => {
    const theirs = edited(draft, turn);
    const { plan } = mergePlans({ base: disputedBase(draft, theirs), ours: draft, theirs }, () => "theirs");
    return takeInPlans(tools, [replaced(plan), { plan: theirs, how: { kind: "copy", title: "对方的稿" } }]);
  },
};

const replaced = (plan: Plan): TakenPlan => ({ plan, how: { kind: "replace", entry: 0 } });

function edited(draft: Plan, turn: number): Plan {
  const [first, ...rest] = draft.indicators;
  if (first === undefined) throw new Error("The draft has no rows");
  return { ...draft, indicators: [{ ...first, name: `第${turn}次的名称` }, ...rest] };
}

/** Lets the first write of a deed fail, then the second, and so on until all get through; counts what was found by half. */
async function failEveryWrite(deed: (turn: number) => Promise<unknown>, database: string, turn: number) {
  const before = await readNatively(database);
  let halves = 0;
  for (let point = 0; ; point += 1) {
    const seen = { writes: 0, failed: false };
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    watchWrites(({ transaction }) => {
      if (seen.writes === point && !seen.failed) {
        seen.failed = true;
        transaction.abort();
      }
      seen.writes += 1;
    });
    const outcome = await deed(turn).then(
      () => "done",
      () => "refused",
    );
    vi.restoreAllMocks();
    const after = await readNatively(database);
    const isUntouched = JSON.stringify(after) === JSON.stringify(before);
    if (!seen.failed) return { points: point, halves: halves + (isUntouched || outcome !== "done" ? 1 : 0) };
    if (!isUntouched || outcome !== "refused") halves += 1;
  }
}

test("whichever write fails in saving, importing, restoring or merging, all of it is there or nothing, and the next try works", async () => {
  const figures = { points: 0, halves: 0 };
  const before = await begun(203);
  const database = before.tools.db.name;
  for (let turn = 1; figures.points < POINTS; turn += 1) {
    for (const deed of Object.values(DEEDS)) {
      const { points, halves } = await failEveryWrite((at) => deed(before, at), database, turn);
      figures.points += points;
      figures.halves += halves;
    }
  }
  before.tools.db.close();
  tellRow({ goal: 8, runs: figures.points, ok: figures.halves === 0, figures });
  expect(figures).toMatchObject({ halves: 0 });
}, 600_000);
