import { parseUnit, toHalfWidth } from "../../indicator/unit.ts";
import { err, ok, type Result } from "../../result.ts";
import type { FormulaError, Span } from "./formula-error.ts";

/** Signs of a formula; × ÷ − ≤ ≥ ≠ and full-width forms are read as these. */
export type Sign = "+" | "-" | "*" | "/" | "^" | "<" | "<=" | ">" | ">=" | "=" | "<>" | "(" | ")" | ",";

/** One token. A number's `unit` is the unit printed right behind it (5亿元), `null` for a bare number. */
export type Token =
  | { readonly kind: "number"; readonly value: number; readonly unit: string | null; readonly span: Span }
  | { readonly kind: "name"; readonly name: string; readonly bracketed: boolean; readonly span: Span }
  | { readonly kind: "sign"; readonly sign: Sign; readonly span: Span };

const ALIASES: Readonly<Record<string, Sign>> = {
  "×": "*",
  "·": "*",
  "÷": "/",
  "≤": "<=",
  "≦": "<=",
  "≥": ">=",
  "≧": ">=",
  "≠": "<>",
  "!=": "<>",
  "==": "=",
  "，": ",",
};
const SIGN = /^(?:<=|>=|<>|!=|==|[-+*/^<>=(),×·÷≤≦≥≧≠])/u;
const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)/u;
/** Ids are written with hyphens (`rd-intensity`), so a subtraction of ids needs blanks around its sign. */
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+/u;
const WORD = /^[\p{L}_][\p{L}\p{N}_]*/u;
const BLANK = /^\s+/u;
const UNIT_WORD = /^(?:%|\p{Script=Han}+)/u;

/** Cuts a formula into tokens. Names with other signs in them stand in brackets: `[研究与开发（R&D）投入]`. */
export function tokenise(text: string): Result<readonly Token[], FormulaError> {
  const plain = toHalfWidth(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < plain.length) {
    const rest = plain.slice(at);
    const blank = BLANK.exec(rest);
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    const token = readToken(rest, at);
    if (!token.ok) return token;
    tokens.push(token.value);
    at = token.value.span.end;
  }
  return ok(tokens);
}

function readToken(rest: string, at: number): Result<Token, FormulaError> {
  if (rest.startsWith("[")) return readBracketed(rest, at);
  const number = NUMBER.exec(rest);
  if (number !== null) return readNumber(rest, number[0], at);
  const name = ID.exec(rest) ?? WORD.exec(rest);
  if (name !== null) {
    return ok({ kind: "name", name: name[0], bracketed: false, span: spanOf(at, name[0]) });
  }
  const sign = SIGN.exec(rest);
  if (sign !== null) {
    const printed = sign[0];
    return ok({ kind: "sign", sign: ALIASES[printed] ?? (printed as Sign), span: spanOf(at, printed) });
  }
  const found = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return err({ kind: "unknown-sign", found, span: spanOf(at, found) });
}

function readBracketed(rest: string, at: number): Result<Token, FormulaError> {
  const close = rest.indexOf("]");
  if (close < 0) return err({ kind: "unclosed", sign: "[", span: { start: at, end: at + rest.length } });
  const span = { start: at, end: at + close + 1 };
  const name = rest.slice(1, close).trim();
  if (name === "") return err({ kind: "unexpected", found: rest.slice(0, close + 1), span });
  return ok({ kind: "name", name, bracketed: true, span });
}

function readNumber(rest: string, digits: string, at: number): Result<Token, FormulaError> {
  const value = Number(digits);
  const after = rest.slice(digits.length);
  if (!Number.isFinite(value) || /^[.\d]/u.test(after)) {
    const found = /^[\d.]+/u.exec(rest)?.[0] ?? digits;
    return err({ kind: "bad-number", found, span: spanOf(at, found) });
  }
  const gap = BLANK.exec(after)?.[0].length ?? 0;
  const word = UNIT_WORD.exec(after.slice(gap))?.[0] ?? "";
  if (word === "") {
    return ok({ kind: "number", value, unit: null, span: spanOf(at, digits) });
  }
  const unit = longestUnit(word);
  if (unit === null) {
    const start = at + digits.length + gap;
    return err({ kind: "unknown-unit", found: word, span: { start, end: start + word.length } });
  }
  return ok({
    kind: "number",
    value,
    unit,
    span: { start: at, end: at + digits.length + gap + unit.length },
  });
}

/** The longest beginning of a word that is a known unit; what follows it must be a token of its own. */
function longestUnit(word: string): string | null {
  for (let length = word.length; length > 0; length -= 1) {
    const unit = word.slice(0, length);
    if (unit === "%" || !parseUnit(unit).dimension.startsWith("other:")) return unit;
  }
  return null;
}

const spanOf = (at: number, text: string): Span => ({ start: at, end: at + text.length });
