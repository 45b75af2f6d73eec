/**
 * A unit as printed, the dimension it measures and its factor to that dimension's base unit. Only units of one
 * dimension convert. Factors are powers of ten, so that values convert without rounding noise.
 */
export interface Unit {
  readonly text: string;
  readonly dimension: string;
  readonly factor: number;
}

const PERCENT: readonly string[] = ["%", "百分比"];
/** A tenth: 5成 is 50 %. */
const TENTH = "成";
/** The unit in which two percentages differ, as the plans print it. */
export const PERCENTAGE_POINTS = "个百分点";
const PERCENTAGE_POINT: readonly string[] = [PERCENTAGE_POINTS, "百分点"];
const PEOPLE: readonly string[] = ["人", "名", "位"];
/** Classifiers of things: the plans print 家 and 个 for one concept, so they are one dimension. */
const CLASSIFIERS: ReadonlySet<string> = new Set("家个件项条种座所篇部台套处间宗只批场张支本份册类组");
/** Measures that take a magnitude (万亩) and convert with themselves only. */
const MEASURES: ReadonlySet<string> = new Set([
  "人次",
  "户",
  "次",
  "亩",
  "公顷",
  "平方米",
  "平方公里",
  "立方米",
  "公里",
  "吨",
  "吨标准煤",
  "千瓦",
  "千瓦时",
  "美元",
]);

const MAGNITUDES: readonly (readonly [string, number])[] = [
  ["万亿", 1e12],
  ["千亿", 1e11],
  ["百亿", 1e10],
  ["十亿", 1e9],
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
  ["百", 1e2],
];

/** Units that were read, and how many are kept: a plan has few, and each is read for every number in it. */
const known = new Map<string, Unit>();
const MOST_KNOWN = 500;

/** Reads a printed unit; text that is not known is a dimension of its own with factor 1. */
export function parseUnit(text: string): Unit {
  const before = known.get(text);
  if (before !== undefined) return before;
  const unit = readUnit(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, unit);
  return unit;
}

function readUnit(text: string): Unit {
  const printed = text.trim();
  const plain = toHalfWidth(printed).replace(/\s+/gu, "");
  if (plain === TENTH) return { text: printed, dimension: "percent", factor: 10 };
  const whole = dimensionOf(plain);
  if (whole !== null) return { text: printed, dimension: whole, factor: 1 };
  const magnitude = leadingMagnitude(plain);
  if (magnitude !== null) {
    const dimension = dimensionOf(plain.slice(magnitude.text.length));
    if (dimension !== null && takesMagnitude(dimension)) {
      return { text: printed, dimension, factor: magnitude.factor };
    }
  }
  return { text: printed, dimension: `other:${plain}`, factor: 1 };
}

/** Whether values in one printed unit can be shown in the other. */
export function convertible(a: string, b: string): boolean {
  return parseUnit(a).dimension === parseUnit(b).dimension;
}

/** The unit in which two values of a unit differ: percentage points for percentages. */
export function unitOfDifference(unit: string): string {
  return isPercent(unit) ? PERCENTAGE_POINTS : unit;
}

/** Whether the unit prints percentages, whose changes are told in percentage points. */
export function isPercent(unit: string): boolean {
  return parseUnit(unit).dimension === "percent";
}

/** The magnitude (万, 亿, 千万 …) that a text begins with, or `null`. */
export function leadingMagnitude(text: string): { readonly text: string; readonly factor: number } | null {
  const found = MAGNITUDES.find(([word]) => text.startsWith(word));
  return found === undefined ? null : { text: found[0], factor: found[1] };
}

/** Whether a magnitude may stand before the units of a dimension: 2.3亿元, never 2.3亿%. */
export function takesMagnitude(dimension: string): boolean {
  return dimension !== "percent" && dimension !== "percentage-point";
}

const HALF_WIDTH = /^[\x20-\x7E]*$/u;

/** Full-width letters, digits and signs as half-width ones, one for one, so that offsets stay. */
export function toHalfWidth(text: string): string {
  if (HALF_WIDTH.test(text)) return text;
  return text
    .replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/gu, " ")
    .replace(/\u2212/gu, "-");
}

function dimensionOf(plain: string): string | null {
  if (plain === "元") return "money";
  if (PERCENT.includes(plain)) return "percent";
  if (PERCENTAGE_POINT.includes(plain)) return "percentage-point";
  if (PEOPLE.includes(plain)) return "people";
  if (plain === "人年") return "person-years";
  if (CLASSIFIERS.has(plain)) return "count";
  return MEASURES.has(plain) ? `measure:${plain}` : null;
}
