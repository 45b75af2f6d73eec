import { FORMULA_FUNCTIONS } from "#core/projection/formula/formula-functions.ts";
import { seriesKey } from "#core/projection/formula/check-formula.ts";
import type { AssumptionSheet } from "./assumption-sheet.ts";

/** What can stand at a place of a formula: a name with what is told of it, and the text that is put in. */
export interface FormulaOffer {
  readonly name: string;
  /** The unit of a series; `null` for a function. */
  readonly unit: string | null;
  readonly text: string;
}

/** The word before the caret that a name may come of, and where it begins. */
export interface FormulaWord {
  readonly start: number;
  readonly text: string;
}

/** Signs that end a name; one with such signs stands in brackets. */
const ENDS = /[\s()[\]+\-*/^,，×÷（）<>=]/u;
const MOST = 8;

/** The word that is being typed at the caret. */
export function wordAt(text: string, caret: number): FormulaWord {
  let start = caret;
  while (start > 0 && !ENDS.test(text.charAt(start - 1))) start -= 1;
  if (text.charAt(start - 1) === "[") start -= 1;
  return { start, text: text.slice(start, caret).replace("[", "") };
}

/** Series and functions whose name holds the word; none for an empty one. */
export function formulaOffers(
  { rows }: Pick<AssumptionSheet, "rows">,
  word: string,
): readonly FormulaOffer[] {
  const key = seriesKey(word);
  if (key === "") return [];
  const series = rows
    .filter(({ name, series }) => [name, ...series.names].some((each) => seriesKey(each).includes(key)))
    .map(({ name, unit }): FormulaOffer => ({ name, unit, text: ENDS.test(name) ? `[${name}]` : name }));
  const functions = FORMULA_FUNCTIONS.flatMap(({ names }): readonly FormulaOffer[] => {
    const name = names.find((each) => each.toLowerCase().startsWith(key));
    return name === undefined ? [] : [{ name, unit: null, text: `${name}(` }];
  });
  return [...series, ...functions].slice(0, MOST);
}
