import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { LibraryEntry } from "../data/library-entry.ts";
import { matchesPinyin } from "../ui/pinyin.ts";
import type { Command } from "./commands/command.ts";

/** What a query found, each group in the order it is shown. */
export interface PaletteFinds {
  readonly commands: readonly Command[];
  readonly plans: readonly LibraryEntry[];
  readonly indicators: readonly {
    readonly plan: LibraryEntry;
    readonly indicator: { readonly id: IndicatorId; readonly name: string };
  }[];
}

const MOST_INDICATORS = 30;

/** Finds commands, plans and indicators, those of the current plan first; an empty query lists commands and plans. */
export function findInPalette(
  query: string,
  commands: readonly Command[],
  library: readonly LibraryEntry[],
  current: PlanId | null,
): PaletteFinds {
  const first = (plan: LibraryEntry) => (plan.id === current ? 0 : 1);
  const inOrder = [...library].sort((a, b) => first(a) - first(b));
  const indicators =
    query.trim() === ""
      ? []
      : inOrder.flatMap((plan) =>
          plan.indicatorNames
            .filter(({ name }) => matchesPinyin(name, query))
            .map((indicator) => ({ plan, indicator })),
        );
  return {
    commands: commands.filter(({ label }) => matchesPinyin(label, query)),
    plans: library.filter(({ title }) => matchesPinyin(title, query)),
    indicators: indicators.slice(0, MOST_INDICATORS),
  };
}
