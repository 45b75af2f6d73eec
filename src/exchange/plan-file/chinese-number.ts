const DIGITS = "零一二三四五六七八九";
const SAME: Readonly<Record<string, string>> = { 〇: "零", 两: "二" };
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const NUMERALS = /[〇零一二两三四五六七八九十百千万亿]+/gu;

/** The numbers that stand in a text in Chinese numerals: 两家 is 2, 二十三 is 23, 百亿 is 10000000000. */
export function chineseNumbersIn(text: string): readonly number[] {
  return [...text.matchAll(NUMERALS)].map(([run]) => valueOf(run));
}

/** A magnitude without a number before it counts once: 百 is 100. */
function valueOf(run: string): number {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const printed of run) {
    const sign = SAME[printed] ?? printed;
    const small = SMALL[sign];
    const large = LARGE[sign];
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      const counted = section + (digit ?? 0);
      // 万亿 multiplies what stands before it; 三亿五千万 adds to it.
      total = counted === 0 ? Math.max(total, 1) * large : total + counted * large;
      section = 0;
      digit = null;
    } else {
      digit = DIGITS.indexOf(sign);
    }
  }
  return total + section + (digit ?? 0);
}
