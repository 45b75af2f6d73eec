import { expect, test } from "vitest";
import { carriedRow } from "#core/drafting/carried-row.ts";
import { type DraftChoices, type FateChoice, proposeChoices } from "#core/drafting/draft-choices.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { type IndicatorId, jurisdictionCode, planId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { jurisdictionsByCode } from "#renderer/data/catalogue.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { buildPlan } from "./build-plan.ts";
import { freshName, openStore, planOf, valueOf } from "./open-for-test.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";

const county = buildPlan("county-13", 4);
const city: Plan = {
  ...buildPlan("city-14", 2),
  jurisdiction: jurisdictionCode("440700"),
  period: { start: year(2021), end: year(2025) },
};

const choices = (changes: Partial<DraftChoices> = {}): DraftChoices => ({
  ...valueOf(proposeChoices(county, [county, city], [...jurisdictionsByCode.values()])),
  ...changes,
});

const rowOf = (plan: Plan, row: number): IndicatorId => {
  const id = plan.indicators[row]?.id;
  if (id === undefined) throw new Error(`There is no row ${row}`);
  return id;
};

const openWithBoth = async () => {
  const database = freshName();
  const seeds = await seedBundleOf(1, [county, city]);
  return { database, seeds, store: await openStore(database, seeds) };
};

test("the next plan begins five years later and knows the plan before it and the one above", async () => {
  const { store } = await openWithBoth();
  const next = await planOf(store, valueOf(await store.createNextPlan(county.id, choices())));
  expect(next).toMatchObject({
    period: { start: 2021, end: 2025 },
    predecessor: "county-13",
    superior: "city-14",
    origin: "own",
    status: "draft",
  });
  expect(next.indicators).toHaveLength(4);
});

test("fates, reasons, rows of the superior plan, bases, targets and notes are there when the program starts again", async () => {
  const { store, database, seeds } = await openWithBoth();
  const [first, second, third] = [rowOf(county, 0), rowOf(county, 1), rowOf(county, 2)];
  const fates = new Map<IndicatorId, FateChoice>([
    [first, { fate: "caliber-changed", reason: "改按全部企业统计" }],
    [second, { fate: "dropped", reason: "不再统计" }],
  ]);
  const figures = new Map([[third, { base: "40", target: "保底100，力争130", note: "按前期增速建议" }]]);
  const made = await store.createNextPlan(
    county.id,
    choices({ title: " 某市规划 ", fates, figures, adopted: [rowOf(city, 0)] }),
  );
  const draft = valueOf(made);
  const before = await planOf(store, draft);
  await store.close();

  const plan = await planOf(await openStore(database, seeds), draft);
  expect(plan).toEqual(before);
  expect(plan.title).toBe("某市规划");
  expect(plan.dropped).toEqual([{ indicator: second, name: county.indicators[1]?.name, reason: "不再统计" }]);
  expect(plan.indicators.map(({ carriedFrom }) => carriedFrom)).toEqual([
    { indicator: first, fate: "caliber-changed", reason: "改按全部企业统计" },
    { indicator: third, fate: "kept", reason: null },
    { indicator: rowOf(county, 3), fate: "kept", reason: null },
    null,
  ]);
  const typed = plan.indicators[1];
  expect(typed?.targets.map(({ target }) => formatTarget(target))).toEqual(["保底100家，力争130家"]);
  expect(typed?.remarks.map(({ note }) => note)).toEqual(["按前期增速建议"]);
});

test("it is one entry of the journal, which holds the whole draft as a plan file", async () => {
  const { store, database } = await openWithBoth();
  const fates = new Map<IndicatorId, FateChoice>([
    [rowOf(county, 1), { fate: "dropped", reason: "不再统计" }],
  ]);
  const draft = valueOf(await store.createNextPlan(county.id, choices({ fates })));
  const plan = await planOf(store, draft);
  await store.close();
  const db = new WorkbenchDatabase(database);
  await db.open();
  const entries = await db.journal.toArray();
  db.close();
  expect(entries.map(({ kind, plan: of }) => [kind, of])).toEqual([["create", draft]]);
  const file = entries[0]?.planFile ?? null;
  expect(file === null ? null : readPlanFile(JSON.parse(file), "own")).toEqual({ ok: true, value: plan });
});

test("nothing is written of choices that do not hold together, or of a predecessor that is gone", async () => {
  const { store } = await openWithBoth();
  const fates = new Map<IndicatorId, FateChoice>([[rowOf(county, 0), { fate: "dropped", reason: " " }]]);
  expect(await store.createNextPlan(county.id, choices({ title: " " }))).toEqual({
    ok: false,
    error: { kind: "unfit-draft", problem: { kind: "empty-title" } },
  });
  expect(await store.createNextPlan(county.id, choices({ fates }))).toMatchObject({
    ok: false,
    error: { kind: "unfit-draft", problem: { kind: "no-reason" } },
  });
  expect(await store.createNextPlan(planId("gone"), choices())).toEqual({
    ok: false,
    error: { kind: "unknown-plan" },
  });
  expect(await store.readLibrary()).toHaveLength(2);
});

test("a superior plan that is gone by now is left out", async () => {
  const { store } = await openWithBoth();
  const gone = choices({ superior: planId("gone"), adopted: [rowOf(city, 0)] });
  const next = await planOf(store, valueOf(await store.createNextPlan(county.id, gone)));
  expect(next.superior).toBeNull();
  expect(next.indicators).toHaveLength(4);
});

test("an indicator that was left out is taken up, taken back and taken up again, across restarts", async () => {
  const { store, database, seeds } = await openWithBoth();
  const dropped = rowOf(county, 1);
  const fates = new Map<IndicatorId, FateChoice>([[dropped, { fate: "dropped", reason: "不再统计" }]]);
  const draft = valueOf(await store.createNextPlan(county.id, choices({ fates })));
  const before = await planOf(store, draft);
  const row = carriedRow(before, county, dropped);
  if (row === null) throw new Error("There is no row");
  valueOf(await store.execute(draft, { type: "takeUpDropped", dropped, row }));
  const after = await planOf(store, draft);
  expect(after.dropped).toEqual([]);
  expect(after.indicators.at(-1)?.carriedFrom?.indicator).toBe(dropped);
  await store.close();

  const again = await openStore(database, seeds);
  expect(await planOf(again, draft)).toEqual(after);
  valueOf(await again.undo(draft));
  expect(await planOf(again, draft)).toEqual(before);
  await again.close();

  const third = await openStore(database, seeds);
  expect(await planOf(third, draft)).toEqual(before);
  valueOf(await third.redo(draft));
  expect(await planOf(third, draft)).toEqual(after);
});
