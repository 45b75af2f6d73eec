import { err, ok, type Result } from "../../result.ts";
import {
  type Dimension,
  dimensionText,
  formulaUnit,
  isPlain,
  PERCENT,
  PLAIN,
  sameDimension,
  times,
} from "./dimension.ts";
import type { Expression } from "./expression.ts";
import type { DimensionError, Span } from "./formula-error.ts";

/**
 * What a part of a formula measures. A bare number takes the unit beside it; `scaled` says that a unit larger than its
 * base unit (亿元, 万人) is at work, beside which a bare number could mean two things.
 */
type Measure = { readonly kind: "bare"; readonly zero: boolean } | KnownMeasure;

interface KnownMeasure {
  readonly kind: "known";
  readonly dimension: Dimension;
  readonly scaled: boolean;
}

type Checked = Result<Measure, DimensionError>;

/** The printed unit of a series by the name that the formula uses. */
export type UnitOfSeries = (name: string) => string;

const BARE: Measure = { kind: "bare", zero: false };
const RATIO: Measure = { kind: "known", dimension: PLAIN, scaled: false };
const HUNDRED = 100;

/**
 * Whether the units of a formula go together and give `wanted`, the printed unit of the series it stands in: sums and
 * comparisons are of one unit, products multiply units, a ratio × 100 is a percentage and a percentage ÷ 100 a ratio.
 */
export function checkDimensions(
  root: Expression,
  unitOf: UnitOfSeries,
  wanted: string,
): DimensionError | null {
  const checked = measure(root, unitOf);
  if (!checked.ok) return checked.error;
  const found = checked.value;
  const unit = formulaUnit(wanted);
  if (found.kind === "bare") {
    const ambiguous = unit.factor !== 1 && unit.fromStored === 1 && !found.zero;
    return ambiguous ? { kind: "unit-missing", beside: wanted, span: root.span } : null;
  }
  if (sameDimension(found.dimension, unit.dimension)) return null;
  const timesHundred = isPlain(found.dimension) && sameDimension(unit.dimension, PERCENT);
  return {
    kind: "result-unit",
    found: dimensionText(found.dimension),
    wanted,
    timesHundred,
    span: root.span,
  };
}

function measure(node: Expression, unitOf: UnitOfSeries): Checked {
  switch (node.kind) {
    case "number":
      return ok(measureOfNumber(node.value, node.unit));
    case "series": {
      const { dimension, factor } = formulaUnit(unitOf(node.name));
      return ok({ kind: "known", dimension, scaled: factor !== 1 });
    }
    case "negate":
      return measure(node.operand, unitOf);
    case "binary":
      return measureOfBinary(node, unitOf);
    case "call":
      return measureOfCall(node, unitOf);
  }
}

function measureOfNumber(value: number, unit: string | null): Measure {
  if (unit === null) return { kind: "bare", zero: value === 0 };
  // As in a spreadsheet: 5% is 0.05, while 5个百分点 is five units of a percentage.
  if (unit === "%") return RATIO;
  return { kind: "known", dimension: formulaUnit(unit).dimension, scaled: false };
}

function measureOfBinary(node: Extract<Expression, { kind: "binary" }>, unitOf: UnitOfSeries): Checked {
  if (node.operator === "*" || node.operator === "/") return product(node, unitOf);
  const left = measure(node.left, unitOf);
  if (!left.ok) return left;
  const right = measure(node.right, unitOf);
  if (!right.ok) return right;
  if (node.operator === "^") return power(left.value, right.value, node);
  const same = together([left.value, right.value], [node.left.span, node.right.span]);
  if (node.operator === "+" || node.operator === "-") return same;
  return same.ok ? ok(RATIO) : same;
}

function measureOfCall(node: Extract<Expression, { kind: "call" }>, unitOf: UnitOfSeries): Checked {
  const parts: Measure[] = [];
  for (const part of node.parts) {
    const checked = measure(part, unitOf);
    if (!checked.ok) return checked;
    parts.push(checked.value);
  }
  const spans = node.parts.map(({ span }) => span);
  const [first = BARE] = parts;
  switch (node.callee.units) {
    case "same":
      return together(parts, spans);
    case "choice":
      return together(parts.slice(1), spans.slice(1));
    case "digits":
      // Digits count in base units: of 亿元 they would cut off parts of a yuan, of 件/万人 everything.
      return first.kind === "known" && first.scaled
        ? err(plainWanted(first, spans[0] ?? node.span))
        : ok(first);
    case "series":
      return ok(first);
    case "series-ratio":
      return ok(RATIO);
    case "plain":
      return isBareOrPlain(first) ? ok(RATIO) : err(plainWanted(first, spans[0] ?? node.span));
  }
}

