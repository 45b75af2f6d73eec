import type { Direction } from "../plan/concept.ts";
import { err, ok, type Result } from "../result.ts";
import { numeralReadings, numeralsAsDigits } from "./chinese-number.ts";
import { formatTarget } from "./format-target.ts";
import type { Quantity } from "./quantity.ts";
import type { AtMostWording, GrowthQualifier, Target } from "./target.ts";
import type { TargetError } from "./target-error.ts";
import { readPair } from "./parse-target-pair.ts";
import { type Reading, readQuantity } from "./read-quantity.ts";
import { type TypedText, typedText, without } from "./typed-text.ts";
import { isPercent, parseUnit } from "./unit.ts";

export type { TargetError } from "./target-error.ts";

/** Longest qualitative phrase; more is a sentence and belongs into the text of the plan. */
const MAX_PHRASE = 60;
/** Longer than any wording of a target, and short enough for the patterns to be quick. */
const MAX_TEXT = 200;

type Outcome = Result<Target, TargetError>;
/** A wording: the part captured by the pattern is the number with its unit. */
type LevelWording = readonly [pattern: RegExp, make: (level: Quantity) => Target];

const REACH = "(?:达到|达|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增长至|增至|升至)";
/** A fall to a level, which is the most that there may be; a fall by an amount (下降5%) has no 到 or 至. */
const FALL_TO = "(?:下降到|下降至|降低到|降低至|降到|降至)";
const STAY = "(?:保持|稳定)";
const OR_BELOW = "(?:以内|之内|以下)";

const LEVEL_WORDINGS: readonly LevelWording[] = [
  [new RegExp(`^(?:控制在|限制在|${STAY}在)(.+?)(?:${OR_BELOW}|内)$`, "u"), (level) => atMost(level)],
  [/^(?:不超过|不高于|不大于|不多于|小于或?等于|<=|≤|≦)(.+)$/u, (level) => atMost(level)],
  [new RegExp(`^([^\\p{L}].*?)${OR_BELOW}$`, "u"), (level) => atMost(level)],
  [/^(?:低于|少于|小于|<)(.+)$/u, (level) => ({ form: "below", level })],
  [/^超过(.+)$/u, (level) => ({ form: "exceed", level, wording: "exceed" })],
  [/^超(.+)$/u, (level) => ({ form: "exceed", level, wording: "over" })],
  [/^突破(.+)$/u, (level) => ({ form: "exceed", level, wording: "break-through" })],
  [/^(?:高于|大于|多于|>(?!=))(.+)$/u, (level) => ({ form: "exceed", level, wording: "exceed" })],
  [
    /^(?:不低于|不少于|不小于|至少|大于或?等于|>=|≥|≧)(.+)$/u,
    (level) => ({ form: "atLeast", level, wording: "not-below" }),
  ],
  [
    new RegExp(`^(?:${REACH}|${FALL_TO}|控制在|${STAY}在?)?(?:约|大约)?(.+?)左右$`, "u"),
    (level) => about(level),
  ],
  [/^(?:约|大约)(.+)$/u, (level) => about(level)],
  [/^控制在(.+)$/u, (level) => atMost(level)],
  ...fallTo("下降[到至]", "fall-to", "fall-to-or-below"),
  ...fallTo("降低[到至]", "lower-to", "lower-to-or-below"),
  ...fallTo("降[到至]", "down-to", "down-to-or-below"),
  [
    new RegExp(`^${STAY}在?(.+?)[及或]?以上$`, "u"),
    (level) => ({ form: "atLeast", level, wording: "stay-or-above" }),
  ],
  [/^力争超过?(.+)$/u, (level) => ({ form: "exceed", level, wording: "strive-exceed" })],
  [/^力争突破(.+)$/u, (level) => ({ form: "exceed", level, wording: "strive-break-through" })],
  [
    new RegExp(`^力争${REACH}?(.+?)(?:[及或]?以上)?$`, "u"),
    (level) => ({ form: "atLeast", level, wording: "strive" }),
  ],
  [
    new RegExp(`^确保${REACH}?(.+?)(?:[及或]?以上)?$`, "u"),
    (level) => ({ form: "atLeast", level, wording: "ensure" }),
  ],
  [
    new RegExp(`^${REACH}(.+?)[及或]?以上$`, "u"),
    (level) => ({ form: "atLeast", level, wording: "reach-or-above" }),
  ],
  [new RegExp(`^${REACH}(.+)$`, "u"), (level) => ({ form: "atLeast", level, wording: "reach" })],
  [/^([^\p{L}].*?)[及或]?以上$/u, (level) => ({ form: "atLeast", level, wording: "or-above" })],
  [/^([+\-.\d].*)$/u, (level) => ({ form: "atLeast", level, wording: "bare" })],
];

