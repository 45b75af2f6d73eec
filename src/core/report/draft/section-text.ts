import { baseValue } from "../../plan/base-value.ts";
import {
  linesOf,
  type IndicatorReference,
  type NarrativeBlock,
  type NarrativeRun,
  type SectionId,
  sectionBlocks,
} from "../../narrative/narrative.ts";
import { observationAt } from "../../plan/observation-table.ts";
import type { Plan } from "../../plan/plan.ts";
import type { ReportWriter } from "../report-writer.ts";
import { runText, type TextRun } from "../report.ts";
import { basisText } from "./basis.ts";
import type { TextContext } from "./draft-context.ts";
import { goalGroups, goalsLead } from "./goals.ts";
import { taskBlocks } from "./programme.ts";
import { runWords } from "../../narrative/reference-text.ts";
import { type ReportRow, reportRows } from "./report-rows.ts";

/** A section's text: what the planner has written, or what is proposed from the plan's figures until then; nothing where neither is there. */
export function sectionText(plan: Plan, context: TextContext, section: SectionId): readonly NarrativeBlock[] {
  const written = sectionBlocks(plan.narrative, section);
  return written.length > 0 ? written : proposedText(plan, context, section);
}

/** What the plan's figures and programme say of a section, in sentences whose numbers follow the table. */
export function proposedText(
  plan: Plan,
  context: TextContext,
  section: SectionId,
): readonly NarrativeBlock[] {
  switch (section) {
    case "basis":
      return [paragraphOf(words(basisText(plan, context)))];
    case "foundation":
      return foundationBlocks(plan, reportRows(plan, context, true));
    case "goals":
      return goalBlocks(plan, reportRows(plan, context, false));
    case "tasks":
      return taskBlocks(plan);
    case "projects":
    case "safeguards":
      return [];
  }
}

/** What is known of the base years, a paragraph a year; the latest comes first. */
function foundationBlocks(plan: Plan, rows: readonly ReportRow[]): readonly NarrativeBlock[] {
  const byYear = new Map<number, NarrativeRun[][]>();
  for (const { row, indicator } of rows) {
    const base = baseValue(plan, row);
    if (base === null) continue;
    // A value that is known of the sentence's own year stays that year's; only a stand-in (暂用) follows the base.
    const known = observationAt(plan.observations, row, base.year) !== null;
    const value = reference({ indicator: indicator.id, says: "value", year: known ? base.year : null });
    byYear.set(base.year, [...(byYear.get(base.year) ?? []), [words(indicator.name), value]]);
  }
  return [...byYear]
    .sort(([a], [b]) => b - a)
    .map(([year, clauses]) => paragraphOf(words(`${year}年，`), ...listed(clauses)));
}

function goalBlocks(plan: Plan, rows: readonly ReportRow[]): readonly NarrativeBlock[] {
  const groups = goalGroups(rows).map(({ title, indicators }, at) => {
    const clauses = indicators.map((indicator) => [reference({ indicator, says: "goal", year: null })]);
    return paragraphOf(words(`${at + 1}. ${title}。`), ...listed(clauses));
  });
  if (groups.length === 0) return [];
  return [
    { kind: "heading", level: 2, runs: [words("具体目标")] },
    paragraphOf(words(goalsLead(plan))),
    ...groups,
  ];
}

/** Clauses as one sentence. */
function listed(clauses: readonly (readonly NarrativeRun[])[]): readonly NarrativeRun[] {
  return [...clauses.flatMap((clause, at) => (at === 0 ? clause : [words("；"), ...clause])), words("。")];
}

const words = (text: string): NarrativeRun => ({ kind: "words", text, strong: false });

const reference = (to: IndicatorReference): NarrativeRun => ({
  kind: "reference",
  reference: to,
  strong: false,
});

const paragraphOf = (...runs: readonly NarrativeRun[]): NarrativeBlock => ({ kind: "paragraph", runs });

/** Adds blocks of a section to a report, each reference as what it says now; empty paragraphs are left out. Tells whether anything was added. */
export function writeBlocks(
  writer: ReportWriter,
  plan: Plan,
  section: SectionId,
  blocks: readonly NarrativeBlock[],
): boolean {
  const printed = (runs: readonly NarrativeRun[]): readonly TextRun[] =>
    runs.map((run) => ({
      text: runWords(plan, run),
      ...(run.strong ? { strong: true } : {}),
    }));
  const filled = [...blocks.entries()].filter(([, block]) => linesOf(block).some((runs) => runs.length > 0));
  for (const [at, block] of filled) {
    if (block.kind === "list") {
      writer.add({ kind: "list", ordered: block.ordered, items: block.items.map(printed) });
      continue;
    }
    const runs = printed(block.runs);
    if (block.kind === "heading") writer.heading(block.level, runText(runs), `${section}-${at}`);
    else writer.add({ kind: "paragraph", runs });
  }
  return filled.length > 0;
}
