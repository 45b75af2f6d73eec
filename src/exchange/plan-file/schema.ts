import * as z from "zod";
import { INDICATOR_ID, YEAR_RANGE } from "#core/plan/ids.ts";
import { CLAUSE_TOPICS, TASK_KINDS } from "#core/plan/task.ts";
import { sectionSchema } from "./narrative-schema.ts";
import { driverSchema, scenarioSchema } from "./scenario-schema.ts";

// The page's content security policy forbids compiling code at run time.
z.config({ jitless: true });

const year = z.int().min(YEAR_RANGE.first).max(YEAR_RANGE.last);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
const indicatorId = z.string().regex(INDICATOR_ID);
const statementId = z.string().regex(/^[a-z0-9-]+\/s\d{3,}$/u);
const taskId = z.string().regex(/^[a-z0-9-]+\/t\d{3,}$/u);
const clauseId = z.string().regex(/^[a-z0-9-]+\/c\d{2,}$/u);
const jurisdictionCode = z.string().regex(/^\d{6}$/u);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const text = z.string().min(1);
const number = z.number();
const decimals = z.int().min(0).max(14).nullable();

const period = z.strictObject({ start: year, end: year });
const quantity = z.strictObject({ value: number, unit: z.string(), decimals });

const base = z.strictObject({
  year,
  provisional: quantity.nullable(),
  provisionalFrom: z.enum(["predecessor-target", "estimate"]).nullable(),
});

const observation = z.strictObject({
  year,
  value: number,
  unit: z.string(),
  decimals,
  basis: z.enum(["stated", "derived", "inferred", "estimated"]),
  statement: statementId.nullable(),
});

const target = z.strictObject({ year, text, statement: statementId.nullable() });

const field = z.union([
  z.strictObject({ kind: z.enum(["name", "unit", "attribute", "department", "category"]) }),
  z.strictObject({ kind: z.enum(["observation", "target"]), year }),
]);

const indicator = z.strictObject({
  id: indicatorId,
  concept: slug.nullable(),
  name: z.string(),
  unit: z.string(),
  attribute: z.enum(["binding", "anticipatory", "unspecified"]),
  department: text.nullable(),
  category: text.nullable(),
  base: base.nullable(),
  observations: z.array(observation),
  targets: z.array(target),
  rejected: z.array(z.strictObject({ field, text: z.string() })),
  remarks: z.array(z.strictObject({ field, note: text.nullable(), source: text.nullable() })).optional(),
  matches: z.array(z.strictObject({ plan: slug, indicator: indicatorId })).optional(),
  carriedFrom: z
    .strictObject({
      indicator: indicatorId,
      fate: z.enum(["kept", "caliber-changed"]),
      reason: text.nullable(),
    })
    .optional(),
});

const evidence = z.strictObject({
  document: text,
  line: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
});

const statement = z.strictObject({
  id: statementId,
  indicator: indicatorId.nullable(),
  task: taskId.nullable(),
  concept: slug.nullable(),
  kind: z.enum(["observation", "target", "amount", "milestone", "derived"]),
  year: year.nullable(),
  yearBasis: z.enum(["stated", "inherited", "inferred", "derived"]).nullable(),
  period: period.nullable(),
  comparedWith: year.nullable(),
  form: z.enum([
    "level",
    "change",
    "atLeast",
    "exceed",
    "atMost",
    "below",
    "about",
    "between",
    "floorStretch",
    "averageGrowth",
    "cumulative",
    "increase",
    "fullCoverage",
    "qualitative",
  ]),
  value: number.nullable(),
  low: number.nullable(),
  high: number.nullable(),
  floor: number.nullable(),
  stretch: number.nullable(),
  unit: z.string().nullable(),
  decimals,
  wording: text.nullable(),
  table: z.boolean(),
  evidence: evidence.nullable(),
  derivation: z.strictObject({ formula: text, from: z.array(statementId).min(1) }).nullable(),
  note: text.nullable(),
});

const bodies = z.array(z.strictObject({ name: text, role: z.enum(["lead", "support"]).nullable() }));

const task = z.strictObject({
  id: taskId,
  kind: z.enum(TASK_KINDS),
  name: text,
  parent: taskId.nullable(),
  bodies,
  year: year.nullable(),
  evidence: evidence.nullable(),
  note: text.nullable(),
});

const clause = z.strictObject({
  id: clauseId,
  topic: z.enum(CLAUSE_TOPICS),
  gist: text,
  bodies,
  evidence: evidence.nullable(),
});

const outlineEntry = z.strictObject({
  heading: text,
  level: z.int().min(1).max(9),
  line: z.int().min(1),
  start: z.int().min(0).nullable(),
});

const disagreement = z.strictObject({
  indicator: indicatorId,
  year,
  official: statementId,
  others: z.array(statementId).min(1),
  reason: text,
});

/** Shape of a plan file (docs/plan-file.md); unknown keys are refused. */
export const planFileSchema = z.strictObject({
  format: z.literal("wunian-plan"),
  version: z.literal(1),
  id: slug,
  title: text,
  jurisdiction: jurisdictionCode,
  period,
  status: z.enum(["draft", "consultation", "issued"]),
  predecessor: slug.nullable(),
  superior: slug.nullable(),
  documents: z.array(z.strictObject({ file: text, sha256 })),
  outline: z.array(outlineEntry),
  indicators: z.array(indicator),
  dropped: z.array(z.strictObject({ indicator: indicatorId, name: z.string(), reason: text })).optional(),
  statements: z.array(statement),
  disagreements: z.array(disagreement),
  tasks: z.array(task),
  clauses: z.array(clause),
  scenarios: z.array(scenarioSchema).optional(),
  drivers: z.array(driverSchema).optional(),
  narrative: z.array(sectionSchema).optional(),
});

/** Shape of `seeds/concepts.json`. */
export const conceptsSchema = z.array(
  z.strictObject({
    id: slug,
    zh: text,
    en: text,
    unit: z.string(),
    quantity: z.enum(["count", "money", "share", "ratio", "per-capita", "growth-rate", "person-years"]),
    direction: z.enum(["higher", "lower", "neither"]),
    measure: z.enum(["stock", "flow"]),
    range: z.strictObject({ min: number.nullable(), max: number.nullable() }).nullable(),
    formula: z.strictObject({ numerator: slug, denominator: slug }).nullable(),
    caliber: text,
    family: slug.nullable(),
    differs: text.nullable(),
    aggregation: z.enum(["sum", "ratio-of-sums", "none"]),
  }),
);

/** Shape of `seeds/jurisdictions.json`. */
export const jurisdictionsSchema = z.array(
  z.strictObject({
    code: jurisdictionCode,
    name: text,
    nameEn: text,
    level: z.enum(["province", "prefecture", "county-level-city", "county", "district"]),
    parent: jurisdictionCode.nullable(),
  }),
);

/** Shape of `seeds/manifest.json`. */
export const manifestSchema = z.strictObject({
  version: z.int().min(1),
  files: z.record(z.string().min(1), sha256),
});

/** A plan file whose shape has been checked. */
export type PlanFileData = z.output<typeof planFileSchema>;
/** An indicator of a plan file. */
export type IndicatorData = PlanFileData["indicators"][number];
/** A programme entry of a plan file. */
export type TaskData = PlanFileData["tasks"][number];
/** A settled disagreement of a plan file. */
export type DisagreementData = PlanFileData["disagreements"][number];
/** A place in a document. */
export type EvidenceData = z.output<typeof evidence>;
/** A statement of a plan file. */
export type StatementData = PlanFileData["statements"][number];
