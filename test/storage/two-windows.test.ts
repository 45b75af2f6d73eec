import { expect, test } from "vitest";
import type { Command } from "#core/command/command.ts";
import type { SectionId } from "#core/narrative/narrative.ts";
import { year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { freshName, keepingBridge, openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";

test("edits made in two windows at once all land, and both windows see them", async () => {
  const bridge = keepingBridge();
  const { store: one, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 40), bridge);
  const two = await openStore(database, seeds, bridge);
  await two.readPlan(draft);
  const edits = Array.from({ length: 40 }, (_, row) =>
    (row % 2 === 0 ? one : two).execute(draft, typed(row, String(row + 1))),
  );
  for (const edit of await Promise.all(edits)) valueOf(edit);

  const seenByOne = await planOf(one, draft);
  expect(seenByOne).toEqual(await planOf(two, draft));
  const values = Array.from(
    { length: 40 },
    (_, row) => observationAt(seenByOne.observations, row, year(2016))?.value,
  );
  expect(values).toEqual(Array.from({ length: 40 }, (_, row) => row + 1));

  await one.close();
  await two.close();
  const db = new WorkbenchDatabase(database);
  await db.open();
  const entries = await db.journal.toArray();
  db.close();
  expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1));
  expect(entries.map(({ revision }) => revision)).toEqual(Array.from({ length: 41 }, (_, at) => at));
  const parents = entries.filter(({ kind }) => kind === "do").map(({ parent }) => parent);
  expect(parents).toEqual([null, ...Array.from({ length: 39 }, (_, at) => at + 2)]);
});

test("the second copy has the edits of two windows in the order of the journal", async () => {
  const { bridge, journals } = memoryMachine();
  const { store: one, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 20), bridge);
  const two = await openStore(database, seeds, bridge);
  const edits = Array.from({ length: 20 }, (_, row) =>
    (row % 2 === 0 ? one : two).execute(draft, typed(row, "7")),
  );
  await Promise.all(edits);
  const kept = () => [...journals.values()].map((held) => held.map(({ sequence }) => sequence));
  await expect.poll(() => kept()).toEqual([Array.from({ length: 21 }, (_, at) => at + 1)]);
});

test("one window takes back what the other did", async () => {
  const { store: one, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 2));
  const two = await openStore(database, seeds);
  const before = await planOf(two, draft);
  valueOf(await one.execute(draft, typed(0, "12")));
  valueOf(await two.undo(draft));
  expect(await planOf(one, draft)).toEqual(before);
});

test("two windows that start on an empty database put the bundled plans in once", async () => {
  const database = freshName();
  const seeds = await seedBundleOf(1, [buildPlan("p", 3), buildPlan("q", 3)]);
  const [one, two] = await Promise.all([openStore(database, seeds), openStore(database, seeds)]);
  const library = await one.readLibrary();
  expect(library.map(({ id }) => id)).toEqual(["p", "q"]);
  expect(await two.readLibrary()).toEqual(library);
});

test("what one window changed in scenarios and text stays when the other goes on", async () => {
  const { store: one, draft, database, seeds } = await openWithDraft(buildPlan("p", 2));
  const two = await openStore(database, seeds);
  const root = { id: scenarioId("baseline"), name: "基准", note: null, parent: null, overrides: new Map() };
  const write = (section: SectionId, text: string): Command => {
    const block = { kind: "paragraph", runs: [{ kind: "words", text, strong: false }] } as const;
    return { type: "writeSection", section, blocks: [block] };
  };
  valueOf(await one.execute(draft, { type: "keepScenarios", scenarios: [root], drivers: [] }));
  valueOf(await one.execute(draft, write("basis", "依据")));
  await planOf(two, draft);
  valueOf(await two.execute(draft, { type: "noteScenario", scenario: root.id, note: "按现状" }));
  expect((await planOf(one, draft)).scenarios[0]?.note).toBe("按现状");
  valueOf(await one.execute(draft, { type: "renameScenario", scenario: root.id, name: "现状" }));
  valueOf(await one.execute(draft, write("tasks", "任务")));
  const after = await planOf(two, draft);
  expect(after.scenarios).toMatchObject([{ name: "现状", note: "按现状" }]);
  expect(after.narrative.map(({ section }) => section)).toEqual(["basis", "tasks"]);
  await one.close();
  await two.close();
});
