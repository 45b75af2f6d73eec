import { Dexie } from "dexie";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "#core/command/command.ts";
import { indicatorId, type PlanId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan, NEW_ROW } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { freshName, openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { IS_FULL } from "./torture-run.ts";

const ROWS = 4;

/** What is done in one course: a cell is typed into, a row comes, or the last step is taken back. */
type Deed =
  | { readonly kind: "value" | "name"; readonly row: number; readonly text: number }
  | { readonly kind: "row" | "undo" | "redo" };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("value" as const, "name" as const),
      ...{ row: fc.nat({ max: ROWS - 1 }), text: fc.integer({ min: 10, max: 99 }) },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("row" as const, "undo" as const, "redo" as const) }),
  },
);

const course = fc.array(deed, { minLength: 1, maxLength: 6 });

/** Which course is opened, and whether the machine takes no copy of what that gives. */
const turns = fc.array(fc.record({ who: fc.nat({ max: 2 }), cutOff: fc.boolean() }), { maxLength: 5 });

/** Three databases that were the same up to a point, over one machine; none is open. */
async function threeShells() {
  const machine = memoryMachine();
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", ROWS), machine.bridge);
  valueOf(await store.execute(draft, typed(0, "10")));
  await settled(store);
  const base = await planOf(store, draft);
  await store.close();
  const names = [database, freshName(), freshName()];
  for (const name of names.slice(1)) await (await openStore(name, seeds, machine.bridge)).close();
  const visit = async <T>(
    who: number,
    cutOff: boolean,
    side: "ours" | "theirs",
    use: (store: WorkbenchStore) => Promise<T>,
  ): Promise<T> => {
    machine.refuse = cutOff ? "disk-full" : null;
    const result = await openWorkbench({
      ...{ bridge: machine.bridge, now: () => Date.now(), newId: () => crypto.randomUUID() },
      ...{ seeds, database: names[who] ?? "", ask: () => Promise.resolve(() => side) },
    });
    const opened = valueOf(result);
    try {
      const used = await use(opened);
      if (!cutOff) await settled(opened);
      return used;
    } finally {
      await opened.close();
      machine.refuse = null;
    }
  };
  return { draft, base, typed, visit };
}

const settled = (store: WorkbenchStore) =>
  expect.poll(() => store.saveState.getState().kind, { timeout: 10_000 }).toMatch(/saved|idle/);

/** What each cell of a plan holds; a row that is not there holds nothing. */
function cellsOf({ indicators, observations }: Plan): ReadonlyMap<string, string> {
  const cells = indicators.flatMap(({ id, name }, row) => [
    [`${id} name`, name] as const,
    [`${id} value`, String(observationAt(observations, row, year(2016))?.value)] as const,
  ]);
  return new Map(cells);
}

async function work(
  store: WorkbenchStore,
  draft: PlanId,
  typed: (row: number, text: string) => Command,
  deeds: readonly Deed[],
) {
  const { indicators } = await planOf(store, draft);
  for (const each of deeds) {
    if (each.kind === "undo" || each.kind === "redo") await store[each.kind](draft);
    else if (each.kind === "value") valueOf(await store.execute(draft, typed(each.row, String(each.text))));
    else if (each.kind === "name") {
      const indicator = indicators[each.row]?.id ?? indicatorId("none");
      const edit = { indicator, field: { kind: "name" }, text: `名称${each.text}` } as const;
      valueOf(await store.execute(draft, { type: "editCell", ...edit }));
    } else {
      const id = indicatorId(`${draft}/${crypto.randomUUID()}`);
      const rows = [{ id, name: "新增", ...NEW_ROW }];
      valueOf(await store.execute(draft, { type: "addIndicators", before: null, rows }));
    }
  }
  return cellsOf(await planOf(store, draft));
}

type Cells = ReadonlyMap<string, string>;

/** Whether each cell holds what one of the courses made of it, where any changed it. */
function expectAllOf(base: Cells, ends: readonly Cells[], cells: Cells) {
  const keys = new Set([base, ...ends].flatMap((each) => [...each.keys()]));
  expect(new Set(cells.keys())).toEqual(keys);
  for (const key of keys) {
    const was = base.get(key);
    const changed = ends.map((end) => end.get(key)).filter((value) => value !== was);
    const isFit = changed.length === 0 ? cells.get(key) === was : changed.includes(cells.get(key));
    expect({ key, was, changed, is: cells.get(key), isFit }).toMatchObject({ isFit: true });
  }
}

async function removeAsides() {
  for (const name of await Dexie.getDatabaseNames()) if (name.includes("-aside-")) await Dexie.delete(name);
}

test("three courses of one store come together in any order, and no cell is lost that only one of them changed", async () => {
  const courses = fc.tuple(course, course, course);
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  const sides = fc.constantFrom("ours" as const, "theirs" as const);
  await fc.assert(
    fc.asyncProperty(courses, turns, order, sides, async (taken, between, last, side) => {
      const { draft, base, typed, visit } = await threeShells();
      const ends: Cells[] = [];
      for (const [who, deeds] of taken.entries())
        ends.push(await visit(who, true, side, (store) => work(store, draft, typed, deeds)));
      const nothing = () => Promise.resolve();
      for (const { who, cutOff } of between) await visit(who, cutOff, side, nothing);
      for (const who of last) await visit(who, false, side, nothing);
      const first = await visit(0, false, side, (store) => planOf(store, draft));
      for (const who of [1, 2]) {
        const other = await visit(who, false, side, (store) => planOf(store, draft));
        expect(writePlanFile(other)).toEqual(writePlanFile(first));
      }
      expectAllOf(cellsOf(base), ends, cellsOf(first));
      await removeAsides();
    }),
    IS_FULL ? { numRuns: 300 } : { numRuns: 8, seed: 13 },
  );
}, 3_600_000);
