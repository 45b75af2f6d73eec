import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { StorageReason } from "./store-error.ts";

/**
 * Why the last edits do not count as saved. `second-copy`: they are safe in the database, `waiting` of them are not yet in
 * the copy outside it, and the store goes on trying. `not-stored`: the database refuses; `waiting`
 * edits stay on top and are tried again, `held` by the machine in the meantime or in this window only. With none waiting what was asked
 * for did not happen. Everything before is safe.
 */
export type SaveFailure =
  | { readonly kind: "second-copy"; readonly code: BridgeErrorCode; readonly waiting: number }
  | {
      readonly kind: "not-stored";
      readonly reason: StorageReason;
      readonly waiting: number;
      readonly held: boolean;
    };

/** Where the planner's edits are: `saved` means in the database and in the second copy; `at` in ms since the epoch. */
export type SaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "failed"; readonly reason: SaveFailure };

/** Whether this window still works on the database: a newer window of the program, or a lost database, ends that. */
export type ConnectionState =
  | { readonly kind: "open" }
  | { readonly kind: "closed"; readonly because: "newer-program" | "lost" };
