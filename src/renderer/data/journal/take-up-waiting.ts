import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { planId } from "#core/plan/ids.ts";
import { changesSchema } from "../db/change-row.ts";
import { parseJson } from "../db/read-journal-row.ts";
import { z } from "../db/schema-library.ts";
import { readMachineTexts } from "../recovery/machine-journal.ts";
import { executeChanges, type EditTools } from "./edit-plan.ts";
import { waitingStore } from "./waiting-edits.ts";

const waitingSchema = z.object({ plan: z.string().transform(planId), changes: changesSchema });

/**
 * Carries out the edits that a window held back because its database refused them, and that ended before it took them. Resolves to how
 * many there were. What no longer fits its plan is left in the machine's file, which is set aside, and logged.
 */
export async function takeUpWaiting(
  tools: EditTools,
  bridge: Pick<DesktopBridge, "readJournal" | "restartJournal" | "log">,
  store: string,
  heads: readonly JournalHead[],
): Promise<number> {
  const name = waitingStore(store);
  if (!heads.some((head) => head.store === name && head.count > 0)) return 0;
  let done = 0;
  for await (const batch of readMachineTexts(bridge, name, 0)) {
    if (!batch.ok) return done;
    for (const { sequence, json } of batch.value) {
      const edit = waitingSchema.safeParse(parseJson(json));
      const carried = edit.success && (await executeChanges(tools, edit.data.plan, edit.data.changes)).ok;
      if (carried) done += 1;
      else
        await bridge.log({
          level: "error",
          message: `Waiting edit ${sequence} of ${name} does not fit any more`,
        });
    }
  }
  await bridge.restartJournal(name);
  return done;
}
