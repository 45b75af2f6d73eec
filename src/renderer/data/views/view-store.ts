import type { PlanId } from "#core/plan/ids.ts";
import type { Result } from "#core/result.ts";
import type { KeptCharts } from "#core/report/gallery/kept-charts.ts";
import type { StorageError } from "../store-error.ts";
import type { Arrangement, SavedView } from "./arrangement.ts";
import type { SavedLook } from "./saved-look.ts";

/** What a page does with arrangements of grids and designs of charts; they are no part of a plan, and its journal does not speak of them. */
export interface ViewStore {
  /** The saved views of a plan and those of all plans, by name. */
  readViews(plan: PlanId): Promise<readonly SavedView[]>;
  /** Saves a view, in place of the one with its id. */
  keepView(view: SavedView): Promise<Result<null, StorageError>>;
  /** Forgets a saved view; nothing happens when it is gone. */
  removeView(id: string): Promise<Result<null, StorageError>>;
  /** How the grid of a plan was left; `null` when it was never arranged. */
  readLeft(plan: PlanId): Promise<Arrangement | null>;
  /** Notes how the grid of a plan stands. */
  keepLeft(plan: PlanId, arrangement: Arrangement): Promise<Result<null, StorageError>>;
  /** How the charts of a plan are designed; as the program makes them where nothing was kept. */
  readCharts(plan: PlanId): Promise<KeptCharts>;
  /** Keeps how the charts of a plan are designed. */
  keepCharts(plan: PlanId, charts: KeptCharts): Promise<Result<null, StorageError>>;
  /** The styles of charts that were saved, for all plans. */
  readLooks(): Promise<readonly SavedLook[]>;
  /** Keeps these styles in place of the ones before. */
  keepLooks(looks: readonly SavedLook[]): Promise<Result<null, StorageError>>;
}
