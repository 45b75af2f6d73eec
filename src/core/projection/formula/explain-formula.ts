import { assertNever } from "../../assert-never.ts";
import { err, ok, type Result } from "../../result.ts";
import { baseValueOf, numberOf } from "./compile-formula.ts";
import { formulaUnit } from "./dimension.ts";
import type { BinaryOperator, Expression } from "./expression.ts";
import type { Span } from "./formula-error.ts";
import { roundTo } from "./round-to.ts";

/** Why a formula has no value in one year. */
export type ValueGap =
  | { readonly kind: "no-value"; readonly name: string; readonly year: number; readonly span: Span }
  | { readonly kind: "divided-by-zero"; readonly span: Span }
  | { readonly kind: "not-positive"; readonly value: number; readonly span: Span }
  | { readonly kind: "no-real-power"; readonly span: Span }
  | { readonly kind: "too-large"; readonly span: Span };

/** Where a formula reads: stored values of series by the name it uses (NaN where there is none), and their units. */
export interface ValueScope {
  readonly valueOf: (name: string, year: number) => number;
  readonly unitOf: (name: string) => string;
  /** Printed unit of the series that the formula defines. */
  readonly unit: string;
}

type Valued = Result<number, ValueGap>;

/**
 * The value of a formula in one year, reckoned term by term, or what keeps it from having one. It says what the compiled
 * code cannot: the code's NaN has no reason.
 */
export function explainFormula(root: Expression, year: number, scope: ValueScope): Valued {
  const value = reckon(root, year, scope);
  if (!value.ok) return value;
  return finite(value.value / formulaUnit(scope.unit).fromStored, root.span);
}

function reckon(node: Expression, year: number, scope: ValueScope): Valued {
  switch (node.kind) {
    case "number":
      return ok(baseValueOf(node.value, node.unit));
    case "series":
      return stored(node, year, scope);
    case "negate":
      return mapped(reckon(node.operand, year, scope), (value) => ok(-value));
    case "binary":
      return mapped(reckon(node.left, year, scope), (left) =>
        mapped(reckon(node.right, year, scope), (right) => combine(node.operator, left, right, node.span)),
      );
    case "call":
      return call(node, year, scope);
  }
}

function stored(node: Extract<Expression, { kind: "series" }>, year: number, scope: ValueScope): Valued {
  const value = scope.valueOf(node.name, year);
  return Number.isNaN(value)
    ? err({ kind: "no-value", name: node.name, year, span: node.span })
    : finite(value * formulaUnit(scope.unitOf(node.name)).fromStored, node.span);
}

function combine(operator: BinaryOperator, left: number, right: number, span: Span): Valued {
  switch (operator) {
    case "+":
      return finite(left + right, span);
    case "-":
      return finite(left - right, span);
    case "*":
      return finite(left * right, span);
    case "/":
      return right === 0 ? err({ kind: "divided-by-zero", span }) : finite(left / right, span);
    case "^": {
      const value = left ** right;
      if (Number.isNaN(value)) return err({ kind: "no-real-power", span });
      return left === 0 && right < 0 ? err({ kind: "divided-by-zero", span }) : finite(value, span);
    }
    case "<":
      return truth(left < right);
    case "<=":
      return truth(left <= right);
    case ">":
      return truth(left > right);
    case ">=":
      return truth(left >= right);
    case "=":
      return truth(left === right);
    case "<>":
      return truth(left !== right);
    default:
      return assertNever(operator);
  }
}

function call(node: Extract<Expression, { kind: "call" }>, year: number, scope: ValueScope): Valued {
  const { callee, parts, span } = node;
  switch (callee.id) {
    case "if":
      return choose(parts, year, scope);
    case "prev":
      return series(parts, year - (parts[1] === undefined ? 1 : numberOf(parts[1])), scope);
    case "at":
      return series(parts, numberOf(parts[1]), scope);
    case "cagr":
      return averageGrowth(parts, scope, span);
    default:
      break;
  }
  const values: number[] = [];
  for (const part of parts) {
    const value = reckon(part, year, scope);
    if (!value.ok) return value;
    values.push(value.value);
  }
  const [first = Number.NaN, second = 0] = values;
  switch (callee.id) {
    case "min":
      return ok(Math.min(...values));
    case "max":
      return ok(Math.max(...values));
    case "sum":
      return finite(total(values), span);
    case "avg":
      return finite(total(values) / values.length, span);
    case "abs":
      return ok(Math.abs(first));
    case "round":
      return ok(roundTo(first, second));
    case "ln":
      return first > 0 ? ok(Math.log(first)) : err({ kind: "not-positive", value: first, span });
    case "exp":
      return finite(Math.exp(first), span);
    default:
      return assertNever(callee.id);
  }
}

/** Only the chosen branch has to have a value. */
function choose(parts: readonly Expression[], year: number, scope: ValueScope): Valued {
  const [condition, yes, no] = parts;
  if (condition === undefined || yes === undefined || no === undefined)
    throw new RangeError("if without parts");
  return mapped(reckon(condition, year, scope), (value) => reckon(value === 0 ? no : yes, year, scope));
}

function series(parts: readonly Expression[], year: number, scope: ValueScope): Valued {
  const [node] = parts;
  if (node?.kind !== "series") throw new RangeError("A checked formula has a series here");
  return stored(node, year, scope);
}

function averageGrowth(parts: readonly Expression[], scope: ValueScope, span: Span): Valued {
  const [from, to] = [numberOf(parts[1]), numberOf(parts[2])];
  return mapped(series(parts, from, scope), (first) =>
    mapped(series(parts, to, scope), (last) =>
      mapped(combine("/", last, first, span), (ratio) =>
        mapped(combine("^", ratio, 1 / (to - from), span), (factor) => ok(factor - 1)),
      ),
    ),
  );
}

/** Added from the left, as the compiled code does, so that both give the same bits. */
const total = (values: readonly number[]): number =>
  values.slice(1).reduce((sum, value) => sum + value, values[0] ?? 0);
const truth = (holds: boolean): Valued => ok(holds ? 1 : 0);

function finite(value: number, span: Span): Valued {
  return Number.isFinite(value) ? ok(value) : err({ kind: "too-large", span });
}

function mapped(value: Valued, next: (value: number) => Valued): Valued {
  return value.ok ? next(value.value) : value;
}
