import { orderRejected } from "#core/command/cell-content.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import { quantityOf } from "#core/indicator/quantity.ts";
import { convertible } from "#core/indicator/unit.ts";
import {
  clauseId,
  conceptId,
  indicatorId,
  jurisdictionCode,
  planId,
  statementId,
  taskId,
  type Year,
  year,
} from "#core/plan/ids.ts";
import { type ObservationTable, observationTable } from "#core/plan/observation-table.ts";
import type {
  Field,
  Indicator,
  Plan,
  PlannedTarget,
  PlanOrigin,
  SettledDisagreement,
} from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { Task } from "#core/plan/task.ts";
import { err, ok, type Result } from "#core/result.ts";
import { driverOfRecord, scenarioOfRecord } from "#core/scenario/scenario-record.ts";
import { completeFirstShape } from "./complete-first-shape.ts";
import { checkReferences } from "./check-references.ts";
import { readNarrative } from "./narrative-schema.ts";
import type { PlanFileError } from "./plan-file-error.ts";
import { pathText, readShape } from "./read-shape.ts";
import {
  type IndicatorData,
  type PlanFileData,
  planFileSchema,
  type StatementData,
  type TaskData,
} from "./schema.ts";

/** Reads a parsed plan file (docs/plan-file.md) into a plan; the first thing wrong is the error. */
export function readPlanFile(data: unknown, origin: PlanOrigin): Result<Plan, PlanFileError> {
  const newer = newerVersion(data);
  if (newer !== null) return err({ path: "version", reason: { kind: "newer-version", version: newer } });
  const shaped = readShape(planFileSchema, completeFirstShape(data));
  if (!shaped.ok) return shaped;
  const file = shaped.value;
  const [broken] = checkReferences(file);
  if (broken !== undefined) return err(broken);
  const indicators: Indicator[] = [];
  for (const [at, indicator] of file.indicators.entries()) {
    const read = readIndicator(indicator, at);
    if (!read.ok) return read;
    indicators.push(read.value);
  }
  return ok({
    id: planId(file.id),
    title: file.title,
    jurisdiction: jurisdictionCode(file.jurisdiction),
    period: { start: year(file.period.start), end: year(file.period.end) },
    status: file.status,
    origin,
    predecessor: file.predecessor === null ? null : planId(file.predecessor),
    superior: file.superior === null ? null : planId(file.superior),
    documents: file.documents,
    outline: file.outline,
    indicators,
    dropped: (file.dropped ?? []).map((entry) => ({ ...entry, indicator: indicatorId(entry.indicator) })),
    observations: readObservations(file),
    statements: file.statements.map(readStatement),
    disagreements: file.disagreements.map(readDisagreement),
    tasks: file.tasks.map(readTask),
    clauses: file.clauses.map((clause) => ({ ...clause, id: clauseId(clause.id) })),
    scenarios: (file.scenarios ?? []).map(scenarioOfRecord),
    drivers: (file.drivers ?? []).map(driverOfRecord),
    narrative: readNarrative(file.narrative ?? []),
  });
}

/** The version of a plan file that a later program wrote, so that the message can say so; else `null`. */
function newerVersion(data: unknown): number | null {
  if (typeof data !== "object" || data === null) return null;
  if (!("format" in data) || data.format !== "wunian-plan" || !("version" in data)) return null;
  const { version } = data;
  return typeof version === "number" && Number.isInteger(version) && version > 1 ? version : null;
}

