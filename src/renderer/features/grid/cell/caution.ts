import { isDoubtfulPhrase } from "#core/indicator/doubtful-phrase.ts";
import { levelOf } from "#core/indicator/evaluate-target.ts";
import { baseValue } from "#core/plan/base-value.ts";
import { isShare } from "#core/plan/is-share.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Year } from "#core/plan/ids.ts";
import type { CellSource } from "../cell-view.ts";
import type { GridColumn } from "../grid-columns.ts";
import type { GridWords } from "../printed-cell.ts";

/**
 * What a planner should look at again, though it may well be meant: a share beyond its bounds, a milestone against the way of the
 * others, a phrase that looks as if a number was meant.
 */
export type Caution = { readonly kind: "share" | "phrase" } | { readonly kind: "back"; readonly year: Year };

/** The caution about a value or target; `null` where there is none. */
export function cautionOf(source: CellSource, index: number, column: GridColumn): Caution | null {
  const { plan, concepts } = source;
  const indicator = plan.indicators[index];
  if (indicator === undefined || (column.kind !== "observation" && column.kind !== "target")) return null;
  const planned =
    column.kind === "target" ? indicator.targets.find(({ year }) => year === column.year) : undefined;
  if (planned?.target.form === "qualitative")
    return plan.origin === "own" && isDoubtfulPhrase(planned.target.text) ? { kind: "phrase" } : null;
  const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
  const levels = column.kind === "target" ? levelsOf(source, index) : [];
  const value =
    column.kind === "observation"
      ? observationAt(plan.observations, index, column.year)?.value
      : levels.find(({ year }) => year === column.year)?.level;
  if (value === undefined) return null;
  if (isShare(indicator, concept) && (value < 0 || value > 100)) return { kind: "share" };
  return column.kind === "target" && turnsBack(levels, column.year)
    ? { kind: "back", year: column.year }
    : null;
}

interface YearLevel {
  readonly year: Year;
  readonly level: number;
}

/** The base and the levels of the targets after it, by year. */
function levelsOf({ plan, concepts }: CellSource, index: number): readonly YearLevel[] {
  const indicator = plan.indicators[index];
  if (indicator === undefined) return [];
  const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
  const found = baseValue(plan, index);
  const base = found === null ? null : { year: found.year, value: found.quantity.value };
  const targets = indicator.targets.flatMap(({ year, target }) => {
    const level = levelOf(target, base, year, concept?.direction);
    return level.ok ? [{ year, level: level.value.level }] : [];
  });
  const start = base === null ? [] : [{ year: base.year, level: base.value }];
  return [...start, ...targets].sort((a, b) => a.year - b.year);
}

function turnsBack(levels: readonly YearLevel[], year: Year): boolean {
  const [first, last] = [levels[0], levels.at(-1)];
  const at = levels.findIndex((each) => each.year === year);
  const [before, here] = [levels[at - 1], levels[at]];
  if (first === undefined || last === undefined || before === undefined || here === undefined) return false;
  return (here.level - before.level) * (last.level - first.level) < 0;
}

/** The caution in words. */
export function cautionText(caution: Caution, words: GridWords): string {
  return caution.kind === "back"
    ? words("cells.caution.back", { year: caution.year })
    : words(`cells.caution.${caution.kind}`);
}
