import { afterEach, describe, expect, test, vi } from "vitest";
import { touchKeys } from "#core/history/touched-cells.ts";
import { planId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { changesSchema } from "#renderer/data/db/change-row.ts";
import { splitNames } from "#renderer/data/db/joined-names.ts";
import { toProgrammeRow } from "#renderer/data/db/programme-row.ts";
import { probeDatabase } from "#renderer/data/db/probe-database.ts";
import { SCHEMA_VERSION, WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import { toChunkRows, toPlanRow } from "#renderer/data/repositories/plan-mapping.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { buildPlan } from "./build-plan.ts";
import { createVersion1, readNatively, rowsOfVersion1 } from "./database-of-version-1.ts";
import { freshName, keepingBridge, openStore, planOf, valueOf } from "./open-for-test.ts";
import { openNatively } from "./open-natively.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";
import { watchWrites } from "./watch-writes.ts";

const EDITED = planId("draft-id-3");
const NEXT = planId("draft-id-5");
const BUNDLED = planId("enping-13");

afterEach(() => {
  vi.restoreAllMocks();
});

/** A database of version 1 with the program's database opened over it. */
async function upgraded(): Promise<{ readonly name: string; readonly db: WorkbenchDatabase }> {
  const name = freshName();
  await createVersion1(name);
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
  db.close();
  return { version, layout };
}

describe("a database of version 1", () => {
  test("becomes what a new one is: the same stores, keys and indexes", async () => {
    const { name, db } = await upgraded();
    db.close();
    const fresh = new WorkbenchDatabase(freshName());
    await fresh.open();
    fresh.close();
    expect(await layoutOf(name)).toEqual(await layoutOf(fresh.name));
    expect(await layoutOf(name)).toMatchObject({ version: 20 });
  });

  test("holds its plans as this program would have written them", async () => {
    const { db } = await upgraded();
    const repository = new PlanRepository(db);
    for (const id of [BUNDLED, EDITED, NEXT]) {
      const stored = await repository.read(id);
      if (stored === null) throw new Error(`${id} is gone`);
      expect(await db.plans.get(id)).toEqual(toPlanRow(stored.plan, stored.book));
      const chunks = await db.chunks.where("[plan+index]").between([id, 0], [id, 9]).toArray();
      expect(chunks).toEqual(toChunkRows(stored.plan, stored.book.chunkRevisions));
      expect(await db.programmes.get(id)).toEqual(toProgrammeRow(stored.plan, stored.book.generation));
    }
    db.close();
  });

  test("turns the tasks that statements named in free text into entries, one for each text", async () => {
    const { db } = await upgraded();
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

  test("keeps all else of its rows, and every entry of the journal", async () => {
    const { db } = await upgraded();
    const before = rowsOfVersion1();
    for (const row of before.plans) {
      const { summary, ...rest } = row;
      const { indicatorNames, ...others } = summary;
      const after = await db.plans.get(row.id);
      expect(after).toMatchObject({ ...rest, summary: others });
      // The names alone are written otherwise.
      expect(after && splitNames(after.summary.indicatorNames)).toEqual(indicatorNames);
    }
    expect(await db.journal.toArray()).toEqual(before.journal);
    expect(await db.meta.toArray()).toEqual(before.meta);
    db.close();
  });

  test("finds the entries of a cell as a new database does", async () => {
    const { db } = await upgraded();
    const expected = rowsOfVersion1().journal.flatMap(({ plan, sequence, changes }) => {
      const read = changesSchema.parse(changes);
      return touchKeys(read).map((cell) => ({ plan, cell, sequence }));
    });
    const touches = await db.touches.toArray();
    db.close();
    expect(touches).toHaveLength(6);
    expect(touches).toEqual(expect.arrayContaining(expected));
  });

  test("has a journal whose changes and beginnings of drafts are read", async () => {
    const { db } = await upgraded();
    const journal = await db.journal.toArray();
    for (const entry of journal) expect(changesSchema.safeParse(entry.changes).success).toBe(true);
    const begun = journal.find(({ plan, kind }) => plan === NEXT && kind === "create")?.planFile ?? "";
    const stored = await new PlanRepository(db).read(NEXT);
    db.close();
    expect(readPlanFile(JSON.parse(begun), "own")).toEqual({ ok: true, value: stored?.plan });
  });
});

describe("the workbench over a database of version 1", () => {
  test("keeps the planner's drafts, whose edits can be undone and brought again", async () => {
    const name = freshName();
    await createVersion1(name);
    const store = await openStore(name, await seedBundleOf(2, [buildPlan("enping-13", 4)]));
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

  test("is upgraded once when two windows open it together, and both work on it", async () => {
    const name = freshName();
    await createVersion1(name);
    const seeds = await seedBundleOf(2, [buildPlan("enping-13", 4)]);
    const [first, second] = await Promise.all([openStore(name, seeds), openStore(name, seeds)]);
    expect((await planOf(first, EDITED)).tasks).toHaveLength(2);
    valueOf(await first.undo(EDITED));
    valueOf(await second.undo(EDITED));
    expect(await planOf(first, EDITED)).toEqual(await planOf(second, EDITED));
    expect((await planOf(second, BUNDLED)).indicators).toHaveLength(4);
  });

  test("gets the bundled plans of the new program", async () => {
    const name = freshName();
    await createVersion1(name);
    const store = await openStore(name, await seedBundleOf(2, [buildPlan("enping-13", 4)]));
    const bundled = await planOf(store, BUNDLED);
    expect(bundled.indicators).toHaveLength(4);
    expect(bundled.outline).toEqual([{ heading: "一、总体目标", level: 1, line: 6, start: 40 }]);
  });

  test("is as it was after an upgrade that broke off, and the next start upgrades it", async () => {
    const name = freshName();
    await createVersion1(name);
    watchWrites(({ table, transaction }) => {
      if (table === "plans") transaction.abort();
    });
    const seeds = await seedBundleOf(2, [buildPlan("enping-13", 4)]);
    const needs = { bridge: keepingBridge(), now: () => 0, newId: () => crypto.randomUUID(), seeds };
    expect((await openWorkbench({ ...needs, database: name })).ok).toBe(false);
    vi.restoreAllMocks();
    const before = rowsOfVersion1();
    expect(await readNatively(name, "plans")).toEqual({ version: 10, rows: before.plans });
    expect(await readNatively(name, "chunks")).toEqual({ version: 10, rows: before.chunks });

    const store = await openStore(name, seeds);
    expect((await planOf(store, EDITED)).tasks).toHaveLength(2);
  });
});

test("a program of version 1 refuses what this one has opened", async () => {
  const { name, db } = await upgraded();
  db.close();
  expect(await probeDatabase(name, SCHEMA_VERSION - 1)).toEqual({
    ok: false,
    error: { kind: "newer-database", found: SCHEMA_VERSION, known: SCHEMA_VERSION - 1 },
  });
});