const CUMULATIVE = /^累计(?:完成|达到|达|实现|投入|投资|新增|净增)?(.+?)[及或]?(以上)?$/u;
const TOLERANCE = /\(±([\d.]+)%\)$/u;
const AVERAGE =
  /^(?:年均|每年|年)(增长率|增长|增幅|增速|提高|递增|增加|增|下降|降低|递减|减少)(?:为|达到|达|保持在?|稳定在?)?(约|不低于|超过?|高于|突破)?(.+?)(以上|左右)?(?:\((累计法|水平法)\))?$/u;
const INCREASE = [
  [/^(?:新增加?|净增|新建|新培育|新组建|新认定)(.+?)[及或]?(以上)?$/u, "add", 1],
  [/^净减(.+?)[及或]?(以上)?$/u, "add", -1],
  [/^(?:提高|提升|上升)(.+?)[及或]?(以上)?$/u, "raise", 1],
  [/^(?:降低|下降)(.+?)[及或]?(以上)?$/u, "raise", -1],
  [/^(?:增加|增长)(.+?)[及或]?(以上)?$/u, "increase", 1],
  [/^减少(.+?)[及或]?(以上)?$/u, "increase", -1],
] as const;
/** The number is included in 以上 and 以下 in any case. */
const INCLUSIVE = /\(含(?:本数)?\)(?=以[上下内])|(?<=以[上下内])\(含(?:本数)?\)/u;
/** A row of percentages says by its name of what it is a share. */
const SHARE = /^(?:占比|比重)(?=.)/u;
const COMPARED = /^[比较](\d{4})年(.+)$/u;
/** Percentage points alone, in a row of percentages, can only be a change. */
const POINTS = [
  [/^\+?([\d.]+个?百分点)[及或]?(以上)?$/u, "raise", 1],
  [/^-([\d.]+个?百分点)[及或]?(以上)?$/u, "raise", -1],
] as const;

const LEADS_TO_NUMBER = new RegExp(
  `^(?:${REACH}|${FALL_TO}|不?超过?|突破|不?[低高]于|不?[大小少多]于|控制在|至少|约|累计(?:完成)?|新增|提高|提升|增加|增长|降低|下降|减少|保底|确保|力争|年均(?:增长)?)?`,
  "u",
);
const CHINESE_NUMBER = /^[一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]*/u;

/**
 * Reads the official wording of a target (domain.md section 3); bare numbers are in `unit`. For concepts where lower
 * is better the floor of 保底…力争… lies above the stretch; where neither is better, their order is not judged.
 */
export function parseTarget(text: string, unit: string, direction: Direction = "higher"): Outcome {
  const { length } = text.trim();
  if (length > MAX_TEXT) return err({ kind: "too-long", length, max: MAX_TEXT });
  const typed = typedText(text.trimEnd());
  if (typed.plain === "") return err({ kind: "empty" });
  const plainly = without(typed, INCLUSIVE);
  const reading: Reading = { typed: isPercent(unit) ? without(plainly, SHARE) : plainly, unit };
  if (/^(?:实现|达到|完成)?(?:100%)?全面?覆盖$/u.test(typed.plain)) return ok({ form: "fullCoverage" });
  if (!/\d/u.test(typed.plain)) return readNumerals(reading, direction) ?? readPhrase(typed);
  const read = readDigits(reading, direction);
  if (read?.ok) return read;
  return readNumerals(reading, direction) ?? read ?? err({ kind: "unreadable", text, at: 0 });
}

function readDigits(reading: Reading, direction: Direction): Outcome | null {
  return (
    readCompared(reading) ??
    readPair(reading, direction) ??
    readAverageGrowth(reading) ??
    readCumulative(reading) ??
    readIncrease(reading) ??
    readLevel(reading)
  );
}

/** A wording whose numbers stand in Chinese numerals (达到九十家); refused where they could be several; `null` where they make no target. */
function readNumerals({ typed, unit }: Reading, direction: Direction): Outcome | null {
  const inDigits = (plain: string) => readDigits({ typed: typedText(plain), unit }, direction);
  const digits = numeralsAsDigits(typed.plain);
  const read = digits === typed.plain ? null : inDigits(digits);
  if (read !== null && (read.ok || "mend" in read.error)) return read;
  const readings = numeralReadings(typed.plain).map(inDigits);
  const mends = readings.flatMap((reading) => (reading?.ok ? [formatTarget(reading.value)] : []));
  return mends.length === 0 ? null : err({ kind: "ambiguous-number", text: typed.original, mends });
}

/** 比2025年提高3个百分点: the model counts changes from the base year, which the reader of a wording does not know. */
function readCompared({ typed, unit }: Reading): Outcome | null {
  const [, year, change] = COMPARED.exec(typed.plain) ?? [];
  if (year === undefined || change === undefined) return null;
  const read = readIncrease({ typed: typedText(change), unit });
  return err({ kind: "compared-with-year", year, mends: read?.ok ? [formatTarget(read.value)] : [] });
}