/** The one measure of parts that are added, compared or chosen from. */
function together(parts: readonly Measure[], spans: readonly Span[]): Checked {
  const known = parts.filter((part) => part.kind === "known");
  const [first] = known;
  if (first === undefined) return ok({ kind: "bare", zero: parts.every((part) => isZero(part)) });
  const other = parts.findIndex(
    (part) => part.kind === "known" && !sameDimension(part.dimension, first.dimension),
  );
  const odd = parts[other];
  if (odd !== undefined) return err(mismatch(first.dimension, dimensionOf(odd), spans[other] ?? NOWHERE));
  const scaled = known.some((part) => part.scaled);
  const bare = parts.findIndex((part) => part.kind === "bare" && !part.zero);
  if (bare >= 0 && (scaled || "money" in first.dimension)) {
    const beside = dimensionText(first.dimension);
    return err({ kind: "unit-missing", beside, span: spans[bare] ?? NOWHERE });
  }
  return ok({ ...first, scaled });
}

const isZero = (part: Measure): boolean => part.kind === "bare" && part.zero;

function mismatch(left: Dimension, right: Dimension, span: Span): DimensionError {
  const apart = times(left, right, -1);
  if (sameDimension(apart, PERCENT) || sameDimension(apart, { percent: -1 })) {
    return { kind: "ratio-beside-percent", span };
  }
  return { kind: "unit-mismatch", left: dimensionText(left), right: dimensionText(right), span };
}

/**
 * A chain of × and ÷ as a whole: 100 × 投入 ÷ 产值 is as much a percentage as 投入 ÷ 产值 × 100, and a percentage ÷ 100 a
 * ratio, wherever in the chain the hundred stands.
 */
function product(node: Extract<Expression, { kind: "binary" }>, unitOf: UnitOfSeries): Checked {
  let dimension: Dimension = PLAIN;
  let hundreds = 0;
  let scaled = false;
  let bare = true;
  for (const { factor, power } of factorsOf(node)) {
    const checked = measure(factor, unitOf);
    if (!checked.ok) return checked;
    if (isHundred(factor)) hundreds += power;
    if (checked.value.kind === "bare") continue;
    bare = false;
    dimension = times(dimension, checked.value.dimension, power);
    scaled ||= checked.value.scaled;
  }
  if (bare) return ok(BARE);
  if (hundreds > 0 && isPlain(dimension)) return ok({ kind: "known", dimension: PERCENT, scaled: false });
  if (hundreds < 0 && (dimension["percent"] ?? 0) > 0) dimension = times(dimension, PERCENT, -1);
  return ok({ kind: "known", dimension, scaled: scaled && !isPlain(dimension) });
}

/** The factors of a chain of × and ÷ from right to left, with their powers 1 or −1. */
function factorsOf(node: Expression): readonly { readonly factor: Expression; readonly power: 1 | -1 }[] {
  const found: { readonly factor: Expression; readonly power: 1 | -1 }[] = [];
  let rest = node;
  while (rest.kind === "binary" && (rest.operator === "*" || rest.operator === "/")) {
    found.push({ factor: rest.right, power: rest.operator === "*" ? 1 : -1 });
    rest = rest.left;
  }
  return [...found, { factor: rest, power: 1 }];
}

function power(base: Measure, exponent: Measure, node: Extract<Expression, { kind: "binary" }>): Checked {
  if (!isBareOrPlain(exponent)) return err(plainWanted(exponent, node.right.span));
  if (base.kind === "bare") return ok(BARE);
  if (isPlain(base.dimension)) return ok(base);
  const { right } = node;
  if (right.kind !== "number" || !Number.isInteger(right.value))
    return err(plainWanted(base, node.left.span));
  return ok({ ...base, dimension: times(PLAIN, base.dimension, right.value) });
}

function plainWanted(found: Measure, span: Span): DimensionError {
  return { kind: "plain-number-wanted", found: dimensionText(dimensionOf(found)), span };
}

const NOWHERE: Span = { start: 0, end: 0 };
const dimensionOf = (part: Measure): Dimension => (part.kind === "bare" ? PLAIN : part.dimension);
const isHundred = (node: Expression): boolean =>
  node.kind === "number" && node.value === HUNDRED && node.unit === null;

function isBareOrPlain(part: Measure): boolean {
  return part.kind === "bare" || isPlain(part.dimension);
}
