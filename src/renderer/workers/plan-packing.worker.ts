import { packPlans } from "../data/backup/pack-plans.ts";
import { answerOnce } from "./answer-once.ts";
import type { PackedPlans, PackRequest } from "./plan-packing-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<PackRequest, PackedPlans>(self, packPlans, ({ bytes }) => [bytes.buffer]);
