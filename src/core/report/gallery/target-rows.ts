import { formatTarget } from "../../indicator/format-target.ts";
import type { ChartedRow } from "./gallery-source.ts";

/** An indicator whose target implies a level above zero, with its last known value as a part of it, in percent. */
export interface TargetRow {
  readonly row: ChartedRow;
  /** 100 is the level of the target. */
  readonly actual: number;
  /** Where the target starts, in percent; `null` where that is the last known value. */
  readonly base: number | null;
  /** The stretch level, in percent; `null` for a target with one level. */
  readonly stretch: number | null;
  /** 2015年33家，目标2020年达到100家以上. */
  readonly words: string;
}

/** Indicators whose values can be told as a part of their target, in the plan's order. */
export function targetRows(rows: readonly ChartedRow[]): readonly TargetRow[] {
  return rows.flatMap((row) => {
    const { start, base, promised } = row.topic;
    const { target } = promised;
    if (target === null || start === null || target.level <= 0) return [];
    const part = (value: number) => (value / target.level) * 100;
    const { unit } = row.indicator;
    const stand = start.provisional ? "（暂用）" : "";
    const now = `${start.year}年${row.format.known(start.value, start.decimals)}${unit}${stand}`;
    return [
      {
        row,
        actual: part(start.value),
        base: base === null || base.year === start.year ? null : part(base.value),
        stretch: target.stretch === null ? null : part(target.stretch),
        words: `${now}，${target.planned.year}年${formatTarget(target.planned.target)}`,
      },
    ];
  });
}

/** A percentage of a target, without digits behind the point. */
export const percentText = (percent: number): string => `${Math.round(percent)}%`;