function readIndicator(data: IndicatorData, at: number): Result<Indicator, PlanFileError> {
  for (const [k, { unit }] of data.observations.entries()) {
    if (convertible(unit, data.unit)) continue;
    const path = pathText(["indicators", at, "observations", k, "unit"]);
    return err({ path, reason: { kind: "unit-does-not-convert", from: unit, to: data.unit } });
  }
  const targets = readTargets(data, at);
  if (!targets.ok) return targets;
  return ok({
    id: indicatorId(data.id),
    concept: data.concept === null ? null : conceptId(data.concept),
    name: data.name,
    unit: data.unit,
    attribute: data.attribute,
    department: data.department,
    category: data.category,
    base: readBase(data.base),
    targets: targets.value,
    rejected: orderRejected(data.rejected.map(({ field, text }) => ({ field: readField(field), text }))),
    remarks: (data.remarks ?? []).map((remark) => ({ ...remark, field: readField(remark.field) })),
    matches: (data.matches ?? []).map((match) => ({
      plan: planId(match.plan),
      indicator: indicatorId(match.indicator),
    })),
    carriedFrom:
      data.carriedFrom === undefined
        ? null
        : { ...data.carriedFrom, indicator: indicatorId(data.carriedFrom.indicator) },
    sources: byYear(
      data.observations.flatMap((observation) =>
        observation.statement === null
          ? []
          : [{ year: year(observation.year), statement: statementId(observation.statement) }],
      ),
    ),
  });
}

function readTargets(data: IndicatorData, at: number): Result<readonly PlannedTarget[], PlanFileError> {
  const planned: PlannedTarget[] = [];
  for (const [k, { text, ...entry }] of data.targets.entries()) {
    // The order of 保底 and 力争 is a finding of the check-up, not a broken file.
    const target = parseTarget(text, data.unit, "neither");
    if (!target.ok) {
      const path = pathText(["indicators", at, "targets", k, "text"]);
      return err({ path, reason: { kind: "unreadable-target", text, reason: target.error.kind } });
    }
    const statement = entry.statement === null ? null : statementId(entry.statement);
    planned.push({ year: year(entry.year), target: target.value, statement });
  }
  return ok(byYear(planned));
}

function readBase(data: IndicatorData["base"]): Indicator["base"] {
  if (data === null) return null;
  const { provisional, provisionalFrom } = data;
  return {
    year: year(data.year),
    provisional:
      provisional === null ? null : quantityOf(provisional.value, provisional.unit, provisional.decimals),
    provisionalFrom,
  };
}

function readField(data: IndicatorData["rejected"][number]["field"]): Field {
  return "year" in data ? { kind: data.kind, year: year(data.year) } : { kind: data.kind };
}

function readObservations(file: PlanFileData): ObservationTable {
  const cells = file.indicators.flatMap((indicator, row) =>
    indicator.observations.map(({ year: printed, value, unit, decimals, basis }) => {
      // In another unit the printed digits say nothing: 7100 万元 is 0.71 亿元, not 0.7100.
      const digits = unit === indicator.unit ? decimals : null;
      const observation = { value: quantityOf(value, unit, decimals).value, decimals: digits, basis };
      return { row, year: year(printed), observation };
    }),
  );
  return observationTable(file.indicators.length, cells);
}

function readStatement(data: StatementData): Statement {
  return {
    ...data,
    id: statementId(data.id),
    indicator: data.indicator === null ? null : indicatorId(data.indicator),
    task: data.task === null ? null : taskId(data.task),
    concept: data.concept === null ? null : conceptId(data.concept),
    year: yearOrNull(data.year),
    period: data.period === null ? null : { start: year(data.period.start), end: year(data.period.end) },
    comparedWith: yearOrNull(data.comparedWith),
    derivation:
      data.derivation === null
        ? null
        : { formula: data.derivation.formula, from: data.derivation.from.map(statementId) },
  };
}

function readDisagreement(data: PlanFileData["disagreements"][number]): SettledDisagreement {
  return {
    ...data,
    indicator: indicatorId(data.indicator),
    year: year(data.year),
    official: statementId(data.official),
    others: data.others.map(statementId),
  };
}

function readTask(data: TaskData): Task {
  return {
    ...data,
    id: taskId(data.id),
    parent: data.parent === null ? null : taskId(data.parent),
    year: yearOrNull(data.year),
  };
}

const yearOrNull = (value: number | null): Year | null => (value === null ? null : year(value));

function byYear<T extends { readonly year: Year }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => a.year - b.year);
}
