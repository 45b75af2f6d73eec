import { checkProgramme } from "./check-programme.ts";
import { checkNarrative } from "./narrative-schema.ts";
import { checkScenarios } from "./check-scenarios.ts";
import { Findings, type Path } from "./findings.ts";
import type { PlanFileError } from "./plan-file-error.ts";
import type { EvidenceData, IndicatorData, PlanFileData, StatementData } from "./schema.ts";

/** What does not hold together in a plan file of the right shape: order, repeated and unknown ids; empty when sound. */
export function checkReferences(data: PlanFileData): readonly PlanFileError[] {
  const found = new Findings();
  if (data.period.start > data.period.end) found.order(["period"], "the period ends before it starts");
  found.repeated(
    data.documents,
    ({ file }) => file,
    (at) => ["documents", at, "file"],
  );
  for (const list of ["indicators", "statements", "tasks", "clauses"] as const) {
    const entries: readonly { readonly id: string }[] = data[list];
    found.repeated(
      entries,
      ({ id }) => id,
      (at) => [list, at, "id"],
    );
    entries.forEach(({ id }, at) => found.ownId(data.id, id, [list, at]));
  }
  const known = knownIn(data);
  data.indicators.forEach((indicator, at) => {
    checkIndicator(found, indicator, ["indicators", at], known);
  });
  data.statements.forEach((statement, at) => {
    const path = ["statements", at];
    checkStatement(found, statement, path, known);
    checkYears(found, statement, path);
    checkNumbers(found, statement, path);
  });
  checkProgramme(found, data, (evidence, path) => checkEvidence(found, evidence, path, known));
  checkScenarios(found, data);
  checkNarrative(found, data.narrative ?? []);
  return found.all;
}

interface Known {
  readonly documents: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  readonly statements: ReadonlyMap<string, StatementData>;
}

function knownIn(data: PlanFileData): Known {
  return {
    documents: new Set(data.documents.map(({ file }) => file)),
    indicators: new Set(data.indicators.map(({ id }) => id)),
    tasks: new Set(data.tasks.map(({ id }) => id)),
    statements: new Map(data.statements.map((statement) => [statement.id, statement])),
  };
}

function checkIndicator(found: Findings, indicator: IndicatorData, path: Path, known: Known): void {
  if (indicator.name === "" && !indicator.rejected.some(({ field }) => field.kind === "name")) {
    found.shape([...path, "name"], "the name is empty");
  }
  for (const list of ["observations", "targets"] as const) {
    const entries: readonly { readonly year: number; readonly statement: string | null }[] = indicator[list];
    found.repeated(
      entries,
      ({ year }) => String(year),
      (at) => [...path, list, at, "year"],
    );
    entries.forEach(({ statement }, at) => {
      const place = [...path, list, at, "statement"];
      found.unknown(known.statements, statement, place);
      const backing = statement === null ? undefined : known.statements.get(statement);
      if (backing === undefined || backing.indicator === indicator.id) return;
      found.order(place, `${backing.id} speaks of another indicator`);
    });
  }
  found.repeated(
    indicator.rejected,
    ({ field }) => `${field.kind} ${"year" in field ? field.year : ""}`.trim(),
    (at) => [...path, "rejected", at, "field"],
  );
}

function checkStatement(found: Findings, statement: StatementData, path: Path, known: Known): void {
  const { indicator, task, evidence, derivation } = statement;
  if (indicator === null && task === null) {
    found.shape([...path, "indicator"], "neither an indicator nor a task is named");
  }
  found.unknown(known.indicators, indicator, [...path, "indicator"]);
  found.unknown(known.tasks, task, [...path, "task"]);
  checkEvidence(found, evidence, path, known);
  derivation?.from.forEach((id, at) => {
    found.unknown(known.statements, id, [...path, "derivation", "from", at]);
  });
}

function checkEvidence(found: Findings, evidence: EvidenceData | null, path: Path, known: Known): void {
  if (evidence === null) return;
  if (evidence.start >= evidence.end) found.order([...path, "evidence"], "the span ends before it starts");
  found.unknown(known.documents, evidence.document, [...path, "evidence", "document"]);
}

function checkYears(found: Findings, statement: StatementData, path: Path): void {
  const { year, yearBasis, period, comparedWith } = statement;
  if ((year === null) !== (yearBasis === null)) {
    found.shape([...path, "yearBasis"], "a year and its basis go together");
  }
  if (period !== null && period.start > period.end) {
    found.order([...path, "period"], "the period ends before it starts");
  }
  if (period !== null && year !== null && period.end !== year) {
    found.order([...path, "period"], `the period ends in ${period.end}, but the year is ${year}`);
  }
  if (comparedWith !== null && year !== null && comparedWith >= year) {
    found.order([...path, "comparedWith"], `${comparedWith} is not before ${year}`);
  }
}

const PAIRS = { between: ["low", "high"], floorStretch: ["floor", "stretch"] } as const;

/** The numbers that a statement's form calls for are there. */
function checkNumbers(found: Findings, statement: StatementData, path: Path): void {
  const { form } = statement;
  if (form === "fullCoverage" || form === "qualitative") return;
  const needed = form === "between" || form === "floorStretch" ? PAIRS[form] : (["value"] as const);
  for (const key of needed) {
    if (statement[key] !== null) continue;
    found.shape([...path, key], `a statement of the form ${form} needs this number`);
  }
}
