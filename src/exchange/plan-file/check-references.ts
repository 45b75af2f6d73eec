import type { PlanFileError, PlanFileReason } from "./plan-file-error.ts";
import { pathText } from "./read-shape.ts";
import type { IndicatorData, PlanFileData, StatementData } from "./schema.ts";

type Path = readonly (string | number)[];
type Findings = PlanFileError[];

/** What does not hold together in a plan file of the right shape: order, repeated and unknown ids; empty when sound. */
export function checkReferences(data: PlanFileData): readonly PlanFileError[] {
  const found: Findings = [];
  if (data.period.start > data.period.end) {
    add(found, ["period"], { kind: "order", detail: "the period ends before it starts" });
  }
  repeated(
    found,
    data.documents,
    (document) => document.file,
    (at) => ["documents", at, "file"],
  );
  repeated(
    found,
    data.indicators,
    ({ id }) => id,
    (at) => ["indicators", at, "id"],
  );
  repeated(
    found,
    data.statements,
    ({ id }) => id,
    (at) => ["statements", at, "id"],
  );
  const statements = new Map(data.statements.map((statement) => [statement.id, statement]));
  data.indicators.forEach((indicator, at) => {
    checkIndicator(found, data, indicator, ["indicators", at], statements);
  });
  const indicators = new Set(data.indicators.map(({ id }) => id));
  data.statements.forEach((statement, at) => {
    const path = ["statements", at];
    ownId(found, data, statement.id, path);
    checkStatement(found, data, statement, path, indicators, statements);
    checkNumbers(found, statement, path);
  });
  return found;
}

type Statements = ReadonlyMap<string, StatementData>;

function checkIndicator(
  found: Findings,
  data: PlanFileData,
  indicator: IndicatorData,
  path: Path,
  statements: Statements,
): void {
  ownId(found, data, indicator.id, path);
  if (indicator.name === "" && !indicator.rejected.some(({ field }) => field.kind === "name")) {
    add(found, [...path, "name"], { kind: "shape", detail: "the name is empty" });
  }
  for (const list of ["observations", "targets"] as const) {
    const entries: readonly { readonly year: number; readonly statement: string | null }[] = indicator[list];
    repeated(
      found,
      entries,
      ({ year }) => String(year),
      (at) => [...path, list, at, "year"],
    );
    entries.forEach(({ statement }, at) => {
      const backing = statement === null ? undefined : statements.get(statement);
      const place = [...path, list, at, "statement"];
      if (statement === null) return;
      if (backing === undefined) add(found, place, { kind: "unknown-reference", id: statement });
      else if (backing.indicator !== indicator.id) {
        add(found, place, { kind: "order", detail: `${statement} speaks of another indicator` });
      }
    });
  }
  repeated(
    found,
    indicator.rejected,
    ({ field }) => `${field.kind} ${"year" in field ? field.year : ""}`.trim(),
    (at) => [...path, "rejected", at, "field"],
  );
}

function checkStatement(
  found: Findings,
  data: PlanFileData,
  statement: StatementData,
  path: Path,
  indicators: ReadonlySet<string>,
  statements: Statements,
): void {
  const { indicator, evidence, derivation } = statement;
  if (indicator === null && statement.task === null) {
    add(found, [...path, "indicator"], { kind: "shape", detail: "neither an indicator nor a task is named" });
  }
  if (indicator !== null && !indicators.has(indicator)) {
    add(found, [...path, "indicator"], { kind: "unknown-reference", id: indicator });
  }
  if ((statement.year === null) !== (statement.yearBasis === null)) {
    add(found, [...path, "yearBasis"], { kind: "shape", detail: "a year and its basis go together" });
  }
  if (evidence !== null && evidence.start >= evidence.end) {
    add(found, [...path, "evidence"], { kind: "order", detail: "the span ends before it starts" });
  }
  if (evidence !== null && !data.documents.some(({ file }) => file === evidence.document)) {
    add(found, [...path, "evidence", "document"], { kind: "unknown-reference", id: evidence.document });
  }
  derivation?.from.forEach((id, at) => {
    if (statements.has(id)) return;
    add(found, [...path, "derivation", "from", at], { kind: "unknown-reference", id });
  });
}

const PAIRS = { between: ["low", "high"], floorStretch: ["floor", "stretch"] } as const;

/** The numbers that a statement's form calls for are there. */
function checkNumbers(found: Findings, statement: StatementData, path: Path): void {
  const { form } = statement;
  if (form === "fullCoverage" || form === "qualitative") return;
  const needed = form === "between" || form === "floorStretch" ? PAIRS[form] : (["value"] as const);
  for (const key of needed) {
    if (statement[key] !== null) continue;
    add(found, [...path, key], {
      kind: "shape",
      detail: `a statement of the form ${form} needs this number`,
    });
  }
}

function ownId(found: Findings, data: PlanFileData, id: string, path: Path): void {
  if (id.startsWith(`${data.id}/`)) return;
  add(found, [...path, "id"], { kind: "shape", detail: `the id does not begin with ${data.id}/` });
}

function repeated<T>(
  found: Findings,
  items: readonly T[],
  key: (item: T) => string,
  path: (at: number) => Path,
): void {
  const seen = new Set<string>();
  items.forEach((item, at) => {
    const id = key(item);
    if (seen.has(id)) add(found, path(at), { kind: "duplicate", id });
    seen.add(id);
  });
}

function add(found: Findings, path: Path, reason: PlanFileReason): void {
  found.push({ path: pathText(path), reason });
}
