import { nextPeriod } from "./next-period.ts";
import type { Plan } from "./plan.ts";

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const ORDINAL = /(?<tens>[一二三四五六七八九]?十)(?<ones>[一二三四五六七八九]?)五(?=[”"」』规计])/gu;

/**
 * A title for the plan after this one: “十三五” becomes “十四五” and printed years move on; where the title names
 * neither, the new period is added. A note such as （征求意见稿） goes, as it spoke of the old text.
 */
export function proposeTitle(plan: Pick<Plan, "title" | "period">): string {
  const { start, end } = nextPeriod(plan.period);
  const plain = plan.title.replace(/[（(](?:征求意见稿|草案|送审稿|报批稿)[）)]/gu, "");
  const renumbered = plain.replace(ORDINAL, (_all, tens: string, ones: string) => nextOrdinal(tens, ones));
  const moved = renumbered.replace(
    new RegExp(`${plan.period.start}(\\s*年?\\s*[—–~～至-]+\\s*)${plan.period.end}`, "gu"),
    (_all, between: string) => `${start}${between}${end}`,
  );
  return moved === plain ? `${plain}（${start}—${end}年）` : moved;
}

/** The next five-year number: 十三 → 十四, 十九 → 二十. */
function nextOrdinal(tens: string, ones: string): string {
  const ten = tens === "十" ? 1 : DIGITS.findIndex((digit) => digit === tens.charAt(0));
  const next = ten * 10 + DIGITS.findIndex((digit) => digit === ones) + 1;
  const nextTens = Math.floor(next / 10);
  return `${nextTens === 1 ? "" : (DIGITS[nextTens] ?? "")}十${DIGITS[next % 10] ?? ""}五`;
}
