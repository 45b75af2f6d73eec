import { afterEach, expect, test, vi } from "vitest";
import type { Command } from "#core/command/command.ts";
import { indicatorId, type PlanId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { buildPlan } from "./build-plan.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { watchWrites } from "./watch-writes.ts";

/** Three chunks of up to 200 rows. */
const ROWS = 450;

afterEach(() => {
  vi.restoreAllMocks();
});

const idOf = (plan: Plan, row: number) => plan.indicators[row]?.id ?? indicatorId("");

const newRows = (draft: PlanId, count: number): Extract<Command, { type: "addIndicators" }>["rows"] =>
  Array.from({ length: count }, (_, at) => ({
    id: indicatorId(`${draft}/new-${String(at)}`),
    concept: null,
    name: `新增${String(at)}`,
    unit: "个",
    attribute: "unspecified",
    department: null,
    category: null,
  }));

test("rows come, go and move as the core says, in the database and after undo", async () => {
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", ROWS));
  valueOf(await store.execute(draft, typed(300, "12")));
  const began = await planOf(store, draft);
  const commands: readonly Command[] = [
    { type: "addIndicators", rows: newRows(draft, 160), before: idOf(began, 205) },
    { type: "removeIndicators", indicators: [idOf(began, 0), idOf(began, 449)] },
    { type: "moveIndicators", indicators: [idOf(began, 300)], before: idOf(began, 1) },
    { type: "duplicateIndicators", copies: [{ of: idOf(began, 300), id: indicatorId(`${draft}/copy`) }] },
  ];
  const states = [began];
  for (const command of commands) {
    valueOf(await store.execute(draft, command));
    states.push(await planOf(store, draft));
  }
  const edited = states.at(-1) ?? began;
  expect(edited.indicators).toHaveLength(ROWS + 160 - 2 + 1);
  expect(edited.indicators.slice(0, 2).map(({ id }) => id)).toEqual([idOf(began, 300), `${draft}/copy`]);
  expect(observationAt(edited.observations, 1, year(2016))?.value).toBe(12);
  await store.close();

  const again = await openStore(database, seeds);
  expect(await planOf(again, draft)).toEqual(edited);
  for (const state of states.slice(0, -1).reverse()) {
    valueOf(await again.undo(draft));
    expect(await planOf(again, draft)).toEqual(state);
  }
  for (const state of states.slice(1)) {
    valueOf(await again.redo(draft));
    expect(await planOf(again, draft)).toEqual(state);
  }
});

test("what is said of a row writes its chunk only", async () => {
  const { store, draft } = await openWithDraft(buildPlan("p", ROWS));
  const plan = await planOf(store, draft);
  const written: string[] = [];
  watchWrites(({ table }) => written.push(table));
  const remark = { field: { kind: "name" }, note: "与统计局核对", source: null } as const;
  valueOf(await store.execute(draft, { type: "remark", indicator: idOf(plan, 250), remark }));
  expect(written.filter((name) => name !== "meta").sort()).toEqual(["chunks", "journal", "plans", "touches"]);
  expect((await planOf(store, draft)).indicators[250]?.remarks).toEqual([remark]);
});

test("the first value of a year writes the chunk of its row only, and so does taking it back", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", ROWS));
  valueOf(await store.execute(draft, typed(1, "12")));
  const before = await planOf(store, draft);
  const edit = { ...typed(250, "13"), field: { kind: "observation", year: year(2019) } } as const;
  const written: string[] = [];
  watchWrites(({ table }) => written.push(table));
  valueOf(await store.execute(draft, edit));
  const { observations } = await planOf(store, draft);
  expect(observations.years).toEqual([2015, 2016, 2019]);
  expect(observationAt(observations, 250, year(2019))?.value).toBe(13);
  valueOf(await store.undo(draft));
  expect(await planOf(store, draft)).toEqual(before);
  expect(written.filter((name) => name === "chunks")).toHaveLength(2);
});

test("the last row can go and come back", async () => {
  const { store, draft } = await openWithDraft(buildPlan("p", 1));
  const began = await planOf(store, draft);
  valueOf(await store.execute(draft, { type: "removeIndicators", indicators: [idOf(began, 0)] }));
  expect((await planOf(store, draft)).indicators).toEqual([]);
  valueOf(await store.undo(draft));
  expect(await planOf(store, draft)).toEqual(began);
});