function readLevel(reading: Reading): Outcome | null {
  const { plain } = reading.typed;
  const tolerance = TOLERANCE.exec(plain);
  const body = tolerance === null ? plain : plain.slice(0, tolerance.index);
  for (const [pattern, make] of LEVEL_WORDINGS) {
    const part = pattern.exec(body)?.[1];
    if (part === undefined || /^(?:\p{L}|$)/u.test(part)) continue;
    const level = readQuantity(reading, part);
    if (!level.ok) return level;
    const target = make(level.value);
    return tolerance === null ? ok(target) : withTolerance(reading.typed, target, tolerance);
  }
  return null;
}

function withTolerance(typed: TypedText, target: Target, found: RegExpExecArray): Outcome {
  const percent = Number(found[1]);
  if (target.form !== "about" || !Number.isFinite(percent)) {
    return err({ kind: "unreadable", text: typed.original, at: typed.offsets[found.index] ?? 0 });
  }
  return ok({ ...target, tolerance: percent });
}

function readAverageGrowth(reading: Reading): Outcome | null {
  const found = AVERAGE.exec(reading.typed.plain);
  if (found === null) return null;
  const [, verb = "", hedge, number = "", tail, method] = found;
  const rate = readQuantity({ ...reading, unit: "%" }, number);
  if (!rate.ok) return rate;
  const value = /[降减]/u.test(verb) ? 0 - rate.value.value : rate.value.value;
  const qualifier = growthQualifier(hedge, tail);
  if (qualifier === null) return null;
  return ok({
    form: "averageGrowth",
    rate: value,
    decimals: rate.value.decimals,
    method: method === "累计法" ? "cumulative" : "level",
    qualifier,
  });
}

/** 超过6%以上 says two things at once. */
function growthQualifier(hedge: string | undefined, tail: string | undefined): GrowthQualifier | null {
  if (hedge !== undefined && /^(?:超过?|高于|突破)$/u.test(hedge))
    return tail === undefined ? "exceed" : null;
  if (tail === "以上" || hedge === "不低于") return "or-above";
  return tail === "左右" || hedge === "约" ? "about" : "exact";
}

function readCumulative(reading: Reading): Outcome | null {
  const [, part, above] = CUMULATIVE.exec(reading.typed.plain) ?? [];
  if (part === undefined) return null;
  const total = readQuantity(reading, part);
  return total.ok ? ok({ form: "cumulative", total: total.value, orAbove: above !== undefined }) : total;
}

function readIncrease(reading: Reading): Outcome | null {
  for (const [pattern, wording, sign] of isPercent(reading.unit) ? [...INCREASE, ...POINTS] : INCREASE) {
    const [, part, above] = pattern.exec(reading.typed.plain) ?? [];
    if (part === undefined || !/^[+\-.\d]/u.test(part)) continue;
    const unit = isPercent(reading.unit) ? "个百分点" : reading.unit;
    if (unit !== reading.unit && /^[\d.]+%$/u.test(part)) {
      const { plain } = reading.typed;
      const mend = `${plain.slice(0, plain.indexOf(part))}${part.replace("%", unit)}`;
      return err({ kind: "percent-is-not-points", text: reading.typed.original, mend });
    }
    const by = readQuantity(
      { ...reading, unit },
      unit === reading.unit ? part : part.replace(/个点$/u, unit),
    );
    if (!by.ok) return by;
    const value = sign < 0 ? 0 - by.value.value : by.value.value;
    return ok({ form: "increase", by: { ...by.value, value }, wording, orAbove: above !== undefined });
  }
  return null;
}

/** A phrase without digits is qualitative, unless it is only half a target or a number written in characters. */
function readPhrase(typed: TypedText): Outcome {
  const text = typed.original.trim();
  const lead = LEADS_TO_NUMBER.exec(typed.plain)?.[0] ?? "";
  const rest = typed.plain.slice(lead.length);
  const number = CHINESE_NUMBER.exec(rest)?.[0];
  const tail = rest.slice(number?.length ?? 0).replace(/(?:以上|以内|左右)$/u, "");
  // Whatever the row's unit is: a phrase must stay one when the unit is edited.
  const inCharacters = number !== undefined && !parseUnit(tail).dimension.startsWith("other:");
  if (!/\p{L}/u.test(rest) || inCharacters) {
    const at = typed.offsets[lead.length] ?? typed.original.length;
    return err({ kind: "unreadable", text: typed.original, at: inCharacters ? at : 0 });
  }
  if (text.length > MAX_PHRASE) return err({ kind: "too-long", length: text.length, max: MAX_PHRASE });
  return ok({ form: "qualitative", text });
}

function fallTo(verb: string, to: AtMostWording, orBelow: AtMostWording): readonly LevelWording[] {
  return [
    [new RegExp(`^${verb}(.+?)${OR_BELOW}$`, "u"), (level) => atMost(level, orBelow)],
    [new RegExp(`^${verb}(.+)$`, "u"), (level) => atMost(level, to)],
  ];
}

function atMost(level: Quantity, wording: AtMostWording = "within"): Target {
  return { form: "atMost", level, wording };
}

function about(level: Quantity): Target {
  return { form: "about", level, tolerance: null };
}
