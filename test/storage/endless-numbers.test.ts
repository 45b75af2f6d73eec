import { expect, test } from "vitest";
import { scenarioId } from "#core/scenario/scenario.ts";
import { readJournalRow } from "#renderer/data/db/read-journal-row.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { openWithDraft, planOf, valueOf } from "./open-for-test.ts";

test("a number too long for any double is kept as the text that it is, and journal and backup can be read again", async () => {
  const machine = memoryMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  const text = `1${"0".repeat(400)}`;
  valueOf(await store.execute(draft, typed(0, text)));
  await store.tryAgain();
  const [journal = []] = [...machine.journals.values()];
  expect(journal).toHaveLength(2);
  expect(journal.map(({ json }) => readJournalRow(json)?.sequence)).toEqual([1, 2]);
  expect((await planOf(store, draft)).indicators[0]?.rejected).toMatchObject([{ text }]);
  expect(await store.backUp("manual")).toMatchObject({ ok: true });
  expect(valueOf(await store.undo(draft))).toHaveLength(1);
});

test("an assumption too large for JSON is refused, and the journal can be read again", async () => {
  const machine = memoryMachine();
  const { store, draft } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  const id = scenarioId("baseline");
  const scenarios = [{ id, name: "基准", note: null, parent: null, overrides: new Map() }];
  valueOf(await store.execute(draft, { type: "keepScenarios", scenarios, drivers: [] }));
  // 1e305 亿元, typed beside a slider.
  const parts = { assumption: { method: "step" as const, delta: 1e305 * 1e8, byYear: [] } };
  const series = (await planOf(store, draft)).indicators[0]?.id ?? "";
  expect(await store.execute(draft, { type: "setOverride", scenario: id, series, parts })).toEqual({
    ok: false,
    error: { kind: "number-too-large" },
  });
  await store.tryAgain();
  const [journal = []] = [...machine.journals.values()];
  expect(journal.map(({ json }) => readJournalRow(json)?.sequence)).toEqual([1, 2]);
});
