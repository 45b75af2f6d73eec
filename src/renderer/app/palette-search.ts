import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { LibraryEntry } from "../data/library-entry.ts";
import { matchesPinyin } from "../ui/pinyin.ts";
import type { Command } from "./commands/command.ts";

/** What a query found, each group in the order it is shown. */
export interface PaletteFinds {
  readonly commands: readonly Command[];
  readonly plans: readonly LibraryEntry[];
  readonly indicators: readonly IndicatorFind[];
}

/** An indicator and the plan it belongs to. */
export interface IndicatorFind {
  readonly plan: LibraryEntry;
  readonly indicator: { readonly id: IndicatorId; readonly name: string };
}

const MOST_INDICATORS = 30;

/**
 * Finds commands, plans and indicators; an empty query lists commands and plans. Indicators of the current plan
 * come first, then short names, which a few letters mean more likely than long ones.
 */
export function findInPalette(
  query: string,
  commands: readonly Command[],
  library: readonly LibraryEntry[],
  current: PlanId | null,
): PaletteFinds {
  const indicators =
    query.trim() === ""
      ? []
      : library.flatMap((plan) =>
          plan.indicatorNames
            .filter(({ name }) => matchesPinyin(name, query))
            .map((indicator) => ({ plan, indicator })),
        );
  const elsewhere = ({ plan }: IndicatorFind) => (plan.id === current ? 0 : 1);
  indicators.sort((a, b) => elsewhere(a) - elsewhere(b) || a.indicator.name.length - b.indicator.name.length);
  return {
    commands: commands.filter(({ label }) => matchesPinyin(label, query)),
    plans: library.filter(({ title }) => matchesPinyin(title, query)),
    indicators: indicators.slice(0, MOST_INDICATORS),
  };
}
