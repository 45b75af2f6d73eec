import { quantityOf } from "../indicator/quantity.ts";
import { parseUnit } from "../indicator/unit.ts";
import type { IndicatorId, StatementId, Year } from "./ids.ts";
import type { Plan, SettledDisagreement } from "./plan.ts";
import type { Statement, StatementForm } from "./statement.ts";

/** Statements of one fact that differ in value or form, in the plan's order, and how it has been settled, if it has. */
export interface Disagreement {
  readonly indicator: IndicatorId;
  readonly year: Year;
  readonly kind: "observation" | "target";
  readonly statements: readonly StatementId[];
  readonly settled: SettledDisagreement | null;
}

/** What a plan's text states. */
type Stated = Pick<Plan, "statements" | "disagreements">;

/**
 * Facts of a plan that its text states more than once and differently (domain.md section 8, text-table-mismatch and
 * stated-twice-differently). A value and a target, a level and its growth, a year and a five-year total are different facts; the
 * same number in another unit or wording is no disagreement. That one number counts different things in two places only a
 * reader sees: there is a disagreement where one has been settled.
 */
export function disagreementsOf(plan: Stated): readonly Disagreement[] {
  const facts = new Map<string, Fact>();
  for (const statement of plan.statements) {
    const fact = factOf(statement);
    if (fact === null) continue;
    const known = facts.get(fact.key);
    if (known === undefined) facts.set(fact.key, fact);
    else known.said.push(...fact.said);
  }
  return [...facts.values()].flatMap(({ indicator, year, kind, said }) => {
    const statements = said.map(({ id }) => id);
    const settled = settledOf(plan, statements);
    const differ = new Set(said.map(({ content }) => content)).size > 1;
    return differ || settled !== null ? [{ indicator, year, kind, statements, settled }] : [];
  });
}

/** How it was settled which of these statements is official against at least one of the others. */
function settledOf(plan: Stated, statements: readonly StatementId[]): SettledDisagreement | null {
  const among = plan.disagreements.find(
    ({ official, others }) =>
      statements.includes(official) && others.some((other) => statements.includes(other)),
  );
  return among ?? null;
}

interface Fact {
  readonly key: string;
  readonly indicator: IndicatorId;
  readonly year: Year;
  readonly kind: Disagreement["kind"];
  /** The statements of it, each with what it says in a form in which equal contents are equal texts. */
  readonly said: { readonly id: StatementId; readonly content: string }[];
}

/** The fact that a statement tells; `null` where nothing can be compared with it. */
function factOf(statement: Statement): Fact | null {
  const { id, indicator, year, period, comparedWith } = statement;
  const kind = KINDS[statement.kind];
  const content = contentOf(statement);
  if (indicator === null || year === null || kind === null || content === null) return null;
  const key = JSON.stringify([
    indicator,
    year,
    kind,
    period?.start,
    period?.end,
    comparedWith,
    measureOf(statement.form),
    content.dimension,
  ]);
  return { key, indicator, year, kind, said: [{ id, content: content.text }] };
}

/** Money and thresholds of rules are not the indicator's value; what we derived the document does not state. */
const KINDS = {
  observation: "observation",
  target: "target",
  milestone: "target",
  amount: null,
  derived: null,
} as const satisfies Record<Statement["kind"], Disagreement["kind"] | null>;

/** What kind of number a form gives: how much there is, by how much it changed, its growth, or a sum over years. */
function measureOf(form: StatementForm): "level" | "change" | "growth" | "total" {
  if (form === "change" || form === "increase") return "change";
  if (form === "averageGrowth") return "growth";
  return form === "cumulative" ? "total" : "level";
}

function contentOf(statement: Statement): { readonly dimension: string; readonly text: string } | null {
  const { form, value, low, high, floor, stretch } = statement;
  if (form === "qualitative") return null;
  if (form === "fullCoverage") return { dimension: "percent", text: "level 100" };
  const unit = statement.unit ?? "";
  const numbers = [value, low, high, floor, stretch].flatMap((number) =>
    number === null ? [] : [quantityOf(number, unit, null).value],
  );
  return { dimension: parseUnit(unit).dimension, text: [formOf(statement), ...numbers].join(" ") };
}

/** The form without what is only wording: 达到33家 and a cell's bare 33 promise the same; 年均增长25%左右 and 25% do not. */
function formOf({ form, kind, wording }: Statement): string {
  if (form === "atLeast" && KINDS[kind] === "target") return "level";
  return form === "averageGrowth" && wording === "about" ? "about" : form;
}
