import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "#exchange/archive/canonical-json.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { walk } from "../core/command/arbitraries.ts";
import { randomFrom } from "../torture/random.ts";
import { keepingBridge, openStore, freshName, planOf, valueOf } from "./open-for-test.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";
import { IS_FULL, tellRow } from "./torture-run.ts";

const STEPS = IS_FULL ? 10_000 : 300;

/** After so many steps another plan is walked. */
const STEPS_A_PLAN = 50;

test("random edits, undos and redos through the database and its second copy come back to the very same bytes", async () => {
  const figures = { storedSteps: 0, differing: 0, copied: 0 };
  const random = randomFrom(120);
  for (const { plan, commands } of fc.sample(walk, { numRuns: STEPS / STEPS_A_PLAN, seed: 120 })) {
    const bridge = keepingBridge();
    const store = await openStore(freshName(), await seedBundleOf(1, []), bridge);
    const { id } = plan;
    // A copy would have rows under other ids than those that the commands speak of.
    valueOf(await store.takeIn([{ plan, how: { kind: "add" } }]));
    const bytes = async () => canonicalJson(writePlanFile(await planOf(store, id)));
    // The bytes at each depth of undo; one more edit forgets those above it.
    const seen = [await bytes()];
    let depth = 0;
    const walkTo = async (next: number) => {
      depth = next;
      const now = await bytes();
      if (seen[depth] !== now) figures.differing += 1;
    };
    for (let step = 0; step < STEPS_A_PLAN; step += 1) {
      const turn = random.below(5);
      const command = commands[random.below(Math.max(1, commands.length))];
      figures.storedSteps += 1;
      if (turn < 2) {
        if ((await store.undo(id)).ok) await walkTo(depth - 1);
      } else if (turn < 3) {
        if ((await store.redo(id)).ok) await walkTo(depth + 1);
      } else if (command !== undefined) {
        const done = await store.execute(id, command);
        if (!done.ok || done.value.length === 0) continue;
        depth += 1;
        seen.splice(depth, Infinity, await bytes());
      }
    }
    while ((await store.undo(id)).ok) await walkTo(depth - 1);
    expect(depth).toBe(0);
    await expect.poll(() => store.saveState.getState().kind).toBe("saved");
    figures.copied += bridge.kept.length;
    await store.close();
  }
  tellRow({ goal: 12, runs: STEPS, ok: figures.differing === 0, figures });
  expect(figures).toMatchObject({ storedSteps: STEPS, differing: 0 });
}, 900_000);
