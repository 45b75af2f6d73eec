const DIGITS = "零一二三四五六七八九";
const SAME: Readonly<Record<string, string>> = { 〇: "零", 两: "二" };
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const NUMERALS = /[〇零一二两三四五六七八九十百千万亿]+/gu;

/** The numbers that stand in a text in Chinese numerals: 两家 is 2, 二十三 is 23, 百亿 is 10000000000. */
export function chineseNumbersIn(text: string): readonly number[] {
  return [...text.matchAll(NUMERALS)].map(([run]) => valueOf(run));
}

const RUN = "[〇零一二两三四五六七八九十百千万亿]+";
const PLACES = "[〇零一二三四五六七八九]+";
const PERCENT = new RegExp(`百分之(${RUN})(?:点(${PLACES}))?`, "gu");
const NUMBER = new RegExp(`(${RUN})(?:点(${PLACES}))?`, "gu");

/**
 * A text with the numbers that stand in it in Chinese numerals written in digits: 九十家 becomes 90家, 二点五亿元 2.5亿元, 百分之三 3%. Words that
 * only contain a numeral (一流, 第三) change too; whoever reads the text tells them apart by what it makes of it.
 */
export function numeralsAsDigits(text: string): string {
  return text
    .replace(PERCENT, (_, whole: string, places?: string) => `${valueOf(whole)}${decimals(places)}%`)
    .replace(NUMBER, (_, whole: string, places?: string) =>
      places === undefined ? printed(whole) : `${valueOf(whole)}${decimals(places)}`,
    );
}

function decimals(places: string | undefined): string {
  if (places === undefined) return "";
  return `.${Array.from(places, (sign) => DIGITS.indexOf(SAME[sign] ?? sign)).join("")}`;
}

/** 万 and 亿 stay signs, as plans print them beside digits; without a number before them they are part of a unit. */
function printed(run: string): string {
  if (/^[万亿]+$/u.test(run)) return run;
  const scale = Object.keys(LARGE).findLast((sign) => run.includes(sign));
  return scale === undefined ? String(valueOf(run)) : `${valueOf(run) / (LARGE[scale] ?? 1)}${scale}`;
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
