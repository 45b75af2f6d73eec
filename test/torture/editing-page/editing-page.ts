import { type PlanId, planId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { resolveBridge } from "#renderer/app/resolve-bridge.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "../../storage/build-plan.ts";
import { seedBundleOf } from "../../storage/seed-bundle-of.ts";
import type { Said } from "./said.ts";

// The planner's store as the program opens it, without rooms: it says what it finds, then edits as fast as edits count as saved.

const DRAFTS = 3;
/** Cells of one edit; they hold the same number afterwards, unless the edit is torn. */
const ROWS = 3;
/** Edits that are under way at once, at the most. */
const BURST = 4;
const YEAR = year(2016);
const SEED = buildPlan("torture", ROWS);

const say = (said: Said) => console.log(JSON.stringify(said));

async function open(): Promise<WorkbenchStore> {
  const opened = await openWorkbench({
    bridge: resolveBridge(),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    seeds: await seedBundleOf(1, [SEED]),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

async function draftsOf(store: WorkbenchStore): Promise<readonly PlanId[]> {
  const own = (await store.readLibrary()).filter(({ origin }) => origin === "own");
  for (let made = own.length; made < DRAFTS; made += 1) await store.createCopy(SEED.id, `草案${made}`);
  const all = (await store.readLibrary()).filter(({ origin }) => origin === "own");
  return all.sort((a, b) => (a.title < b.title ? -1 : 1)).map(({ id }) => planId(id));
}

async function numbersIn(store: WorkbenchStore, draft: PlanId): Promise<readonly number[]> {
  const plan = await store.readPlan(draft);
  if (plan === null) return [];
  return plan.indicators.map((_, row) => observationAt(plan.observations, row, YEAR)?.value ?? 0);
}

async function edit(store: WorkbenchStore, draft: PlanId, number: number): Promise<boolean> {
  const plan = await store.readPlan(draft);
  const field = { kind: "observation", year: YEAR } as const;
  const edits = (plan?.indicators ?? []).map(({ id }) => ({ indicator: id, field, text: String(number) }));
  const done = await store.execute(draft, { type: "editCells", edits });
  if (!done.ok) say({ kind: "refused", why: JSON.stringify(done.error) });
  return done.ok;
}

const saved = (store: WorkbenchStore) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (store.saveState.getState().kind !== "saved") return;
      leave();
      resolve();
    };
    const leave = store.saveState.subscribe(look);
    look();
  });

async function work(): Promise<void> {
  const store = await open();
  const drafts = await draftsOf(store);
  const found = await Promise.all(drafts.map((draft) => numbersIn(store, draft)));
  const recovered = store.recovery === null ? null : store.recovery.because;
  say({ kind: "found", numbers: found, recovered });
  let number = Math.max(0, ...found.flat());
  for (let turn = 0; ; turn += 1) {
    const burst = Array.from({ length: 1 + (turn % BURST) }, (_, at) => (turn + at) % drafts.length);
    const made = await Promise.all(
      burst.map(async (at) => {
        // Each draft has numbers of its own, so that a value which strayed into another one is seen.
        number += DRAFTS - (number % DRAFTS) + at;
        const own = number;
        const draft = drafts[at];
        return draft !== undefined && (await edit(store, draft, own)) ? { draft: at, number: own } : null;
      }),
    );
    await saved(store);
    for (const acknowledged of made) if (acknowledged !== null) say({ kind: "saved", ...acknowledged });
  }
}

declare global {
  interface Window {
    /** Begins once somebody listens to what the page says. */
    startEditing: () => void;
  }
}

window.startEditing = () => {
  work().catch((error: unknown) => say({ kind: "broken", why: String(error) }));
};
