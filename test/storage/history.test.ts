import { expect, test } from "vitest";
import type { Command } from "#core/command/command.ts";
import { type IndicatorId, indicatorId, planId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Field } from "#core/plan/plan.ts";
import { addEntry } from "#renderer/data/journal/add-entry.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { readPlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { readBackupContents } from "#renderer/data/backup/read-backup.ts";
import { memoryMachine } from "./memory-machine.ts";
import { buildPlan } from "./build-plan.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

const VALUE_2016: Field = { kind: "observation", year: year(2016) };

/** Entries of a large journal. */
const MANY = 10_000;

/** How long the past of a cell may take to be read in a journal of that size, in ms. */
const CELL_GOAL = 50;

/** How long the newest page of such a journal may take, in ms. */
const PAGE_GOAL = 1_000;

const labelled = (name: string) => ({ name, note: null });

async function begun(rows = 3) {
  const open = await openWithDraft(buildPlan("p", rows));
  open.store.signAs("林晓");
  const { indicators } = await planOf(open.store, open.draft);
  const idOf = (row: number): IndicatorId => indicators[row]?.id ?? indicatorId("");
  return { ...open, idOf };
}

test("the journal of a plan is read the newest first, each entry with what it did and who did it", async () => {
  const { store, draft, typed, idOf } = await begun();
  const other = valueOf(await store.createCopy(planId("p"), "另一稿"));
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.execute(other, { type: "removeIndicators", indicators: [] }));
  valueOf(await store.execute(draft, { type: "removeIndicators", indicators: [idOf(1), idOf(2)] }));
  valueOf(await store.undo(draft));
  const { entries, total } = await store.readEntries(draft, 3);
  expect(total).toBe(4);
  expect(entries).toMatchObject([
    { kind: "undo", target: entries[1]?.seq, deed: { type: "removeIndicators", rows: 2 }, author: "林晓" },
    { kind: "do", deed: { type: "removeIndicators", rows: 2 } },
    { kind: "do", deed: { type: "editCell" } },
  ]);
  expect((await store.readEntries(draft, 10)).entries.at(-1)).toMatchObject({
    kind: "create",
    title: "草案",
  });
  // An entry that was taken back is known although the page does not reach it.
  expect((await store.readEntries(draft, 1)).entries).toMatchObject([
    { kind: "undo", deed: { type: "removeIndicators" } },
  ]);
});

test("an edit says whether it was pasted, filled or typed; an entry from before origins were noted reads as typed", async () => {
  const { store, draft, typed, idOf } = await begun();
  const cell = (row: number, text: string) => ({ indicator: idOf(row), field: VALUE_2016, text });
  const commands: readonly Command[] = [
    typed(0, "12"),
    { type: "editCells", edits: [cell(0, "1"), cell(1, "2")], origin: "paste" },
    { type: "editCell", ...cell(2, "3"), origin: "takeOver" },
    { type: "editCells", edits: [cell(0, "4"), cell(1, "5")], origin: "fill" },
  ];
  for (const command of commands) valueOf(await store.execute(draft, command));
  const { entries } = await store.readEntries(draft, commands.length);
  expect([...entries].reverse().map((entry) => ("deed" in entry ? entry.deed : null))).toEqual([
    { type: "editCell", origin: null },
    { type: "editCells", cells: 2, origin: "paste" },
    { type: "editCell", origin: "takeOver" },
    { type: "editCells", cells: 2, origin: "fill" },
  ]);
});

test("the history of one cell leaves out what touched other cells, of blocks too", async () => {
  const { store, draft, typed, idOf } = await begun(300);
  const edits = Array.from({ length: 250 }, (_, row) => ({
    indicator: idOf(row),
    field: VALUE_2016,
    text: "5",
  }));
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.execute(draft, typed(1, "7")));
  valueOf(await store.execute(draft, { type: "editCells", edits }));
  const duty = { indicator: idOf(0), field: { kind: "department" } } as const;
  valueOf(await store.execute(draft, { type: "editCell", ...duty, text: "统计局" }));
  const page = await store.readEntries(draft, 10, { indicator: idOf(0), field: VALUE_2016 });
  expect(page.entries.map((entry) => ("deed" in entry ? entry.deed.type : null))).toEqual([
    "editCells",
    "editCell",
  ]);
  expect(page.total).toBe(2);
  expect((await store.readEntries(draft, 10, duty)).entries).toHaveLength(1);
});

test("an edit in place of the last one is one step of undo with it; another edit between keeps its own", async () => {
  const { store, draft, typed } = await begun();
  const began = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.execute(draft, typed(1, "7"), typed(0, "12")));
  expect(await store.readHistory(draft)).toMatchObject({ canUndo: true });
  valueOf(await store.undo(draft));
  expect(await planOf(store, draft)).toEqual(began);
  expect(await store.readHistory(draft)).toMatchObject({ canUndo: false });

  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.execute(draft, typed(2, "9")));
  valueOf(await store.execute(draft, typed(1, "7"), typed(0, "12")));
  valueOf(await store.undo(draft));
  const { observations } = await planOf(store, draft);
  expect([0, 1, 2].map((row) => observationAt(observations, row, year(2016))?.value ?? null)).toEqual([
    12,
    observationAt(began.observations, 1, year(2016))?.value ?? null,
    9,
  ]);
});

