import { afterEach, expect, test, vi } from "vitest";
import type { Command } from "#core/command/command.ts";
import { conceptId, indicatorId, planId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { buildPlan } from "./build-plan.ts";
import { watchWrites } from "./watch-writes.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

const ROWS = 450;

afterEach(() => {
  vi.restoreAllMocks();
});

test("an edit is there when the program starts again", async () => {
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 3));
  const changes = valueOf(await store.execute(draft, typed(1, "12")));
  expect(changes).toHaveLength(1);
  const edited = await planOf(store, draft);
  expect(observationAt(edited.observations, 1, year(2016))?.value).toBe(12);
  await store.close();

  const again = await openStore(database, seeds);
  expect(await planOf(again, draft)).toEqual(edited);
});

test("an edit in a plan of many rows writes its record, one chunk, one entry of the journal and one of its index", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", ROWS));
  await store.readPlan(draft);
  const written: string[] = [];
  watchWrites(({ table }) => written.push(table));
  valueOf(await store.execute(draft, typed(250, "12")));
  expect(written.filter((name) => name !== "meta").sort()).toEqual(["chunks", "journal", "plans", "touches"]);
});

test("indicators that were not edited keep their identity, so that the page draws only what changed", async () => {
  const { store, draft } = await openWithDraft(buildPlan("p", ROWS));
  const before = await planOf(store, draft);
  const command: Command = {
    type: "editCell",
    indicator: before.indicators[250]?.id ?? indicatorId(""),
    field: { kind: "name" },
    text: "新名",
  };
  valueOf(await store.execute(draft, command));
  const after = await planOf(store, draft);
  expect(after.indicators[250]?.name).toBe("新名");
  expect(after.indicators[0]).toBe(before.indicators[0]);
  expect(after.indicators[449]).toBe(before.indicators[449]);
});

test("the order of 保底 and 力争 is that of the concept: where neither way is better both are taken", async () => {
  const plan = buildPlan("p", 2);
  const concept = conceptId("population-resident");
  const indicators = plan.indicators.map((row, at) => (at === 0 ? { ...row, concept } : row));
  const { store, draft } = await openWithDraft({ ...plan, indicators });
  for (const { id } of (await planOf(store, draft)).indicators) {
    const field = { kind: "target", year: year(2020) } as const;
    valueOf(
      await store.execute(draft, { type: "editCell", indicator: id, field, text: "保底50家，力争40家" }),
    );
  }
  const [people, enterprises] = (await planOf(store, draft)).indicators;
  expect(people?.rejected).toEqual([]);
  expect(people?.targets[0]?.target).toMatchObject({ floor: { value: 50 }, stretch: { value: 40 } });
  expect(enterprises?.rejected).toHaveLength(1);
});

test("what was typed and cannot be read stays in the cell and comes back after a restart", async () => {
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 2));
  valueOf(await store.execute(draft, typed(0, "三十多")));
  await store.close();
  const again = await openStore(database, seeds);
  const [first] = (await planOf(again, draft)).indicators;
  expect(first?.rejected).toEqual([{ field: { kind: "observation", year: 2016 }, text: "三十多" }]);
});

test("undo after a restart gives exactly the plan before, and redo the plan after", async () => {
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 3));
  const start = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "12")));
  const first = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(1, "14.50")));
  const second = await planOf(store, draft);
  await store.close();

  const again = await openStore(database, seeds);
  expect(await again.readHistory(draft)).toMatchObject({ canUndo: true, canRedo: false });
  valueOf(await again.undo(draft));
  expect(await planOf(again, draft)).toEqual(first);
  valueOf(await again.undo(draft));
  expect(await planOf(again, draft)).toEqual(start);
  expect(await again.undo(draft)).toEqual({ ok: false, error: { kind: "nothing-to-undo" } });
  await again.close();

  const third = await openStore(database, seeds);
  valueOf(await third.redo(draft));
  expect(await planOf(third, draft)).toEqual(first);
  valueOf(await third.redo(draft));
  expect(await planOf(third, draft)).toEqual(second);
  expect(await third.redo(draft)).toEqual({ ok: false, error: { kind: "nothing-to-redo" } });
});

test("a new edit after an undo ends what could be redone", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3));
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.undo(draft));
  valueOf(await store.execute(draft, typed(0, "13")));
  expect(await store.redo(draft)).toEqual({ ok: false, error: { kind: "nothing-to-redo" } });
  expect(await store.readHistory(draft)).toMatchObject({ canUndo: true, canRedo: false });
});

test("a bundled plan is not edited, renamed or removed", async () => {
  const { store, typed } = await openWithDraft(buildPlan("p", 3));
  const bundled = planId("p");
  const before = await planOf(store, bundled);
  const readOnly = { ok: false, error: { kind: "read-only" } };
  expect(await store.execute(bundled, typed(0, "12"))).toEqual(readOnly);
  expect(await store.renameDraft(bundled, "新名")).toEqual(readOnly);
  expect(await store.removeDraft(bundled)).toEqual(readOnly);
  expect(await planOf(store, bundled)).toEqual(before);
});

test("an edit of a plan that is gone says so", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3));
  valueOf(await store.removeDraft(draft));
  expect(await store.readPlan(draft)).toBeNull();
  expect(await store.readHistory(draft)).toBeNull();
  const unknown = { ok: false, error: { kind: "unknown-plan" } };
  expect(await store.execute(draft, typed(0, "12"))).toEqual(unknown);
});

test("a draft gets another title, but never an empty one", async () => {
  const { store, draft } = await openWithDraft(buildPlan("p", 3));
  expect(await store.renameDraft(draft, " 　")).toEqual({ ok: false, error: { kind: "empty-title" } });
  valueOf(await store.renameDraft(draft, " 恩平市规划（二稿） "));
  expect((await planOf(store, draft)).title).toBe("恩平市规划（二稿）");
});

test("the journal names every act on a draft and who did it in order, and nothing in it is ever undefined", async () => {
  const { store, draft, database, typed } = await openWithDraft(buildPlan("p", 2));
  valueOf(await store.execute(draft, typed(0, "12")));
  store.signAs("林晓");
  valueOf(await store.undo(draft));
  valueOf(await store.redo(draft));
  store.signAs("");
  valueOf(await store.renameDraft(draft, "新名"));
  valueOf(await store.removeDraft(draft));
  await store.close();
  const db = new WorkbenchDatabase(database);
  await db.open();
  const entries = await db.journal.toArray();
  db.close();
  expect(entries.map(({ kind, sequence, revision, author }) => [kind, sequence, revision, author])).toEqual([
    ["create", 1, 0, null],
    ["do", 2, 1, null],
    ["undo", 3, 2, "林晓"],
    ["redo", 4, 3, "林晓"],
    ["rename", 5, 4, null],
    ["remove", 6, 5, null],
  ]);
  const values = entries.flatMap((entry): unknown[] => Object.values(entry));
  expect(values).not.toContain(undefined);
});
