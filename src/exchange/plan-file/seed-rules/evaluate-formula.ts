import { err, ok, type Result } from "#core/result.ts";

/** What a derivation's formula comes to, and the numbers that stand in it. */
export interface Reckoned {
  readonly value: number;
  readonly numbers: readonly number[];
}

const TOKEN = /\s*(\d+(?:\.\d+)?|[-+*/()])/uy;
const SIGNS: Readonly<Record<string, string>> = { "−": "-", "–": "-", "×": "*", "÷": "/" };

/** Reckons a formula of decimal numbers, + − × ÷ and brackets, as derivations have them; the error is the place. */
export function evaluateFormula(formula: string): Result<Reckoned, { readonly at: number }> {
  const plain = formula.replace(/[−–×÷]/gu, (sign) => SIGNS[sign] ?? sign).trim();
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let read = 0;
  for (let found = TOKEN.exec(plain); found !== null; found = TOKEN.exec(plain)) {
    tokens.push(found[1] ?? "");
    read = TOKEN.lastIndex;
  }
  if (read < plain.length) return err({ at: read });
  const reader = new FormulaReader(tokens);
  const value = reader.sum();
  if (value === null || !reader.done || !Number.isFinite(value)) return err({ at: reader.at });
  return ok({ value, numbers: reader.numbers });
}

/** Reads tokens by the usual precedence; each part is `null` where the tokens make no sense. */
class FormulaReader {
  readonly numbers: number[] = [];
  at = 0;
  readonly #tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.at === this.#tokens.length;
  }

  sum(): number | null {
    let total = this.#product();
    while (total !== null && (this.#next() === "+" || this.#next() === "-")) {
      const sign = this.#take() === "+" ? 1 : -1;
      const more = this.#product();
      total = more === null ? null : total + sign * more;
    }
    return total;
  }

  #product(): number | null {
    let total = this.#part();
    while (total !== null && (this.#next() === "*" || this.#next() === "/")) {
      const times = this.#take() === "*";
      const more = this.#part();
      if (more === null) return null;
      total = times ? total * more : total / more;
    }
    return total;
  }

  #part(): number | null {
    const token = this.#take();
    if (token === "(") {
      const inner = this.sum();
      return this.#take() === ")" ? inner : null;
    }
    if (token === undefined || !/^\d/u.test(token)) return null;
    this.numbers.push(Number(token));
    return Number(token);
  }

  #next(): string | undefined {
    return this.#tokens[this.at];
  }

  #take(): string | undefined {
    const token = this.#tokens[this.at];
    this.at += 1;
    return token;
  }
}