test("a plan is read as it was after each entry, with the title it had then", async () => {
  const { store, draft, typed, idOf } = await begun();
  const commands: Command[] = [
    typed(0, "12"),
    { type: "moveIndicators", indicators: [idOf(2)], before: idOf(0) },
    { type: "removeIndicators", indicators: [idOf(0)] },
    { type: "remark", indicator: idOf(1), remark: { field: VALUE_2016, note: "待核", source: null } },
  ];
  const states = [await planOf(store, draft)];
  const note = async () => states.push(await planOf(store, draft));
  for (const [at, command] of commands.entries()) {
    valueOf(await store.execute(draft, command));
    await note();
    if (at !== 1) continue;
    valueOf(await store.renameDraft(draft, "征求意见稿"));
    await note();
  }
  valueOf(await store.undo(draft));
  await note();
  const { entries } = await store.readEntries(draft, 100);
  expect(entries).toHaveLength(states.length);
  for (const [at, { seq }] of [...entries].reverse().entries()) {
    expect(await store.readPlanAfter(draft, seq)).toEqual(states[at]);
  }
  expect(await store.readPlanAfter(planId("none"), 1)).toBeNull();
});

test("naming a version leaves the plan and what can be undone as they are; names are changed and taken away", async () => {
  const { store, draft, database, seeds, typed } = await begun();
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.undo(draft));
  const before = await planOf(store, draft);
  const history = await store.readHistory(draft);
  valueOf(await store.nameVersion(draft, null, { name: " 征求意见稿 ", note: "送各部门" }));
  const [first] = await store.readVersions(draft);
  expect(await planOf(store, draft)).toBe(before);
  expect(await store.readHistory(draft)).toEqual(history);
  expect(first).toMatchObject({ name: "征求意见稿", note: "送各部门", author: "林晓" });
  valueOf(await store.redo(draft));
  expect(await store.readPlanAfter(draft, first?.of ?? 0)).toEqual(before);

  valueOf(await store.nameVersion(draft, null, labelled("送审稿")));
  const [, second] = await store.readVersions(draft);
  valueOf(await store.renameVersion(draft, second?.seq ?? 0, { name: "送审稿（二）", note: null }));
  valueOf(await store.removeVersion(draft, first?.seq ?? 0));
  await store.close();
  const again = await openStore(database, seeds);
  expect(await again.readVersions(draft)).toMatchObject([{ name: "送审稿（二）", of: second?.of }]);
  expect((await again.readEntries(draft, 2)).entries.map(({ kind }) => kind)).toEqual([
    "removeVersion",
    "renameVersion",
  ]);
});

test("a version needs a name, and a bundled plan has none", async () => {
  const { store, draft } = await begun();
  expect(await store.nameVersion(draft, null, labelled("  "))).toEqual({
    ok: false,
    error: { kind: "empty-title" },
  });
  expect(await store.nameVersion(planId("p"), null, labelled("送审稿"))).toEqual({
    ok: false,
    error: { kind: "read-only" },
  });
});

test("a restored version is one step that can be undone", async () => {
  const { store, draft, typed, idOf } = await begun();
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.nameVersion(draft, null, labelled("征求意见稿")));
  const named = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "15")));
  valueOf(await store.execute(draft, { type: "removeIndicators", indicators: [idOf(1)] }));
  const later = await planOf(store, draft);
  const [version] = await store.readVersions(draft);
  const state = await store.readPlanAfter(draft, version?.of ?? 0);
  if (state === null) throw new Error("The version is gone");
  valueOf(await store.execute(draft, { type: "restore", state, entry: version?.of ?? 0 }));
  expect(await planOf(store, draft)).toEqual(named);
  expect((await store.readEntries(draft, 1)).entries).toMatchObject([
    { kind: "do", deed: { type: "restore", entry: version?.of } },
  ]);
  valueOf(await store.undo(draft));
  expect(await planOf(store, draft)).toEqual(later);
});

test("the past of a cell has each change once, with what it showed, and ends with its beginning", async () => {
  const { store, draft, typed, idOf } = await begun();
  const past = async () => {
    const { steps } = await store.readCellPast(draft, idOf(0), VALUE_2016, 10);
    return steps.map(({ entry, before, after }) => [entry.kind, before?.text ?? null, after?.text ?? null]);
  };
  const began = (await past())[0]?.[2] ?? null;
  expect(await past()).toEqual(began === null ? [] : [["create", null, began]]);
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.execute(draft, typed(1, "99")));
  valueOf(await store.execute(draft, typed(0, "3—2")));
  valueOf(await store.undo(draft));
  const ending = began === null ? [] : [["create", null, began]];
  expect(await past()).toEqual([["undo", "3—2", "12"], ["do", "12", "3—2"], ["do", began, "12"], ...ending]);
  valueOf(await store.execute(draft, { type: "removeIndicators", indicators: [idOf(0)] }));
  expect(await past()).toEqual([]);
  valueOf(await store.undo(draft));
  expect((await past()).slice(0, 3)).toEqual([
    ["undo", null, "12"],
    ["do", "12", null],
    ["undo", "3—2", "12"],
  ]);
  const { steps, more } = await store.readCellPast(draft, idOf(0), VALUE_2016, 2);
  expect([steps.length, more]).toEqual([2, true]);
});

