import type { Findings, Path } from "./findings.ts";
import type { DisagreementData, EvidenceData, PlanFileData, StatementData, TaskData } from "./schema.ts";

/** Checks that a place is one of the plan's documents. */
type CheckEvidence = (evidence: EvidenceData | null, path: Path) => void;

/** What does not hold together in a plan's programme, clauses, outline and settled disagreements. */
export function checkProgramme(found: Findings, data: PlanFileData, checkEvidence: CheckEvidence): void {
  const tasks = new Map(data.tasks.map((task) => [task.id, task]));
  data.tasks.forEach((task, at) => {
    checkParent(found, task, ["tasks", at, "parent"], tasks);
    checkEvidence(task.evidence, ["tasks", at]);
  });
  data.clauses.forEach(({ evidence }, at) => checkEvidence(evidence, ["clauses", at]));
  checkOutline(found, data.outline);
  const statements = new Map(data.statements.map((statement) => [statement.id, statement]));
  const indicators = new Set(data.indicators.map(({ id }) => id));
  found.repeated(
    data.disagreements,
    ({ official }) => official,
    (at) => ["disagreements", at, "official"],
  );
  data.disagreements.forEach((settled, at) => {
    const path = ["disagreements", at];
    found.unknown(indicators, settled.indicator, [...path, "indicator"]);
    checkDisagreement(found, settled, path, statements);
  });
}

/** What an entry of each kind may stand under. */
const PARENTS: Readonly<Record<TaskData["kind"], readonly TaskData["kind"][]>> = {
  task: ["task"],
  box: ["task"],
  project: ["task", "box", "project"],
  policy: ["task", "box", "project"],
  event: ["task", "box", "project"],
};

function checkParent(
  found: Findings,
  task: TaskData,
  path: Path,
  tasks: ReadonlyMap<string, TaskData>,
): void {
  found.unknown(tasks, task.parent, path);
  const parent = task.parent === null ? undefined : tasks.get(task.parent);
  if (parent === undefined) return;
  if (!PARENTS[task.kind].includes(parent.kind)) {
    found.order(path, `a ${task.kind} does not stand under a ${parent.kind}`);
  }
  const above = new Set([task.id]);
  let next: TaskData | undefined = parent;
  while (next !== undefined && !above.has(next.id)) {
    above.add(next.id);
    next = next.parent === null ? undefined : tasks.get(next.parent);
  }
  if (next?.id === task.id) found.order(path, "the entry stands under itself");
}

function checkOutline(found: Findings, outline: PlanFileData["outline"]): void {
  let before = -1;
  outline.forEach(({ start }, at) => {
    if (start === null) return;
    if (start <= before) found.order(["outline", at, "start"], `${start} comes after ${before}`);
    before = start;
  });
}

function checkDisagreement(
  found: Findings,
  settled: DisagreementData,
  path: Path,
  statements: ReadonlyMap<string, StatementData>,
): void {
  const { indicator, year, official, others } = settled;
  const places: readonly (readonly [string, Path])[] = [
    [official, [...path, "official"]],
    ...others.map((id, at) => [id, [...path, "others", at]] as const),
  ];
  found.repeated(
    places,
    ([id]) => id,
    (at) => places[at]?.[1] ?? path,
  );
  for (const [id, place] of places) {
    found.unknown(statements, id, place);
    const statement = statements.get(id);
    if (statement === undefined) continue;
    if (statement.indicator === indicator && statement.year === year) continue;
    found.order(place, `${id} speaks of another indicator or year`);
  }
}
