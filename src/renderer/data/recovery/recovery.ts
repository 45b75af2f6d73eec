import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { CarriedPlan } from "./backup-state.ts";
import type { Loss } from "./judge-start.ts";
import type { Gap } from "./rebuild-database.ts";

/** What a start brought back; the planner is told of it once. */
export interface Recovery {
  /**
   * `behind`: entries of another shell, or of a later state of the database, were added; `joined`: such entries and some that only this database had were
   * brought together; else why it was built again.
   */
  readonly because: Loss | "behind" | "joined";
  /** How many edits came back from the machine's journal. */
  readonly edits: number;
  /** How many edits only this database had, where they were brought together; else 0. */
  readonly own: number;
  /** How many plans of the planner's own there are now. */
  readonly plans: number;
  /** The last edit that is there: when it was made, in ms since the epoch, and in which plan (`null` when it is gone). */
  readonly through: { readonly at: number; readonly title: string | null } | null;
  /** When the backup was made that it was built from, in ms since the epoch; `null` when the journal was enough. */
  readonly backupAt: number | null;
  /** Names of the originals that were attached and have to be attached again. */
  readonly unattached: readonly string[];
  /** Edits between the newest good backup and the journal that nothing holds any more; `null` where there is no such hole. */
  readonly gap: Gap | null;
  /** Whether that backup may be of another course of the data than the journal, since the two cannot be compared. */
  readonly unproven: boolean;
  /** Plans that are broken in that backup: where they came from instead. */
  readonly carried: readonly CarriedBack[];
  /** How many edits that a former window held back are damaged and could not be carried out, where there are any. */
  readonly damagedEdits?: number;
  /** Whether a copy of what was there before is kept aside. */
  readonly aside: boolean;
}

/** How a plan came back that is broken in the backup; `kind` as in {@link CarriedPlan}. */
export interface CarriedBack extends Pick<CarriedPlan, "title" | "kind"> {
  /** When the other backup was made that it came from, in ms since the epoch; `null` where the journal begins it, and where it is gone. */
  readonly backupAt: number | null;
}

/** Why what the machine keeps did not bring the database back; nothing of it was changed. */
export type RecoveryError =
  /** `detail` is in English. */
  | { readonly kind: "not-recovered"; readonly detail: string }
  /** What is kept could not be asked, and without that an empty database must not count as new, nor one with a hole as all there is. */
  | { readonly kind: "machine"; readonly code: BridgeErrorCode };
