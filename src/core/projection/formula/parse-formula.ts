import { err, ok, type Result } from "../../result.ts";
import type { BinaryOperator, Expression } from "./expression.ts";
import type { FormulaError, Span } from "./formula-error.ts";
import { type FormulaFunction, functionNamed } from "./formula-functions.ts";
import { type Sign, type Token, tokenise } from "./tokenise.ts";

/** Longest formula in UTF-16 units, and deepest nesting. */
export const FORMULA_LIMITS = { length: 2000, depth: 64 } as const;

/** Operators from the loosest to the tightest; those of one level are taken from the left. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ["<", "<=", ">", ">=", "=", "<>"],
  ["+", "-"],
  ["*", "/"],
];

/**
 * Reads a formula: numbers with or without a unit, series by name or id, + − × ÷ ^, comparisons (1 or 0), brackets and
 * the functions of formula-functions.ts. `^` is taken from the right and before a leading minus: −2^2 is −4.
 */
export function parseFormula(text: string): Result<Expression, FormulaError> {
  const whole = { start: 0, end: text.length };
  const { length } = FORMULA_LIMITS;
  if (text.length > length) return err({ kind: "too-long", limit: length, span: whole });
  const tokens = tokenise(text);
  if (!tokens.ok) return tokens;
  if (tokens.value.length === 0) return err({ kind: "empty", span: whole });
  return new Parser(tokens.value, text.length).read();
}

type Read = Result<Expression, FormulaError>;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  read(): Read {
    const read = this.#level(0);
    const rest = this.#tokens[this.#at];
    return read.ok && rest !== undefined ? this.#unexpected(rest) : read;
  }

  #level(level: number): Read {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#level(level + 1);
    for (;;) {
      if (!left.ok) return left;
      const operator = operators.find((candidate) => this.#is(candidate));
      if (operator === undefined) return left;
      this.#at += 1;
      const right = this.#level(level + 1);
      if (!right.ok) return right;
      left = ok(binary(operator, left.value, right.value));
    }
  }

  #unary(): Read {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || (token.sign !== "-" && token.sign !== "+")) return this.#power();
    return this.#nested(token.span, () => {
      this.#at += 1;
      const operand = this.#unary();
      if (!operand.ok || token.sign === "+") return operand;
      const span = { start: token.span.start, end: operand.value.span.end };
      return ok({ kind: "negate", operand: operand.value, span });
    });
  }

  #power(): Read {
    const base = this.#primary();
    if (!base.ok || !this.#is("^")) return base;
    return this.#nested(base.value.span, () => {
      this.#at += 1;
      const exponent = this.#unary();
      return exponent.ok ? ok(binary("^", base.value, exponent.value)) : exponent;
    });
  }

  #primary(): Read {
    const token = this.#tokens[this.#at];
    if (token === undefined) return err({ kind: "unfinished", span: { start: this.#end, end: this.#end } });
    this.#at += 1;
    switch (token.kind) {
      case "number":
        return ok(token);
      case "name":
        return !token.bracketed && this.#is("(") ? this.#call(token.name, token.span) : ok(seriesOf(token));
      case "sign":
        return token.sign === "(" ? this.#group(token.span) : this.#unexpected(token);
    }
  }

  #group(open: Span): Read {
    return this.#nested(open, () => {
      const inner = this.#level(0);
      if (!inner.ok) return inner;
      const close = this.#close(open);
      if (!close.ok) return close;
      return ok({ ...inner.value, span: { start: open.start, end: close.value.end } });
    });
  }

  #call(name: string, span: Span): Read {
    const callee = functionNamed(name);
    if (callee === undefined) return err({ kind: "unknown-function", name, span });
    return this.#nested(span, () => {
      this.#at += 1;
      const parts: Expression[] = [];
      while (!this.#is(")")) {
        const part = this.#level(0);
        if (!part.ok) return part;
        parts.push(part.value);
        if (!this.#is(",")) break;
        this.#at += 1;
      }
      const close = this.#close(span);
      if (!close.ok) return close;
      const whole = { start: span.start, end: close.value.end };
      const wrong = wrongCount(callee, parts.length, whole);
      return wrong === null ? ok({ kind: "call", callee, parts, span: whole }) : err(wrong);
    });
  }

  #close(open: Span): Result<Span, FormulaError> {
    const token = this.#tokens[this.#at];
    if (token === undefined) return err({ kind: "unclosed", sign: "(", span: open });
    if (token.kind !== "sign" || token.sign !== ")") return this.#unexpected(token);
    this.#at += 1;
    return ok(token.span);
  }

  /** Reads one level deeper; text from outside must not be able to fill the stack. */
  #nested(span: Span, read: () => Read): Read {
    if (this.#depth >= FORMULA_LIMITS.depth) {
      return err({ kind: "too-deep", limit: FORMULA_LIMITS.depth, span });
    }
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #is(sign: Sign): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === "sign" && token.sign === sign;
  }

  #unexpected(token: Token): Result<never, FormulaError> {
    const found =
      token.kind === "sign" ? token.sign : token.kind === "name" ? token.name : String(token.value);
    return err({ kind: "unexpected", found, span: token.span });
  }
}

function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: "binary", operator, left, right, span: { start: left.span.start, end: right.span.end } };
}

function seriesOf({ name, span }: { readonly name: string; readonly span: Span }): Expression {
  return { kind: "series", name, span };
}

function wrongCount(callee: FormulaFunction, found: number, span: Span): FormulaError | null {
  const { min, max, names } = callee;
  if (found >= min && (max === null || found <= max)) return null;
  return { kind: "argument-count", name: names[0] ?? callee.id, min, max, found, span };
}
