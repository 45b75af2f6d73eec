import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { packInWorker } from "../../workers/plan-packing.ts";
import type { PackedPlans, PackRequest } from "../../workers/plan-packing-messages.ts";
import { packPlans } from "./pack-plans.ts";

/**
 * Packs plans in a worker, `null` when that was stopped; where there can be none, or it fails, the page does it, since a backup matters more than a
 * moment's wait. Rejects with what the database says when the page cannot either.
 */
export async function packAnyhow(request: PackRequest, watch: TaskWatch = {}): Promise<PackedPlans | null> {
  const packed = await packInWorker(request, watch);
  if (packed.ok) return packed.value;
  return packed.error.kind === "cancelled" ? null : packPlans(request, watch);
}
