import { baseValue } from "#core/plan/base-value.ts";
import type { DraftingView } from "./use-drafting.ts";

/** What a draft in the making holds. */
export interface DraftingCounts {
  readonly rows: number;
  readonly kept: number;
  readonly caliberChanged: number;
  readonly adopted: number;
  readonly dropped: number;
  readonly noBase: number;
  /** Bases that only stand in: 暂用. */
  readonly standIn: number;
  readonly targets: number;
  /** Targets as the rules propose them. */
  readonly proposed: number;
  readonly unreadable: number;
}

/** Counts what the draft would hold if it were made now. */
export function countsOf({
  proposed,
  drafting,
}: Pick<DraftingView, "proposed" | "drafting">): DraftingCounts {
  const { indicators, dropped } = proposed.plan;
  const bases = indicators.map((_, row) => baseValue(proposed.plan, row));
  const carried = indicators.flatMap(({ carriedFrom }) => (carriedFrom === null ? [] : [carriedFrom.fate]));
  const kept = carried.filter((fate) => fate === "kept").length;
  return {
    rows: indicators.length,
    kept,
    caliberChanged: carried.length - kept,
    adopted: indicators.length - carried.length,
    dropped: dropped.length,
    noBase: bases.filter((base) => base === null).length,
    standIn: bases.filter((base) => base?.provisional === true).length,
    targets: indicators.filter(({ targets }) => targets.length > 0).length,
    proposed: proposed.rows.filter(({ from, proposal }) => proposal.ok && !drafting.targets.has(from)).length,
    unreadable: indicators.filter(({ rejected }) => rejected.length > 0).length,
  };
}
