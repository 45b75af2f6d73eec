import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { walk } from "../core/command/arbitraries.ts";
import { LossWalk } from "./loss-deeds.ts";
import { lossStep } from "./loss-steps.ts";
import { LossWorld } from "./loss-world.ts";
import { IS_FULL } from "./torture-run.ts";

/** The full run goes other ways each time. */
const RUN = IS_FULL ? { numRuns: 300, steps: 60 } : { numRuns: 8, steps: 40, seed: 13 };

afterEach(() => {
  vi.restoreAllMocks();
});

test("whatever two windows, their machine and their database go through, what was saved is there, once and whole", async () => {
  const steps = fc.array(lossStep, { minLength: RUN.steps / 2, maxLength: RUN.steps });
  const total = { steps: 0, typed: 0, starts: 0, lost: 0 };
  await fc.assert(
    fc.asyncProperty(walk, steps, async ({ plan, commands }, taken) => {
      const world = await LossWorld.begin(plan);
      try {
        const walking = new LossWalk(world, commands);
        for (const step of taken) await walking.step(step);
        await world.settle();
      } finally {
        await world.end();
      }
      total.steps += taken.length;
      for (const key of ["typed", "starts", "lost"] as const) total[key] += world.counts[key];
    }),
    // To walk another way takes long enough; a shorter one is looked for by hand.
    { ...RUN, endOnFailure: true },
  );
  for (const [key, count] of Object.entries(total)) expect([key, count > 0]).toEqual([key, true]);
}, 3_600_000);
