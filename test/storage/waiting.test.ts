import { Dexie } from "dexie";
import { afterEach, expect, test, vi } from "vitest";
import type { Command } from "#core/command/command.ts";
import { indicatorId, type PlanId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { claimJournal } from "#renderer/data/journal/waiting-journal.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { buildPlan, NEW_ROW } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { watchWrites } from "./watch-writes.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Lets so many edits into the database and refuses the rest, until the mocks are restored. */
function roomFor(edits: number): void {
  vi.restoreAllMocks();
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  let left = edits;
  watchWrites(({ table, transaction }) => {
    if (table !== "journal") return;
    if (left === 0) transaction.abort();
    else left -= 1;
  });
}

const FIELD = { kind: "observation", year: year(2016) } as const;

const idOf = (plan: Plan, row: number) => {
  const id = plan.indicators[row]?.id;
  if (id === undefined) throw new Error(`No row ${row}`);
  return id;
};

/** What is told of a text that was typed into the last of three rows. */
const toldOf = (began: Plan, text: string) => ({
  ...{ indicator: idOf(began, 2), name: "指标2" },
  ...{ field: FIELD, text },
});

/** Fills rows with a text. */
const filled = (began: Plan, rows: readonly number[], text: string): Command => ({
  ...{ type: "editCells", origin: "fill" },
  edits: rows.map((row) => ({ indicator: idOf(began, row), field: FIELD, text })),
});

const valuesOf = (plan: Plan) =>
  plan.indicators.map((_, row) => observationAt(plan.observations, row, year(2016))?.value ?? null);

const addedTo = (draft: PlanId): Command => ({
  type: "addIndicators",
  before: null,
  rows: [{ id: indicatorId(`${draft}/new`), name: "新增指标", ...NEW_ROW }],
});

/** A draft of three rows whose machine keeps the edits that wait. */
async function begun() {
  const machine = memoryMachine();
  const opened = await openWithDraft(buildPlan("p", 3), machine.bridge);
  const began = await planOf(opened.store, opened.draft);
  const start = () => openStore(opened.database, opened.seeds, machine.bridge);
  return { ...opened, machine, began, start };
}

test("of edits that wait, those that were stored before the window closed are not carried out again", async () => {
  const { store, draft, typed, machine, start } = await begun();
  roomFor(0);
  for (const edit of [addedTo(draft), typed(0, "10"), typed(1, "11")])
    valueOf(await store.execute(draft, edit));
  const shown = await planOf(store, draft);
  roomFor(1);
  await store.tryAgain();
  expect(store.waiting.getState()).toMatchObject({ edits: [{}, {}], held: true });
  await store.close();
  vi.restoreAllMocks();

  const next = await start();
  const now = await planOf(next, draft);
  expect(now).toEqual(shown);
  expect(now.indicators.map(({ name }) => name)).toEqual(["指标0", "指标1", "指标2", "新增指标"]);
  expect(readPlanFile(writePlanFile(now), "own").ok).toBe(true);
  expect(next.recovery).toMatchObject({ edits: 2, damagedEdits: 0 });
  expect([...machine.journals.keys()]).toHaveLength(1);
});

test("a remark that waits finds its row when another window took out one above it", async () => {
  const { store: one, draft, began, start } = await begun();
  const two = await start();
  roomFor(0);
  const remark = { field: { kind: "observation", year: year(2015) }, note: "待核", source: null } as const;
  valueOf(await one.execute(draft, { type: "remark", indicator: idOf(began, 2), remark }));
  vi.restoreAllMocks();
  valueOf(await two.execute(draft, { type: "removeIndicators", indicators: [idOf(began, 0)] }));
  await Promise.all([one, two].map((store) => store.close()));

  const now = await planOf(await start(), draft);
  expect(now.indicators.map(({ name }) => name)).toEqual(["指标1", "指标2"]);
  expect(now.indicators.map(({ remarks }) => remarks)).toEqual([[], [remark]]);
});

test("a waiting edit of a row that is gone is left aside, told and keeps nothing else from coming", async () => {
  const { store: one, draft, began, typed, start } = await begun();
  const two = await start();
  roomFor(0);
  const moved: Command = { type: "moveIndicators", indicators: [idOf(began, 2)], before: idOf(began, 0) };
  for (const edit of [moved, typed(2, "10"), typed(1, "11")]) valueOf(await one.execute(draft, edit));
  vi.restoreAllMocks();
  valueOf(await two.execute(draft, { type: "removeIndicators", indicators: [idOf(began, 2)] }));
  await Promise.all([one, two].map((store) => store.close()));

  const next = await start();
  const given = { plan: draft, typed: [toldOf(began, "10")] };
  expect(valuesOf(await planOf(next, draft))).toEqual([null, 11]);
  expect(next.recovery).toMatchObject({ edits: 1, damagedEdits: 0 });
  expect(next.waiting.getState()).toMatchObject({ edits: [], leftAside: [{ typed: [] }, given] });
});

test("where the machine keeps the journal of stored edits, no later start puts old values over newer ones", async () => {
  const { store, draft, typed, machine, start } = await begun();
  const { restartJournal } = machine.bridge;
  machine.bridge.restartJournal = () => Promise.resolve({ ok: false, code: "not-writable", message: "" });
  roomFor(0);
  valueOf(await store.execute(draft, typed(0, "10")));
  vi.restoreAllMocks();
  await store.tryAgain();
  valueOf(await store.execute(draft, typed(0, "20")));
  await store.close();
  for (const turn of [1, 2]) {
    const next = await start();
    expect([turn, ...valuesOf(await planOf(next, draft))]).toEqual([turn, 20, null, null]);
    expect(next.recovery).toBeNull();
    await next.close();
    machine.bridge.restartJournal = restartJournal;
  }
  expect([...machine.journals.keys()]).toHaveLength(1);
});

test("a start at which the database refuses still shows the edits on top and stores them once it can", async () => {
  const { store, draft, typed, machine, start } = await begun();
  roomFor(0);
  for (const edit of [addedTo(draft), typed(0, "10")]) valueOf(await store.execute(draft, edit));
  const shown = await planOf(store, draft);
  await store.close();

  const next = await start();
  expect(next.waiting.getState()).toMatchObject({ edits: [{}, {}], held: true });
  expect(await planOf(next, draft)).toEqual(shown);
  valueOf(await next.execute(draft, typed(0, "30")));
  vi.restoreAllMocks();
  await next.tryAgain();
  expect(next.waiting.getState().edits).toEqual([]);
  expect(valuesOf(await planOf(next, draft))).toEqual([30, null, null, null]);
  expect([...machine.journals.keys()]).toHaveLength(1);
});

test("a second window leaves the waiting edits of an open one to it, and both hold their own", async () => {
  const { store: one, draft, typed, machine, start } = await begun();
  roomFor(0);
  valueOf(await one.execute(draft, addedTo(draft)));
  const two = await start();
  valueOf(await two.execute(draft, typed(1, "11")));
  expect([one, two].map(({ waiting }) => waiting.getState())).toMatchObject([
    { edits: [{}], held: true },
    { edits: [{}], held: true },
  ]);
  vi.restoreAllMocks();
  for (const store of [one, two]) await store.tryAgain();
  const now = await planOf(two, draft);
  expect(now.indicators.map(({ name }) => name)).toEqual(["指标0", "指标1", "指标2", "新增指标"]);
  expect(valuesOf(now)).toEqual([null, 11, null, null]);
  expect([...machine.journals.keys()]).toHaveLength(1);
});

test("a copy that is made while an edit waits holds the edit, as the planner saw it", async () => {
  const { store, draft, typed } = await begun();
  roomFor(0);
  valueOf(await store.execute(draft, typed(0, "10")));
  vi.restoreAllMocks();
  const copy = valueOf(await store.createCopy(draft, "副本"));
  expect(valuesOf(await planOf(store, copy))).toEqual([10, null, null]);
});

test("a copy is refused while an edit of the plan cannot be stored, since it would lack the edit", async () => {
  const { store, draft, typed } = await begun();
  roomFor(0);
  valueOf(await store.execute(draft, typed(0, "10")));
  expect(await store.createCopy(draft, "副本")).toMatchObject({ ok: false, error: { kind: "storage" } });
});

test("of two edits of a cell the one typed last stands, also where the database refused only the first", async () => {
  const { store, draft, typed } = await begun();
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  let seen = 0;
  watchWrites(({ table, transaction }) => {
    if (table !== "journal") return;
    seen += 1;
    if (seen === 1) transaction.abort();
  });
  const done = await Promise.all([store.execute(draft, typed(0, "1")), store.execute(draft, typed(0, "2"))]);
  for (const each of done) valueOf(each);
  vi.restoreAllMocks();
  await store.tryAgain();
  expect(store.waiting.getState().edits).toEqual([]);
  expect(valuesOf(await planOf(store, draft))).toEqual([2, null, null]);
});

/** A draft of which the machine lacks edits 2 and 3, and whose database is gone while an edit of row 0 waits. */
async function lostOverGap() {
  const { store, draft, typed, machine, start, database } = await begun();
  expect(await store.backUp("manual")).toMatchObject({ ok: true });
  for (const text of ["11", "12"]) valueOf(await store.execute(draft, typed(1, text)));
  valueOf(await store.execute(draft, typed(2, "13")));
  await store.tryAgain();
  roomFor(0);
  valueOf(await store.execute(draft, typed(0, "10")));
  await store.close();
  vi.restoreAllMocks();
  const [name = "", held = []] = [...machine.journals].find(([, entries]) => entries.length > 1) ?? [];
  machine.journals.set(name, held.slice(-1));
  await Dexie.delete(database);
  return { draft, machine, start };
}

test("an edit that waits is carried out also where the database comes back under another name, over edits that are missing", async () => {
  const { draft, start } = await lostOverGap();
  const next = await start();
  expect(next.recovery).toMatchObject({ gap: { from: 2, to: 3, unfit: 0 }, damagedEdits: 0 });
  expect(valuesOf(await planOf(next, draft))).toEqual([10, null, 13]);
});

test("what waited under the old name is carried out by a later start where the first could not read it", async () => {
  const { draft, machine, start } = await lostOverGap();
  const { readJournal } = machine.bridge;
  machine.bridge.readJournal = (request) =>
    request.store.endsWith("-waiting")
      ? Promise.resolve({ ok: false, code: "not-writable", message: "" })
      : readJournal(request);
  const first = await start();
  expect(valuesOf(await planOf(first, draft))).toEqual([null, null, 13]);
  await first.close();
  machine.bridge.readJournal = readJournal;
  for (const turn of [1, 2]) {
    const next = await start();
    expect([turn, ...valuesOf(await planOf(next, draft))]).toEqual([turn, 10, null, 13]);
    expect(next.recovery?.edits).toBe(turn === 1 ? 1 : undefined);
    await next.close();
  }
});

test("a waiting edit that no longer fits while its window is open is told there, and keeps none behind it", async () => {
  const { store: one, draft, began, typed, start } = await begun();
  const two = await start();
  roomFor(0);
  for (const edit of [typed(2, "10"), typed(1, "11")]) valueOf(await one.execute(draft, edit));
  vi.restoreAllMocks();
  valueOf(await two.execute(draft, { type: "removeIndicators", indicators: [idOf(began, 2)] }));
  await one.tryAgain();
  const given = { typed: [toldOf(began, "10")] };
  expect(one.waiting.getState()).toMatchObject({ edits: [], leftAside: [given] });
  expect(one.saveState.getState().kind).not.toBe("failed");
  expect(valuesOf(await planOf(one, draft))).toEqual([null, 11]);
});

/** A block over three rows that the database refused, of which another window took the last row away. */
async function blockOverGoneRow() {
  const world = await begun();
  const { store: one, draft, began, start } = world;
  const two = await start();
  roomFor(0);
  const edits = [10, 11, 12].map((value, row) => {
    const [indicator, text] = [idOf(began, row), String(value)];
    return { indicator, field: FIELD, text };
  });
  valueOf(await one.execute(draft, { type: "editCells", edits }));
  vi.restoreAllMocks();
  valueOf(await two.execute(draft, { type: "removeIndicators", indicators: [idOf(began, 2)] }));
  const given = { typed: [toldOf(began, "12")] };
  return { ...world, two, given };
}

test("of a waiting block the cells come whose rows are there, and the others are told", async () => {
  const { store: one, draft, given } = await blockOverGoneRow();
  await one.tryAgain();
  expect(one.waiting.getState()).toMatchObject({ edits: [], leftAside: [given] });
  expect(valuesOf(await planOf(one, draft))).toEqual([10, 11]);
  valueOf(await one.undo(draft));
  expect(valuesOf(await planOf(one, draft))).toEqual([null, null]);
});

test("and so at the next start, once", async () => {
  const { store: one, two, draft, start, given } = await blockOverGoneRow();
  await Promise.all([one, two].map((store) => store.close()));
  const next = await start();
  expect(valuesOf(await planOf(next, draft))).toEqual([10, 11]);
  expect(next.recovery).toMatchObject({ edits: 1, damagedEdits: 0 });
  expect(next.waiting.getState()).toMatchObject({ edits: [], leftAside: [given] });
  await next.close();
  const later = await start();
  expect(valuesOf(await planOf(later, draft))).toEqual([10, 11]);
  expect(later.recovery).toBeNull();
  expect(later.waiting.getState().leftAside).toEqual([]);
});

/** Two edits that wait on the machine while no window is open, changed there as the test says. */
async function waitingOnMachine(change: (json: string, sequence: number) => string) {
  const { store, draft, typed, machine, start } = await begun();
  roomFor(0);
  for (const edit of [typed(0, "10"), typed(1, "11")]) valueOf(await store.execute(draft, edit));
  await store.close();
  vi.restoreAllMocks();
  const [name = "", held = []] = [...machine.journals].find(([each]) => each.endsWith("-waiting")) ?? [];
  const changed = held.map((entry) => ({ ...entry, json: change(entry.json, entry.sequence) }));
  machine.journals.set(name, changed);
  const next = await start();
  return { next, values: valuesOf(await planOf(next, draft)) };
}

test("a waiting edit that is damaged on the machine is counted, and keeps none behind it", async () => {
  const { next, values } = await waitingOnMachine((json, sequence) =>
    sequence === 1 ? json.slice(9) : json,
  );
  expect(values).toEqual([null, 11, null]);
  expect(next.recovery).toMatchObject({ edits: 1, damagedEdits: 1 });
  expect(next.waiting.getState().leftAside).toEqual([]);
});

test("a waiting edit is carried out also where what was typed is not told, as earlier programs did not, or is damaged", async () => {
  const { next, values } = await waitingOnMachine((json, sequence) => {
    const told = /,"typed":\{.*\}/u;
    expect(json).toMatch(told);
    return json.replace(told, sequence === 1 ? "}" : ',"typed":{"names":1}}');
  });
  expect(values).toEqual([10, 11, null]);
  expect(next.recovery).toMatchObject({ edits: 2, damagedEdits: 0 });
});

test("an edit in place of another leaves nothing of that one, also where the database refuses it", async () => {
  const { store, draft, began } = await begun();
  const [wide, narrow, single] = [
    filled(began, [0, 1, 2], "5"),
    filled(began, [0, 1], "6"),
    filled(began, [0], "7"),
  ];
  valueOf(await store.execute(draft, wide));
  roomFor(0);
  valueOf(await store.execute(draft, narrow, wide));
  expect(valuesOf(await planOf(store, draft))).toEqual([6, 6, null]);
  valueOf(await store.execute(draft, single, wide));
  expect(valuesOf(await planOf(store, draft))).toEqual([7, 6, null]);
  vi.restoreAllMocks();
  await store.tryAgain();
  expect(valuesOf(await planOf(store, draft))).toEqual([7, 6, null]);
});

test("of an edit in place of another nothing is told as missing where only a row is gone that it gave back", async () => {
  const { store: one, draft, began, start } = await begun();
  const two = await start();
  const wide = filled(began, [0, 1, 2], "5");
  valueOf(await one.execute(draft, wide));
  roomFor(0);
  valueOf(await one.execute(draft, filled(began, [0, 1], "6"), wide));
  vi.restoreAllMocks();
  valueOf(await two.execute(draft, { type: "removeIndicators", indicators: [idOf(began, 2)] }));
  await one.tryAgain();
  expect(valuesOf(await planOf(one, draft))).toEqual([6, 6]);
  expect(one.waiting.getState()).toMatchObject({ edits: [], leftAside: [] });
});

test("an open window keeps its own journal of waiting edits after all are stored, so that no start empties it under the next", async () => {
  const { store, draft, typed, machine } = await begun();
  roomFor(0);
  valueOf(await store.execute(draft, typed(0, "10")));
  const name = [...machine.journals.keys()].find((each) => each.endsWith("-waiting")) ?? "";
  vi.restoreAllMocks();
  await store.tryAgain();
  expect(await claimJournal(name)).toBeNull();
  roomFor(0);
  valueOf(await store.execute(draft, typed(0, "20")));
  expect(store.waiting.getState()).toMatchObject({ edits: [{}], held: true });
  vi.restoreAllMocks();
  await store.tryAgain();
  expect([...machine.journals.keys()]).toHaveLength(1);
});
