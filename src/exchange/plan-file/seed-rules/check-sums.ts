import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { evaluateFormula } from "./evaluate-formula.ts";
import { numbersIn, type SeedProblem } from "./seed-problem.ts";

/** Relative slack against the noise of binary fractions. */
const SLACK = 1e-9;
const PERCENT = 100;

/** Concepts that are the sum of others wherever a plan states all of them for one year. */
const TOTALS: Readonly<Record<string, readonly string[]>> = {
  "provincial-science-awards-period-total": [
    "provincial-science-awards-first-period-total",
    "provincial-science-awards-second-period-total",
    "provincial-science-awards-third-period-total",
  ],
  "science-awards-period-total": [
    "provincial-science-awards-second-period-total",
    "provincial-science-awards-third-period-total",
    "municipal-science-awards-first-period-total",
    "municipal-science-awards-second-period-total",
    "municipal-science-awards-third-period-total",
  ],
  "innovation-contest-awards-period-total": [
    "innovation-contest-special-awards-period-total",
    "innovation-contest-third-awards-period-total",
  ],
};

/** Derived values that their formulas do not give, and totals that are not the sum of their parts. */
export function checkSums(plan: Plan): readonly SeedProblem[] {
  return [...plan.statements.flatMap((statement) => derivationFaults(plan, statement)), ...totalFaults(plan)];
}

function derivationFaults(plan: Plan, statement: Statement): readonly SeedProblem[] {
  const { id, kind, derivation, value } = statement;
  if ((kind === "derived") !== (derivation !== null)) {
    return [{ id, detail: "a derived statement has a formula, and no other has one" }];
  }
  if (derivation === null) return [];
  const { formula, from } = derivation;
  const reckoned = evaluateFormula(formula);
  if (!reckoned.ok) return [{ id, detail: `the formula "${formula}" cannot be reckoned` }];
  const sources = plan.statements.filter((source) => from.includes(source.id));
  const unused = sources.filter((source) => !printed(source).some((n) => reckoned.value.numbers.includes(n)));
  const faults = unused.map((source) => ({
    id,
    detail: `"${formula}" does not hold the value of ${source.id}`,
  }));
  if (value !== null && agrees(value, reckoned.value.value, statement.decimals)) return faults;
  return [...faults, { id, detail: `"${formula}" is ${reckoned.value.value}, not ${String(value)}` }];
}

/** The numbers that a formula may hold for a statement: as printed, or a share as a fraction (98.14% as 0.9814). */
function printed({ value, low, high, floor, stretch }: Statement): readonly number[] {
  return [value, low, high, floor, stretch].flatMap((number) =>
    number === null ? [] : [Math.abs(number), Number((Math.abs(number) / PERCENT).toPrecision(15))],
  );
}

/** Whether a value is the reckoned one, rounded to its digits. */
function agrees(value: number, reckoned: number, decimals: number | null): boolean {
  const half = decimals === null ? 0 : 0.5 * 10 ** -decimals;
  return Math.abs(value - reckoned) <= half + Math.abs(reckoned) * SLACK;
}

function totalFaults(plan: Plan): readonly SeedProblem[] {
  return plan.statements.flatMap((total) => {
    const parts = TOTALS[total.concept ?? ""];
    const whole = observed(total);
    if (parts === undefined || whole === null) return [];
    const values = parts.map((concept) => {
      const part = plan.statements.find((each) => each.concept === concept && each.year === total.year);
      return part === undefined ? null : observed(part);
    });
    const known = values.filter((value) => value !== null);
    const sum = known.reduce((all, value) => all + value, 0);
    if (known.length < parts.length || sum === whole) return [];
    return [{ id: total.id, detail: `the parts make ${sum}, not ${whole}` }];
  });
}

/** The value of a plain observation in base units. */
function observed(statement: Statement): number | null {
  if (statement.kind !== "observation" || statement.form !== "level") return null;
  return numbersIn(statement)[0] ?? null;
}
