import { holdsNumeral } from "./chinese-number.ts";

/** Words that lead to a number: what follows them was meant to be one. */
const LEADS = /达到|超过|不[低高]于|不[少多]于|至少|控制在|新增|累计|年均|以上|以内|左右/u;
const PAIRS = ["“”", "‘’", "（）", "()", "《》"] as const;

/**
 * Whether a qualitative phrase looks as if a number was meant, or as if its end was lost: it holds a numeral, a word that leads to a
 * number, or a quotation mark or bracket without its other half. The planner should see that it is taken as a phrase.
 */
export function isDoubtfulPhrase(text: string): boolean {
  if (LEADS.test(text) || holdsNumeral(text) || /\d/u.test(text)) return true;
  const count = (sign: string) => text.split(sign).length - 1;
  return PAIRS.some(([open = "", close = ""]) => count(open) !== count(close)) || count('"') % 2 === 1;
}
