const DIGITS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A whole number from 1 to 99 in Chinese digits, as headings count: 一, 十, 十二, 二十一. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const before = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens] ?? ""}十`;
  return before + (ones === 0 ? "" : (DIGITS[ones] ?? ""));
}
