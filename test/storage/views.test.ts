import { expect, test } from "vitest";
import { indicatorId, planId } from "#core/plan/ids.ts";
import { PLAIN_DESIGN } from "#core/report/gallery/chart-design.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { type Arrangement, PLAIN_ARRANGEMENT, type SavedView } from "#renderer/data/views/arrangement.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { PLAIN_CHARTS } from "#core/report/gallery/kept-charts.ts";
import { buildPlan } from "./build-plan.ts";
import { openStore, openWithDraft, valueOf } from "./open-for-test.ts";

const ARRANGED: Arrangement = {
  columnSet: "yearly",
  addedYears: [2023],
  hidden: ["unit"],
  order: ["name", "attribute"],
  widths: { name: 260 },
  frozenColumn: "attribute",
  frozenRows: 2,
  status: "no-base",
  filters: [
    { kind: "contains", column: "name", text: "企业" },
    { kind: "among", column: "department", values: ["统计局", ""] },
    { kind: "error", column: "target-2025" },
  ],
  sort: { column: "growth", descending: true },
  grouped: false,
};

const viewOf = (id: string, plan: string | null, name: string): SavedView => ({
  id,
  plan,
  name,
  arrangement: ARRANGED,
});

test("views are there after a restart, those of the plan and those of all", async () => {
  const { store, draft, database, seeds } = await openWithDraft(buildPlan("p", 2));
  valueOf(await store.keepView(viewOf("b", null, "乙")));
  valueOf(await store.keepView(viewOf("a", draft, "甲")));
  valueOf(await store.keepView(viewOf("c", "another", "丙")));
  valueOf(await store.keepLeft(draft, ARRANGED));
  await store.close();

  const again = await openStore(database, seeds);
  expect((await again.readViews(draft)).map(({ id }) => id).sort()).toEqual(["a", "b"]);
  expect((await again.readViews(draft)).find(({ id }) => id === "a")).toEqual(viewOf("a", draft, "甲"));
  expect(await again.readLeft(draft)).toEqual(ARRANGED);
  expect(await again.readLeft(planId("p"))).toBeNull();
});

test("a view is renamed in place and forgotten", async () => {
  const { store, draft } = await openWithDraft(buildPlan("p", 1));
  valueOf(await store.keepView(viewOf("a", null, "甲")));
  valueOf(await store.keepView(viewOf("a", null, "年度分解（科工）")));
  expect((await store.readViews(draft)).map(({ name }) => name)).toEqual(["年度分解（科工）"]);
  valueOf(await store.removeView("a"));
  expect(await store.readViews(draft)).toEqual([]);
});

test("views are no edits: the plan's journal and history do not speak of them", async () => {
  const { store, draft, database } = await openWithDraft(buildPlan("p", 1));
  const db = new WorkbenchDatabase(database);
  await db.open();
  const entries = await db.journal.count();
  valueOf(await store.keepView(viewOf("a", draft, "甲")));
  valueOf(await store.keepLeft(draft, PLAIN_ARRANGEMENT));
  expect(await db.journal.count()).toBe(entries);
  expect((await store.readHistory(draft))?.canUndo).toBe(false);
  db.close();
});

test("a damaged view counts as none", async () => {
  const { store, draft, database } = await openWithDraft(buildPlan("p", 1));
  const db = new WorkbenchDatabase(database);
  await db.open();
  valueOf(await store.keepView(viewOf("a", draft, "甲")));
  await db.table<object>("views").put({ id: "broken", plan: null, name: "坏", arrangement: { sort: 3 } });
  expect((await store.readViews(draft)).map(({ id }) => id)).toEqual(["a"]);
  db.close();
});

test("a removed draft takes its views along, and leaves those of all plans", async () => {
  const { store, draft } = await openWithDraft(buildPlan("p", 1));
  valueOf(await store.keepView(viewOf("a", draft, "甲")));
  valueOf(await store.keepView(viewOf("b", null, "乙")));
  valueOf(await store.keepLeft(draft, ARRANGED));
  valueOf(await store.removeDraft(draft));
  expect((await store.readViews(draft)).map(({ id }) => id)).toEqual(["b"]);
  expect(await store.readLeft(draft)).toBeNull();
});

test("designs of charts are there after a restart, saved styles for every plan; a removed plan takes its own along", async () => {
  const { store, draft, database, seeds } = await openWithDraft(buildPlan("p", 2));
  const look = { palette: "grey", size: "half", font: "fangsong", text: "large" } as const;
  const design = {
    ...PLAIN_DESIGN,
    title: "图",
    hidden: ["floor"],
    years: { first: 2016, last: null },
    look,
  };
  const placed = [
    {
      ...({ kind: "tornado", indicator: indicatorId("p/1"), measure: "level" } as const),
      ...{ scenario: scenarioId("floor"), from: scenarioId("stretch") },
    },
  ];
  const charts = { look, designs: { "path p/1": design }, inReport: [indicatorId("p/1")], placed };
  valueOf(await store.keepCharts(draft, charts));
  valueOf(await store.keepLooks([{ name: "黑白", look }]));
  await store.close();
  const again = await openStore(database, seeds);
  expect(await again.readCharts(draft)).toEqual(charts);
  expect(await again.readCharts(planId("p"))).toEqual(PLAIN_CHARTS);
  expect(await again.readLooks()).toEqual([{ name: "黑白", look }]);
  expect(await again.readViews(draft)).toEqual([]);
  valueOf(await again.removeDraft(draft));
  expect(await again.readCharts(draft)).toEqual(PLAIN_CHARTS);
  expect(await again.readLooks()).toHaveLength(1);
});
