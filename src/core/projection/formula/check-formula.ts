import { err, ok, type Result } from "../../result.ts";
import { toHalfWidth } from "../../indicator/unit.ts";
import { checkDimensions } from "./check-dimensions.ts";
import { numberOf } from "./compile-formula.ts";
import { type Expression, nodesOf } from "./expression.ts";
import type { FormulaError } from "./formula-error.ts";
import { parseFormula } from "./parse-formula.ts";

/** What a formula may speak of: the series of a model and its years. */
export interface FormulaScope {
  /** Indexes of the series that a name (official name or id) stands for, see {@link seriesKey}. */
  readonly find: (key: string) => readonly number[];
  /** Printed unit of a series. */
  readonly unitOf: (series: number) => string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** A formula that can be computed: its tree, and which series its names stand for. */
export interface CheckedFormula {
  readonly root: Expression;
  readonly seriesOf: ReadonlyMap<string, number>;
}

/** Names are told apart by their signs alone: not by blanks, width or case. */
export function seriesKey(name: string): string {
  return toHalfWidth(name).replace(/\s+/gu, "").toLowerCase();
}

/** Reads and checks the formula of a series whose printed unit is `unit`; the first thing wrong is the error. */
export function checkFormula(
  text: string,
  unit: string,
  scope: FormulaScope,
): Result<CheckedFormula, FormulaError> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const seriesOf = new Map<string, number>();
  // Nodes come outer before inner and right before left; errors are told from the left.
  for (const node of [...nodesOf(root)].sort((a, b) => a.span.start - b.span.start)) {
    const wrong = node.kind === "series" ? resolve(node, scope, seriesOf) : wrongPart(node, scope);
    if (wrong !== null) return err(wrong);
  }
  const unitOf = (name: string) => scope.unitOf(seriesOf.get(name) ?? -1);
  const mixed = checkDimensions(root, unitOf, unit);
  return mixed === null ? ok({ root, seriesOf }) : err(mixed);
}

function resolve(
  { name, span }: Extract<Expression, { kind: "series" }>,
  scope: FormulaScope,
  seriesOf: Map<string, number>,
): FormulaError | null {
  const [series, second] = scope.find(seriesKey(name));
  if (series === undefined) return { kind: "unknown-name", name, span };
  if (second !== undefined) return { kind: "ambiguous-name", name, span };
  seriesOf.set(name, series);
  return null;
}

/** What is wrong with the arguments of a call that wants a series, years or a whole number. */
function wrongPart(node: Expression, scope: FormulaScope): FormulaError | null {
  if (node.kind !== "call") return null;
  const { callee, parts, span } = node;
  const name = callee.names[0] ?? callee.id;
  const [first, second, third] = parts;
  if (callee.id === "round") {
    return second === undefined || isWhole(second, -15, 15)
      ? null
      : { kind: "whole-number-wanted", name, span: second.span };
  }
  if (callee.units !== "series" && callee.units !== "series-ratio") return null;
  if (first?.kind !== "series") return { kind: "series-wanted", name, span: first?.span ?? span };
  if (callee.id === "prev") {
    const most = scope.lastYear - scope.firstYear;
    return second === undefined || isWhole(second, 1, Math.max(1, most))
      ? null
      : { kind: "whole-number-wanted", name, span: second.span };
  }
  return (
    wrongYear(second, name, scope) ?? (callee.id === "cagr" ? wrongSpan(second, third, name, scope) : null)
  );
}

function wrongYear(node: Expression | undefined, name: string, scope: FormulaScope): FormulaError | null {
  if (node?.kind !== "number" || node.unit !== null || !Number.isInteger(node.value)) {
    return { kind: "year-wanted", name, span: node?.span ?? { start: 0, end: 0 } };
  }
  const outside = node.value < scope.firstYear || node.value > scope.lastYear;
  return outside ? { kind: "year-outside", year: node.value, span: node.span } : null;
}

/** The second year of an average growth must come after the first. */
function wrongSpan(
  from: Expression | undefined,
  to: Expression | undefined,
  name: string,
  scope: FormulaScope,
): FormulaError | null {
  const wrong = wrongYear(to, name, scope);
  if (wrong !== null || to === undefined) return wrong;
  return numberOf(to) > numberOf(from) ? null : { kind: "year-wanted", name, span: to.span };
}

function isWhole(node: Expression, min: number, max: number): boolean {
  const number = node.kind === "negate" ? -numberOf(node.operand) : numberOf(node);
  return Number.isInteger(number) && number >= min && number <= max;
}