test("a journal of 10 000 entries gives the past of a cell and its newest page in the time set for them", {
  timeout: 120_000,
}, async () => {
  const { store, draft, database, typed, idOf } = await begun(450);
  valueOf(await store.execute(draft, typed(3, "12")));
  await fill(database, draft, idOf);
  valueOf(await store.execute(draft, typed(3, "13")));
  const cell = await fastest(() => store.readCellPast(draft, idOf(3), VALUE_2016, 4));
  const page = await fastest(() => store.readEntries(draft, 500));
  console.log(`past of a cell ${cell.toFixed(1)} ms, newest page ${page.toFixed(1)} ms`);
  const { steps } = await store.readCellPast(draft, idOf(3), VALUE_2016, 4);
  expect(steps.map(({ after }) => after?.text)).toEqual(expect.arrayContaining(["13", "12"]));
  expect((await store.readEntries(draft, 500)).total).toBeGreaterThan(MANY);
  expect(cell).toBeLessThan(CELL_GOAL);
  expect(page).toBeLessThan(PAGE_GOAL);
});

/** Writes the entries of edits that were made one after the other in rows other than the fourth. */
async function fill(
  database: string,
  draft: Parameters<PlanRepository["read"]>[0],
  idOf: (row: number) => IndicatorId,
) {
  const db = new WorkbenchDatabase(database);
  await db.open();
  const tools = { db, now: () => Date.now(), author: () => "林晓" };
  await db.transaction("rw", [db.journal, db.touches], async () => {
    for (let edit = 0; edit < MANY; edit += 1) {
      const row = 4 + (edit % 400);
      const content = (value: number) =>
        ({
          kind: "observation",
          observation: { value, basis: "estimated", decimals: 0 },
          source: null,
          rejected: null,
        }) as const;
      await addEntry(tools, {
        plan: draft,
        kind: "do",
        revision: edit,
        command: {
          type: "editCell",
          indicator: idOf(row),
          field: { kind: "observation", year: 2016 },
          text: "7",
        },
        changes: [
          {
            kind: "cell",
            indicator: idOf(row),
            field: VALUE_2016,
            before: content(edit),
            after: content(edit + 1),
          },
        ],
      });
    }
  });
  db.close();
}

/** The fastest of some runs, in ms: what the work takes, without what else the machine does. */
async function fastest(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

test("a plan that was removed and brought back from an older copy begins its past anew, and a backup holds what was removed", async () => {
  const machine = memoryMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  const old = await planOf(store, draft);
  const gone = old.indicators[2]?.id ?? indicatorId("");
  valueOf(await store.execute(draft, typed(1, "11")));
  valueOf(await store.nameVersion(draft, null, labelled("初稿")));
  valueOf(await store.execute(draft, { type: "removeIndicators", indicators: [gone] }));
  const before = (await store.readEntries(draft, 10)).entries;
  const last = await planOf(store, draft);
  valueOf(await store.removeDraft(draft));
  await expect.poll(() => machine.backups.map(({ backup }) => backup.reason)).toEqual(["before-removal"]);
  const [made] = machine.backups;
  expect(valueOf(await readBackupContents(made?.bytes ?? new Uint8Array())).plans).toEqual([last]);

  valueOf(await store.takeIn([{ plan: old, how: { kind: "add" } }]));
  valueOf(await store.execute(draft, typed(1, "22")));
  const { entries, total, first } = await store.readEntries(draft, 10);
  expect(entries.map(({ kind }) => kind)).toEqual(["do", "create"]);
  expect({ total, first }).toEqual({ total: 2, first: entries[1]?.seq });
  for (const { seq } of before) expect(await store.readPlanAfter(draft, seq)).toBeNull();
  expect(await store.readPlanAfter(draft, first ?? 0)).toEqual(old);
  expect(await store.readVersions(draft)).toEqual([]);
  const cell = { indicator: old.indicators[1]?.id ?? gone, field: VALUE_2016 };
  expect((await store.readEntries(draft, 10, cell)).entries).toHaveLength(1);
  const { steps } = await store.readCellPast(draft, cell.indicator, VALUE_2016, 10);
  expect(steps.map(({ entry }) => entry.seq)).toEqual(entries.map(({ seq }) => seq).slice(0, steps.length));
  const bytes = await store.packForExport(draft, {});
  const { lineage } = valueOf(await readPlanArchive(bytes ?? new Uint8Array()));
  expect(lineage?.get(draft)).toHaveLength(2);
});
