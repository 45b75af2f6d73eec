import { afterEach, describe, expect, test } from "vitest";
import type { CellEdit, Command, NewIndicator } from "#core/command/command.ts";
import { type IndicatorId, indicatorId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { freshName, openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

/** A block that is noted for all rows of its plan at once, and quick to compare. */
const SOME = 1_500;
const MANY = 10_000;
/** Room of a pasted cell in the journal, in UTF-16 units of its JSON text, its row's id and the typed text among them. */
const ROOM = 60;

const idOf = (row: number): IndicatorId => indicatorId(`pasted/${String(row).padStart(6, "0")}`);

/** What a planner pastes below the last row: rows of eight cells. */
function paste(count: number): Command {
  const rows = Array.from({ length: count }, (_, row): NewIndicator => {
    const named = { id: idOf(row), name: `指标${row}` };
    return { ...named, concept: null, unit: "", attribute: "unspecified", department: null, category: null };
  });
  const edits = rows.flatMap(({ id }, row): readonly CellEdit[] => [
    { indicator: id, field: { kind: "unit" }, text: "个" },
    { indicator: id, field: { kind: "attribute" }, text: row % 2 === 0 ? "约束性" : "预期性" },
    { indicator: id, field: { kind: "observation", year: year(2014) }, text: String(row) },
    { indicator: id, field: { kind: "observation", year: year(2015) }, text: `${row}.5` },
    {
      indicator: id,
      field: { kind: "target", year: year(2020) },
      text: row % 50 === 0 ? "约" : `达到${row}个`,
    },
    { indicator: id, field: { kind: "department" }, text: `科技局${row % 20}` },
    { indicator: id, field: { kind: "category" }, text: "创新" },
  ]);
  return {
    type: "batch",
    commands: [
      { type: "addIndicators", rows, before: null },
      { type: "editCells", edits },
    ],
  };
}

/** All that a plan holds, as one text: comparing tens of thousands of values one by one takes long. */
const textOf = (plan: Plan): string => JSON.stringify(writePlanFile(plan));

/** A draft of three rows with a paste below them. */
async function pasted(count: number) {
  const machine = memoryMachine();
  const made = await openWithDraft(buildPlan("p", 3), machine.bridge);
  const before = await planOf(made.store, made.draft);
  valueOf(await made.store.execute(made.draft, paste(count)));
  return { ...made, machine, before, after: await planOf(made.store, made.draft) };
}

test("ten thousand pasted rows are there as typed, are taken back and come again as one step, also after a restart", async () => {
  const { store, draft, machine, database, seeds, before, after } = await pasted(MANY);
  expect(after.indicators).toHaveLength(before.indicators.length + MANY);
  const row = after.indicators.findIndex(({ id }) => id === idOf(1234));
  expect(after.indicators[row]).toMatchObject({
    ...{ name: "指标1234", unit: "个", attribute: "binding", department: "科技局14", category: "创新" },
    targets: [{ year: 2020, target: { form: "atLeast", level: { value: 1234, unit: "个" } } }],
  });
  expect(observationAt(after.observations, row, year(2015))).toMatchObject({ value: 1234.5, decimals: 1 });
  expect(after.indicators.filter(({ rejected }) => rejected.length > 0)).toHaveLength(MANY / 50);

  const texts = { before: textOf(before), after: textOf(after) };
  valueOf(await store.undo(draft));
  expect(textOf(await planOf(store, draft)) === texts.before).toBe(true);
  valueOf(await store.redo(draft));
  expect(textOf(await planOf(store, draft)) === texts.after).toBe(true);
  await store.close();

  const again = await openStore(database, seeds, machine.bridge);
  expect(textOf(await planOf(again, draft)) === texts.after).toBe(true);
  valueOf(await again.undo(draft));
  expect(textOf(await planOf(again, draft)) === texts.before).toBe(true);
});

describe("a paste of thousands of cells", () => {
  test("is seen, taken back and brought again in another window", async () => {
    const { store, draft, machine, database, seeds, before, after } = await pasted(SOME);
    const other = await openStore(database, seeds, machine.bridge);
    expect(textOf(await planOf(other, draft))).toBe(textOf(after));
    valueOf(await other.undo(draft));
    expect(textOf(await planOf(store, draft))).toBe(textOf(before));
    valueOf(await store.redo(draft));
    expect(textOf(await planOf(other, draft))).toBe(textOf(after));
  });

  test("comes back from the machine's copy when the database is lost", async () => {
    const { store, draft, machine, seeds, after } = await pasted(SOME);
    valueOf(await store.undo(draft));
    valueOf(await store.redo(draft));
    await store.close();
    const again = await openStore(freshName(), seeds, machine.bridge);
    expect(textOf(await planOf(again, draft))).toBe(textOf(after));
  });

  test("takes little room in the journal and in its index", async () => {
    const { store, draft, database } = await pasted(SOME);
    valueOf(await store.undo(draft));
    await store.close();
    const db = new WorkbenchDatabase(database);
    await db.open();
    const entries = await db.journal.where("plan").equals(draft).toArray();
    const touches = await db.touches.count();
    db.close();
    const [, done = 0, taken = 0] = entries.map((entry) => JSON.stringify(entry).length / (8 * SOME));
    expect(done).toBeLessThan(2 * ROOM);
    expect(taken).toBeLessThan(ROOM);
    expect(touches).toBeLessThan(10);
  });

  test("is the past of each of its cells, and none of other rows", async () => {
    const { store, draft, before } = await pasted(SOME);
    const field = { kind: "department" } as const;
    const { steps } = await store.readCellPast(draft, idOf(77), field, 10);
    expect(steps.map(({ before: was, after: is }) => [was?.text ?? null, is?.text])).toEqual([
      [null, "科技局17"],
    ]);
    const [first] = before.indicators;
    if (first === undefined) throw new Error("The draft has rows");
    expect((await store.readCellPast(draft, first.id, field, 10)).steps).toEqual([]);
  });
});

describe("an edit of a plan that this window knows", () => {
  const restore: (() => void)[] = [];

  afterEach(() => {
    for (const undo of restore.splice(0)) undo();
  });

  /** Which tables give out records from here on. */
  function watchReads(): string[] {
    const read: string[] = [];
    for (const method of ["get", "getAll", "openCursor"]) {
      const native = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method);
      const call: unknown = native?.value;
      if (native === undefined || typeof call !== "function") throw new Error(`No ${method}`);
      restore.push(() => {
        Object.defineProperty(IDBObjectStore.prototype, method, native);
      });
      Object.defineProperty(IDBObjectStore.prototype, method, {
        ...native,
        value(this: IDBObjectStore, ...args: unknown[]): unknown {
          read.push(this.name);
          const request: unknown = Reflect.apply(call, this, args);
          return request;
        },
      });
    }
    return read;
  }

  test("reads neither its record nor its rows again, and neither does the library", async () => {
    const { store, draft, typed } = await openWithDraft(buildPlan("p", 450));
    valueOf(await store.execute(draft, typed(1, "12")));
    await store.readLibrary();
    const read = watchReads();
    valueOf(await store.execute(draft, typed(250, "13")));
    const plan = await planOf(store, draft);
    const library = await store.readLibrary();
    expect(read.filter((table) => ["plans", "chunks", "programmes"].includes(table))).toEqual([]);
    expect(observationAt(plan.observations, 250, year(2016))?.value).toBe(13);
    expect(library.find(({ id }) => id === draft)?.observationCount).toBe(3);
  });

  test("comes on top of what another window has done meanwhile", async () => {
    const { store, draft, typed, database, seeds } = await openWithDraft(buildPlan("p", 450));
    const other = await openStore(database, seeds);
    valueOf(await store.execute(draft, typed(1, "12")));
    valueOf(await other.execute(draft, typed(2, "14")));
    valueOf(await other.renameDraft(draft, "新名"));
    valueOf(await store.execute(draft, typed(3, "16")));
    const plan = await planOf(store, draft);
    expect([1, 2, 3].map((row) => observationAt(plan.observations, row, year(2016))?.value)).toEqual([
      12, 14, 16,
    ]);
    expect(plan.title).toBe("新名");
    const [mine, theirs] = [await store.readLibrary(), await other.readLibrary()];
    expect(theirs).toEqual(mine);
    expect(mine.find(({ id }) => id === draft)).toMatchObject({ title: "新名", observationCount: 4 });
  });
});
