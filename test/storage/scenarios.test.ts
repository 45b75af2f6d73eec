import { expect, test } from "vitest";
import type { Command } from "#core/command/command.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { buildPlan } from "./build-plan.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

const [baseline, stretch] = ["baseline", "stretch"].map(scenarioId);
if (baseline === undefined || stretch === undefined) throw new Error("no ids");

/** The first edit of proposed scenarios: they are kept with it. */
const first: Command = {
  type: "batch",
  commands: [
    {
      type: "keepScenarios",
      scenarios: [
        { id: baseline, name: "基准", note: null, parent: null, overrides: new Map() },
        { id: stretch, name: "力争", note: "按提议", parent: baseline, overrides: new Map() },
      ],
      drivers: [
        {
          ...{ id: "gdp", name: "地区生产总值", unit: "亿元", concept: null, note: null },
          known: [{ year: 2015, value: 322e8, derivation: { formula: "4.96 亿元 ÷ 1.54 %", from: [] } }],
        },
      ],
    },
    {
      ...{ type: "setOverride", scenario: stretch, series: "gdp" },
      parts: { assumption: { method: "growth", rate: 8, byYear: [] }, uncertainty: null },
    },
  ],
};

test("scenarios and drivers are the same after a restart, and their first edit is one step of undo", async () => {
  const { store, draft, database, seeds } = await openWithDraft(buildPlan("p", 3));
  const before = await planOf(store, draft);
  valueOf(await store.execute(draft, first));
  const kept = await planOf(store, draft);
  expect(kept.scenarios.map(({ name }) => name)).toEqual(["基准", "力争"]);
  valueOf(await store.undo(draft));
  expect(await planOf(store, draft)).toEqual(before);
  valueOf(await store.redo(draft));
  await store.close();
  const again = await openStore(database, seeds);
  expect(await planOf(again, draft)).toEqual(kept);
  const { entries } = await again.readEntries(draft, 3);
  expect(entries).toMatchObject([
    { kind: "redo", deed: { type: "setOverride" } },
    { kind: "undo", deed: { type: "setOverride" } },
    { kind: "do", deed: { type: "setOverride" } },
  ]);
  await again.close();
});

test("an edit of the table leaves scenarios as they are in memory, and one of a scenario leaves the rows", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3));
  valueOf(await store.execute(draft, first));
  const before = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "12")));
  const after = await planOf(store, draft);
  expect(after.scenarios).toBe(before.scenarios);
  valueOf(await store.execute(draft, { type: "noteScenario", scenario: stretch, note: "按会议意见" }));
  const noted = await planOf(store, draft);
  expect(noted.scenarios[1]?.note).toBe("按会议意见");
  expect(noted.indicators[1]).toBe(after.indicators[1]);
  await store.close();
});
