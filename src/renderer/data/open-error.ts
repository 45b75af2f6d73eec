import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { PlanFileReason } from "#exchange/plan-file/plan-file-error.ts";
import type { RecoveryError } from "./recovery/recovery.ts";

/** A database of an older version could not be kept before its upgrade, and so stays as it is. */
export interface NotKept {
  readonly kind: "not-kept";
  readonly code: BridgeErrorCode;
  /** Free bytes that the disk must have for that copy. */
  readonly needed: number;
}

/** Why the database could not be opened; nothing in it was changed. */
export type OpenError =
  /** The database was written by a newer program; versions as this program counts them. */
  | { readonly kind: "newer-database"; readonly found: number; readonly known: number }
  /** Another window of an older program holds the database and does not let go. */
  | { readonly kind: "blocked" }
  /** The browser reports lost data (`isLost`), or the database cannot be read. */
  | { readonly kind: "corrupt"; readonly dataLoss: string; readonly isLost: boolean }
  /** It has to be built again from what the machine keeps, and that cannot be, or the machine could not be asked. */
  | RecoveryError
  | NotKept
  | { readonly kind: "no-indexeddb" }
  | { readonly kind: "quota" }
  /** A bundled plan is not the one the program was built with. */
  | { readonly kind: "seed-hash"; readonly file: string }
  | {
      readonly kind: "seed-invalid";
      readonly file: string;
      readonly path: string;
      readonly reason: PlanFileReason;
    }
  | { readonly kind: "unknown"; readonly detail: string };
