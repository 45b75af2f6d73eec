import { afterEach, describe, expect, test, vi } from "vitest";
import { touchKeys } from "#core/history/touched-cells.ts";
import { planId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { canonicalJson } from "#exchange/archive/canonical-json.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { sha256Hex } from "#exchange/sha256.ts";
import { changesSchema } from "#renderer/data/db/change-row.ts";
import { namesOfRow } from "#renderer/data/db/names-row.ts";
import { probeDatabase } from "#renderer/data/db/probe-database.ts";
import { SCHEMA_VERSION, WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { replayAll } from "#renderer/data/recovery/replay-into.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { buildPlan } from "./build-plan.ts";
import { VERSION_1 } from "./database-of-version-1.ts";
import { createPastDatabase, type PastVersion, readNatively } from "./past-version.ts";
import { PAST_VERSIONS } from "./past-versions.ts";
import { freshName, openStore, planOf, valueOf } from "./open-for-test.ts";
import { openNatively } from "./open-natively.ts";
import { contentHash, rewritten } from "./rewritten.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";
import { failInUpgrade } from "./fail-in-upgrade.ts";

const EDITED = planId("draft-id-3");
const NEXT = planId("draft-id-5");
const BUNDLED = planId("enping-13");

afterEach(() => {
  vi.restoreAllMocks();
});

/** A database of a past version. */
async function past(version: PastVersion): Promise<string> {
  const name = freshName();
  await createPastDatabase([version, name]);
  return name;
}

/** A database of a past version with the program's database opened over it. */
async function upgraded(
  version: PastVersion,
): Promise<{ readonly name: string; readonly db: WorkbenchDatabase }> {
  const name = await past(version);
  const db = new WorkbenchDatabase(name);
  await db.open();
  return { name, db };
}

/** The stores of a database with their keys and indexes. */
async function layoutOf(name: string): Promise<unknown> {
  const db = await openNatively(name);
  const stores = [...db.objectStoreNames];
  const transaction = db.transaction(stores);
  const layout = stores.map((store) => {
    const { keyPath, autoIncrement, indexNames } = transaction.objectStore(store);
    return { store, keyPath, autoIncrement, indexes: [...indexNames] };
  });
  const { version } = db;
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  db.close();
  return { version, layout };
}

const seeds = () => seedBundleOf(2, [buildPlan("enping-13", 4)]);

test("the version of this program is frozen before it is shipped, and those before it stay", () => {
  expect(PAST_VERSIONS.map(({ version }) => version)).toEqual(PAST_VERSIONS.map((_, at) => at + 1));
  expect([SCHEMA_VERSION - 1, SCHEMA_VERSION]).toContain(PAST_VERSIONS.length);
});

/** SHA-256 of each version as it was frozen, over the canonical JSON of all that is known of it. */
const FROZEN = [
  "aa26666986d3439ebebdcccf80293798324cc3f745d35e784bb1202fba22806b",
  "8a0047370061fe77ca3fed228ade62d02afae6725b2fadc5d213caa4215fd1d0",
  "7973c93c18ca1c1ec07b92f6c9f24a3f1522cb63eb77654b6502c7c0b96da069",
  "4256328a1e26bf287bf659d6e35b1c04e3e1c4b600da0ac6e8fa7ef23c0df946",
];

test("no version that was frozen is another one afterwards", async () => {
  const hashes = PAST_VERSIONS.map((version) => sha256Hex(canonicalJson(version)));
  expect(await Promise.all(hashes)).toEqual(FROZEN);
});

test("a frozen version that this program still writes lies there after opening as it lay before, and gives the plan files of then", async () => {
  for (const version of PAST_VERSIONS.filter((each) => each.version === SCHEMA_VERSION)) {
    const name = await past(version);
    const before = await readNatively(name);
    const db = new WorkbenchDatabase(name);
    await db.open();
    const plans = new PlanRepository(db);
    const written = Object.entries(version.planFiles).map(async ([id, file]) => {
      const stored = await plans.read(planId(id));
      const hashes = [file, stored && writePlanFile(stored.plan)].map((each) =>
        sha256Hex(canonicalJson(each)),
      );
      return Promise.all(hashes);
    });
    for (const [then, now] of await Promise.all(written)) expect(now).toBe(then);
    db.close();
    expect(await readNatively(name)).toEqual(before);
  }
});

describe.each(PAST_VERSIONS)("a database of version $version", (version) => {
  test("becomes what a new one is: the same stores, keys and indexes", async () => {
    const { name, db } = await upgraded(version);
    db.close();
    const fresh = new WorkbenchDatabase(freshName());
    await fresh.open();
    fresh.close();
    expect(await layoutOf(name)).toEqual(await layoutOf(fresh.name));
    expect(await layoutOf(name)).toMatchObject({ version: SCHEMA_VERSION * 10 });
  });

  test("holds what this program would have written for the same contents, by one hash", async () => {
    const { name, db } = await upgraded(version);
    const fresh = await rewritten(db, freshName());
    db.close();
    expect(await readNatively(name)).toEqual(await readNatively(fresh));
    expect(await contentHash(name)).toBe(await contentHash(fresh));
  });

  test("keeps every entry of the journal as it was written, and attached originals", async () => {
    const { name, db } = await upgraded(version);
    db.close();
    const { rows } = await readNatively(name);
    const { journal, documentTexts = [] } = version.rows;
    expect(rows["journal"]).toEqual(journal);
    expect(rows["documentTexts"]).toEqual(documentTexts);
  });

  test("holds the plans that its program wrote into plan files", async () => {
    const { db } = await upgraded(version);
    const plans = new PlanRepository(db);
    for (const [id, file] of Object.entries(version.planFiles)) {
      const stored = (await plans.read(planId(id)))?.plan;
      expect(stored && readPlanFile(file, stored.origin)).toEqual({ ok: true, value: stored });
    }
    db.close();
  });

  test("has a journal from which its drafts follow again, and its index by cells", async () => {
    const { db } = await upgraded(version);
    const journal = await db.journal.toArray();
    const replayed = valueOf(
      await replayAll({
        before: () => Promise.resolve(null),
        parentOf: () => Promise.resolve(undefined),
        entries: journal,
      }),
    );
    const plans = new PlanRepository(db);
    for (const [id, there] of replayed) {
      const stored = await plans.read(id);
      expect(stored?.plan).toEqual(there?.plan);
      if (there !== null) expect(stored?.book).toMatchObject(there.book);
    }
    const expected = journal.flatMap(({ plan, sequence, changes }) =>
      touchKeys(changesSchema.parse(changes)).map((cell) => ({ plan, cell, sequence })),
    );
    const touches = await db.touches.toArray();
    db.close();
    expect(touches).toHaveLength(expected.length);
    expect(touches).toEqual(expect.arrayContaining(expected));
  });

  test("is upgraded once when two windows open it together, and both work on it", async () => {
    const name = await past(version);
    const [first, second] = await Promise.all([
      openStore(name, await seeds()),
      openStore(name, await seeds()),
    ]);
    const own = (await first.readLibrary()).filter(({ origin }) => origin === "own");
    for (const { id } of own) {
      if ((await first.readHistory(id))?.canUndo !== true) continue;
      valueOf(await first.undo(id));
      expect(await planOf(first, id)).toEqual(await planOf(second, id));
      valueOf(await second.redo(id));
      expect(await planOf(first, id)).toEqual(await planOf(second, id));
    }
    expect((await planOf(second, BUNDLED)).indicators).toHaveLength(4);
  });
});

describe.each(PAST_VERSIONS.filter(({ version }) => version < SCHEMA_VERSION))(
  "an upgrade from version $version",
  (version) => {
    test("that breaks off at any step leaves all as it was, and the next start makes it whole", async () => {
      const name = await past(version);
      const before = await readNatively(name);
      const golden = await upgraded(version);
      golden.db.close();
      let steps = 0;
      for (; ; steps += 1) {
        vi.spyOn(console, "error").mockImplementation(() => undefined);
        const failure = failInUpgrade(steps);
        const db = new WorkbenchDatabase(name);
        const opened = await db.open().then(
          () => true,
          () => false,
        );
        db.close();
        vi.restoreAllMocks();
        if (!failure.failed) break;
        expect(opened).toBe(false);
        expect(await readNatively(name)).toEqual(before);
      }
      expect(steps).toBeGreaterThan(0);
      expect(await contentHash(name)).toBe(await contentHash(golden.name));
    });

    test("is what a program of that version refuses to open", async () => {
      const { name, db } = await upgraded(version);
      db.close();
      expect(await probeDatabase(name, version.version)).toEqual({
        ok: false,
        error: { kind: "newer-database", found: SCHEMA_VERSION, known: version.version },
      });
    });
  },
);

describe("version 1", () => {
  test("turns the tasks that statements named in free text into entries, one for each text", async () => {
    const { db } = await upgraded(VERSION_1);
    const plan = (await new PlanRepository(db).read(EDITED))?.plan;
    db.close();
    const entry = { kind: "project", parent: null, bodies: [], note: null };
    expect(plan?.tasks).toEqual([
      {
        ...entry,
        id: "draft-id-3/t001",
        name: "省级工程中心挂牌",
        year: 2018,
        evidence: { document: "a.txt", line: 3, start: 30, end: 38 },
      },
      { ...entry, id: "draft-id-3/t002", name: "科技信贷风险准备金", year: null, evidence: null },
    ]);
    expect(plan?.statements.flatMap(({ id, task }) => (task === null ? [] : [[id, task]]))).toEqual([
      ["draft-id-3/s004", "draft-id-3/t001"],
      ["draft-id-3/s005", "draft-id-3/t001"],
      ["draft-id-3/s006", "draft-id-3/t002"],
    ]);
  });

  test("keeps the names of its indicators and all else of its records", async () => {
    const { db } = await upgraded(VERSION_1);
    for (const row of VERSION_1.rows.plans) {
      const { summary, ...record } = row;
      const rest = Object.entries(record).filter(([key]) => key !== "values" && key !== "statuses");
      const { indicatorNames, ...others } = summary;
      const after = await db.plans.get(row.id);
      expect(after).toMatchObject({ ...Object.fromEntries(rest), summary: others });
      const names = await db.names.get(row.id);
      expect(names && namesOfRow(names)).toEqual(indicatorNames);
    }
    db.close();
  });
});

describe("the workbench over a database of version 1", () => {
  test("keeps the planner's drafts, whose edits can be undone and brought again", async () => {
    const name = await past(VERSION_1);
    const store = await openStore(name, await seeds());
    expect((await store.readLibrary()).map(({ id }) => id)).toEqual([BUNDLED, NEXT, EDITED]);
    const edited = await planOf(store, EDITED);
    expect(edited.title).toBe("恩平市“十五五”科技规划草案");
    expect(edited.indicators[0]?.rejected.map(({ text }) => text)).toEqual(["3—2家"]);
    expect(await store.readHistory(EDITED)).toMatchObject({ canUndo: true, canRedo: true });

    valueOf(await store.redo(EDITED));
    expect((await planOf(store, EDITED)).indicators[2]?.name).toBe("高新技术企业");
    for (let edits = 0; edits < 3; edits += 1) valueOf(await store.undo(EDITED));
    const first = await planOf(store, EDITED);
    expect(first.indicators[0]?.rejected).toEqual([]);
    expect(observationAt(first.observations, 0, year(2016))).toBeNull();
    expect(await store.undo(EDITED)).toEqual({ ok: false, error: { kind: "nothing-to-undo" } });
    expect(first.tasks).toHaveLength(2);
  });

  test("gets the bundled plans of the new program", async () => {
    const name = await past(VERSION_1);
    const store = await openStore(name, await seeds());
    const bundled = await planOf(store, BUNDLED);
    expect(bundled.indicators).toHaveLength(4);
    expect(bundled.outline).toEqual([{ heading: "一、总体目标", level: 1, line: 6, start: 40 }]);
  });
});
