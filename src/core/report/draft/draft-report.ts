import type { IndicatorId } from "../../plan/ids.ts";
import type { SectionId } from "../../narrative/narrative.ts";
import type { Plan } from "../../plan/plan.ts";
import { whatIfGround } from "../../scenario/what-if.ts";
import { paragraph, type Report } from "../report.ts";
import { PLAIN_CHARTS } from "../gallery/kept-charts.ts";
import { ReportWriter } from "../report-writer.ts";
import { SECTION_TITLES } from "../sections.ts";
import { annualPath } from "./annual-path.ts";
import type { DraftContext, DraftOptions, DraftPart } from "./draft-context.ts";
import { DRAFT_PARTS } from "./draft-context.ts";
import { evidenceTable } from "./evidence-table.ts";
import { indicatorTable } from "./indicator-table.ts";
import { projectTable } from "./programme.ts";
import { reportCharts } from "./report-charts.ts";
import { type ReportRow, reportRows } from "./report-rows.ts";
import { sectionText, writeBlocks } from "./section-text.ts";

/** How many charts a draft gets unasked. */
const USUAL_CHARTS = 3;
const STATUS_LINES = { draft: null, consultation: "（征求意见稿）", issued: null } as const;
const GAP = "待写";

/** What goes into a report unless the planner says otherwise: everything, the years by the scenario that leads to the targets, with charts of the indicators of which most is known. */
export function usualOptions(plan: Plan, context: DraftContext): DraftOptions {
  return {
    parts: new Set(DRAFT_PARTS),
    allIndicators: false,
    scenario: context.annual.usual,
    charts: new Set(usualCharts(plan, context)),
    ...{ placed: PLAIN_CHARTS.placed, designs: PLAIN_CHARTS },
  };
}

/** The indicators whose charts a draft gets unasked. */
export const usualCharts = (plan: Plan, context: Pick<DraftContext, "concepts">): readonly IndicatorId[] =>
  chartable(plan, context).slice(0, USUAL_CHARTS);

/** Indicators that a chart can show with a target, those of which most is known first. */
export function chartable(plan: Plan, context: Pick<DraftContext, "concepts">): readonly IndicatorId[] {
  return reportRows(plan, context, false)
    .flatMap(({ row, indicator, concept }) => {
      const ground = whatIfGround(plan, row, concept);
      if (ground === null || ground.start === null) return [];
      const { target, milestones } = ground.promised;
      if (target === null) return [];
      const stretch = target.stretch === null ? 0 : 1;
      return [{ id: indicator.id, row, known: ground.history.length + milestones.length + stretch }];
    })
    .sort((a, b) => b.known - a.known || a.row - b.row)
    .map(({ id }) => id);
}

/** The draft of a plan as a document: what can be said from its indicators, in the official wording. */
export function draftReport(plan: Plan, context: DraftContext, options: DraftOptions): Report {
  const writer = new ReportWriter(plan.title);
  const draft: Drafted = { plan, context, options, rows: reportRows(plan, context, options.allIndicators) };
  const has = (part: DraftPart) => options.parts.has(part);
  writer.add({ kind: "title", lines: titleLines(plan) });
  if (has("contents")) writer.add({ kind: "contents", title: "目　录" }, { kind: "page-break" });
  for (const id of ["basis", "foundation"] as const) {
    if (has(id)) writeSection(writer, draft, id);
  }
  writeGoals(writer, draft);
  if (has("programme")) writeProgramme(writer, draft);
  if (has("evidence")) writeEvidence(writer, draft);
  return writer.report();
}

interface Drafted {
  readonly plan: Plan;
  readonly context: DraftContext;
  readonly options: DraftOptions;
  readonly rows: readonly ReportRow[];
}

/** Adds a section with its text; one that nobody has written and nothing is proposed for is still to be written. */
function writeSection(writer: ReportWriter, draft: Drafted, id: SectionId): void {
  writer.heading(1, SECTION_TITLES[id], id);
  if (!writeText(writer, draft, id)) writer.add({ kind: "gap", id: `gap-${id}`, text: GAP });
}

/** Adds the text of a section; tells whether there is any. */
function writeText(writer: ReportWriter, { plan, context }: Drafted, id: SectionId): boolean {
  return writeBlocks(writer, plan, id, sectionText(plan, context, id));
}

function titleLines({ title, period, status }: Plan): readonly string[] {
  const years = title.includes(String(period.start)) ? null : `（${period.start}—${period.end}年）`;
  return [title, years, title.includes("征求意见稿") ? null : STATUS_LINES[status]].filter(
    (line): line is string => line !== null,
  );
}

function writeGoals(writer: ReportWriter, draft: Drafted): void {
  const has = (part: DraftPart) => draft.options.parts.has(part);
  if (!(["goals", "indicators", "path", "charts"] as const).some(has)) return;
  writer.heading(1, SECTION_TITLES.goals, "goals");
  if (has("goals")) writeText(writer, draft, "goals");
  if (has("indicators")) writeIndicators(writer, draft);
  if (has("path")) writePath(writer, draft);
  if (has("charts")) writeCharts(writer, draft);
}

function writeIndicators(writer: ReportWriter, { plan, rows }: Drafted): void {
  if (rows.length === 0) return;
  writer
    .heading(2, "主要指标", "goals-table")
    .add(paragraph(`主要指标见${writer.nextTable()}。`))
    .table(indicatorTable(plan, rows), "主要指标");
}

function writePath(writer: ReportWriter, { plan, context, rows, options }: Drafted): void {
  const { leads, scenario, table } = annualPath(plan, context, { rows, scenario: options.scenario });
  if (table.rows.length === 0) return;
  const [heading, lead, caption] = leads
    ? ["年度安排", "主要指标的年度安排", "主要指标年度安排"]
    : ["情景推算", `“${scenario}”情景下主要指标的推算`, `主要指标情景推算（${scenario}）`];
  writer
    .heading(2, heading, "goals-path")
    .add(paragraph(`${lead}见${writer.nextTable()}。`))
    .table(table, caption);
}

function writeCharts(writer: ReportWriter, { plan, context, options }: Drafted): void {
  for (const { id, title, charts } of reportCharts(plan, context, options)) {
    writer.heading(2, title, id);
    for (const { lead, ...chart } of charts) {
      writer.add(paragraph(`${lead}见${writer.nextFigure()}。`)).chart(chart);
    }
  }
}

function writeProgramme(writer: ReportWriter, draft: Drafted): void {
  writeSection(writer, draft, "tasks");
  writer.heading(1, SECTION_TITLES.projects, "projects");
  const projects = projectTable(draft.plan);
  const written = writeText(writer, draft, "projects");
  if (projects !== null)
    writer.add(paragraph(`重点工程见${writer.nextTable()}。`)).table(projects, "重点工程");
  else if (!written) writer.add({ kind: "gap", id: "gap-projects", text: GAP });
  writeSection(writer, draft, "safeguards");
}

function writeEvidence(writer: ReportWriter, { plan, rows }: Drafted): void {
  const table = evidenceTable(plan, rows);
  if (table.rows.length === 0) return;
  writer
    .add({ kind: "page-break" })
    .plainHeading("附件　指标依据一览", "evidence")
    .table(table, "指标依据一览");
}
