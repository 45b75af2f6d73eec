const DIGITS = "零一二三四五六七八九";
/** From the largest to the smallest. */
const MAGNITUDES = [
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
  ["百", 1e2],
  ["十", 10],
] as const;
/** 万 and 亿 stay signs, as plans print them beside digits. */
const SCALES: readonly (readonly [sign: string, size: number])[] = MAGNITUDES.slice(0, 2);

const SIGN = "[〇零一二两三四五六七八九十百千万亿]";
const RUN = `${SIGN}+`;
const PLACES = "[〇零一二三四五六七八九]+";
const NUMERALS = new RegExp(RUN, "gu");
const PERCENT = new RegExp(`百分之(${RUN})(?:点(${PLACES}))?`, "gu");
/** A numeral beside a digit is part of its number: the 千 of 5千. */
const NUMBER = new RegExp(`(?<![\\d.]|${SIGN})(${RUN})(?!\\d|${SIGN})(?:点(${PLACES}))?`, "gu");

/** Digits in a row, as years and counts are written: 二〇二五, 一二〇万. No more than a number keeps exactly. */
const POSITIONAL = /^[一二三四五六七八九][零一二三四五六七八九]{1,14}$/u;
/** Neighbours mean a span (三四家, 两三百家), and so does 三五; 三四 alone might be 34, too. */
const SPAN = /^(?:两三|三五|一二|二三|三四|四五|五六|六七|七八|八九)(?=[十百千万亿]*$)/u;

/** The numbers that stand in a text in Chinese numerals: 两家 is 2, 二十三 is 23, 百亿 is 10000000000. */
export function chineseNumbersIn(text: string): readonly number[] {
  return [...text.matchAll(NUMERALS)].map(([run]) => valueOf(run)).filter((value) => value !== null);
}

/** Whether a text holds a Chinese numeral, one that is no number on its own among them. */
export function holdsNumeral(text: string): boolean {
  return new RegExp(RUN, "u").test(text);
}

/**
 * A text with the numbers that stand in it in Chinese numerals written in digits: 九十家 becomes 90家, 二点五亿元 2.5亿元, 百分之三 3%. Words that
 * only contain a numeral (一流, 第三) change too; whoever reads the text tells them apart by what it makes of it. A numeral that
 * is no number, or more than one, stays as it is.
 */
export function numeralsAsDigits(text: string): string {
  return inDigits(text, printed);
}

/** A text with a numeral of more than one reading, in digits by each of them: 三四家 is 3—4家 or 34家. None where there is no such numeral. */
export function numeralReadings(text: string): readonly string[] {
  const readings = [0, 1].map((at) => inDigits(text, (run) => printed(run) ?? spanReadings(run)[at] ?? null));
  return readings.filter((reading) => reading !== numeralsAsDigits(text));
}

function inDigits(text: string, read: (run: string) => string | null): string {
  const put = (match: string, run: string, places: string | undefined, unit: string) => {
    const whole = places === undefined && unit === "" ? read(run) : (exactly(run) ?? read(run));
    return whole === null ? match : `${whole}${decimals(places)}${unit}`;
  };
  return text
    .replace(PERCENT, (match, run: string, places?: string) => put(match, run, places, "%"))
    .replace(NUMBER, (match, run: string, places?: string) => put(match, run, places, ""));
}

function exactly(run: string): string | null {
  const value = valueOf(run);
  return value === null ? null : String(value);
}

function decimals(places: string | undefined): string {
  if (places === undefined) return "";
  return `.${Array.from(places.replaceAll("〇", "零"), (sign) => DIGITS.indexOf(sign)).join("")}`;
}

/** Without a number before them 万 and 亿 are part of a unit. */
function printed(run: string): string | null {
  if (/^[万亿]+$/u.test(run)) return run;
  const value = valueOf(run);
  if (value === null) return null;
  const scale = SCALES.find(([sign]) => run.includes(sign));
  return scale === undefined ? String(value) : `${value / scale[1]}${scale[0]}`;
}

/** What a span of two neighbouring digits may mean: 三四十 is 30—40, 三四 is 3—4 or 34. */
function spanReadings(run: string): readonly string[] {
  const pair = SPAN.exec(run)?.[0];
  if (pair === undefined) return [];
  const magnitude = run.slice(pair.length);
  const [low = "", high = ""] = Array.from(pair, (sign) => printed(`${sign}${magnitude}`) ?? "");
  const span = `${low.replace(/[万亿]+$/u, "")}—${high}`;
  return /^[万亿]*$/u.test(magnitude) && !pair.startsWith("两")
    ? [span, `${digitsOf(pair)}${magnitude}`]
    : [span];
}

/** The number that a run of numerals is; `null` where it is none (一百零五十) or could be several (三四). */
function valueOf(run: string): number | null {
  if (run === "两") return 2;
  const signs = run.replaceAll("〇", "零").replace(/两(?=[百千万亿])/gu, "二");
  if (signs === "零") return 0;
  return SPAN.test(run) ? null : read(signs, { first: true, last: true });
}

/** Whether a part stands at the beginning and at the end of its run. */
interface Place {
  readonly first: boolean;
  readonly last: boolean;
}

function read(signs: string, place: Place): number | null {
  const found = MAGNITUDES.find(([sign]) => signs.includes(sign));
  if (found === undefined) return readDigits(signs, place);
  const [sign, size] = found;
  const at = signs.lastIndexOf(sign);
  const count = readCount(signs.slice(0, at), size, place);
  const rest = readRest(signs.slice(at + 1), size, place);
  return count === null || rest === null ? null : count * size + rest;
}

function readDigits(signs: string, { first }: Place): number | null {
  if (signs.length === 1) return DIGITS.indexOf(signs) > 0 ? DIGITS.indexOf(signs) : null;
  return first && POSITIONAL.test(signs) ? Number(digitsOf(signs)) : null;
}

/** How often a magnitude counts: once where nothing stands before it, as in 百 and in the 十 of 一百十五. */
function readCount(signs: string, size: number, { first }: Place): number | null {
  if (signs === "") return first || size === 10 ? 1 : null;
  const count = read(signs, { first, last: false });
  const most = size >= 1e4 ? size : 10;
  return count !== null && count < most ? count : null;
}

/**
 * What follows a magnitude. A last digit at once after it is a tenth of it (三万五 is 35000, 一百五 is 150), one after 零 is of the ones
 * (一百零五 is 105).
 */
function readRest(signs: string, size: number, { last }: Place): number | null {
  if (signs === "") return 0;
  const skips = signs.startsWith("零");
  const rest = read(skips ? signs.slice(1) : signs, { first: false, last });
  if (rest === null) return null;
  if (!skips && signs.length === 1 && size > 10) return last ? (rest * size) / 10 : null;
  return rest < (skips ? size / 10 : size) ? rest : null;
}

function digitsOf(signs: string): string {
  return Array.from(signs, (sign) => DIGITS.indexOf(sign)).join("");
}
