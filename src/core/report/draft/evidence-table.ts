import { fieldKey } from "../../command/cell-content.ts";
import { formatTarget } from "../../indicator/format-target.ts";
import { formatAmount } from "../../indicator/quantity.ts";
import { observationAt } from "../../plan/observation-table.ts";
import type { Field, Indicator, Plan } from "../../plan/plan.ts";
import { sectionPath } from "../../plan/section-path.ts";
import type { Statement } from "../../plan/statement.ts";
import { statementWording } from "../../plan/statement-wording.ts";
import type { ReportTable } from "../report.ts";
import type { ReportRow } from "./report-rows.ts";

const OWN = "规划编制单位";

/** Where the values and targets of the plan come from: document, section and line, or the planner's own source. */
export function evidenceTable(plan: Plan, rows: readonly ReportRow[]): Omit<ReportTable, "kind" | "caption"> {
  const byId = statementsById(plan);
  const lines = rows.flatMap((row) => evidenceLines(plan, row, byId));
  return {
    id: "evidence",
    columns: [
      { title: "序号", share: 7, align: "center" },
      { title: "指标", share: 26, align: "left" },
      { title: "年份", share: 9, align: "center" },
      { title: "数值或目标", share: 21, align: "center" },
      { title: "依据", share: 38, align: "left" },
    ],
    rows: lines.map((line, at) => [String(at + 1), ...line]),
    note: null,
  };
}

function evidenceLines(
  plan: Plan,
  { row, indicator }: ReportRow,
  byId: ReadonlyMap<string, Statement>,
): readonly (readonly string[])[] {
  const observed = plan.observations.years.flatMap((year) => {
    const observation = observationAt(plan.observations, row, year);
    if (observation === null) return [];
    const source = indicator.sources.find((each) => each.year === year);
    const statement = source === undefined ? undefined : byId.get(source.statement);
    const value = `${formatAmount({ ...observation, unit: indicator.unit })}${indicator.unit}`;
    return [
      [
        indicator.name,
        `${year}`,
        value,
        sourceText(plan, indicator, statement, { kind: "observation", year }),
      ],
    ];
  });
  const promised = indicator.targets.map(({ year, target, statement }) => {
    const found = statement === null ? undefined : byId.get(statement);
    const source = sourceText(plan, indicator, found, { kind: "target", year });
    return [indicator.name, `${year}`, formatTarget(target), source];
  });
  return [...observed, ...promised];
}

/** The statements of a plan by their ids. */
export const statementsById = ({ statements }: Pick<Plan, "statements">): ReadonlyMap<string, Statement> =>
  new Map(statements.map((statement) => [statement.id, statement]));

/** The source that the planner has named for a cell; `null` for none. */
export function namedSource({ remarks }: Pick<Indicator, "remarks">, field: Field): string | null {
  const key = fieldKey(field);
  return remarks.find((remark) => fieldKey(remark.field) === key)?.source ?? null;
}

/** Where the value or target of a cell stands: the document with section and line, the source that the planner has named, or the planner. */
export function sourceText(
  plan: Plan,
  indicator: Indicator,
  statement: Statement | undefined,
  field: Field,
): string {
  const named = namedSource(indicator, field);
  if (named !== null) return named;
  if (statement === undefined) return OWN;
  const { evidence, derivation } = statement;
  if (evidence === null) return derivation === null ? OWN : `由所载数值推算（${derivation.formula}）`;
  const section = sectionPath(plan.outline, evidence).at(-1)?.heading;
  const wording = statementWording(statement);
  const place = [evidence.document, section, `第${evidence.line}行`].filter((part) => part !== undefined);
  return `${place.join("，")}${wording === null ? "" : `：“${wording}”`}`;
}
