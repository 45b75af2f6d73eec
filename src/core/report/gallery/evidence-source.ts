import type { IndicatorId } from "../../plan/ids.ts";
import { observationAt } from "../../plan/observation-table.ts";
import type { Field, Indicator, Plan } from "../../plan/plan.ts";
import { titled } from "../../plan/titled.ts";
import { namedSource, statementsById } from "../draft/evidence-table.ts";
import type { GallerySource } from "./gallery-source.ts";

/** Lines of a document that are named one by one; of more only the first ones. */
const MOST_LINES = 6;

/**
 * The source line of a chart from the evidence of its indicators: each document with its lines, the sources that the planner has
 * named, and that the planner's own values are in it. `remarks` follow behind, in order.
 */
export function evidenceSource(
  source: Pick<GallerySource, "plan" | "peers">,
  indicators: ReadonlySet<IndicatorId>,
  remarks: readonly string[] = [],
): string {
  const { plan } = source;
  const { lines, named, own } = backing(plan, indicators);
  const places = [...lines].map(([file, found]) => `${documentName(source, file)}${linesText(found)}`);
  const found = [...places, ...named];
  const parts = [
    ...(found.length === 0 ? [titled(plan.title)] : found),
    ...(own ? ["部分数值由规划编制单位填写"] : []),
  ];
  return `来源：${[...parts, ...remarks].join("；")}。`;
}

/** What backs the values and targets of indicators: lines by document, named sources, and whether the planner alone stands behind some. */
function backing(plan: Plan, indicators: ReadonlySet<IndicatorId>) {
  const statements = statementsById(plan);
  const lines = new Map<string, number[]>();
  const named = new Set<string>();
  let own = false;
  for (const [row, indicator] of plan.indicators.entries()) {
    if (!indicators.has(indicator.id)) continue;
    for (const { field, statement } of backedCells(plan, row, indicator)) {
      const name = namedSource(indicator, field);
      const found = statements.get(statement ?? "");
      if (name !== null) named.add(name);
      else if (found === undefined || (found.evidence === null && found.derivation === null)) own = true;
      else if (found.evidence !== null) {
        const { document, line } = found.evidence;
        lines.set(document, [...(lines.get(document) ?? []), line]);
      }
    }
  }
  return { lines, named, own };
}

/** The known values and the targets of an indicator, each with the statement behind it. */
function backedCells(
  plan: Plan,
  row: number,
  { sources, targets }: Indicator,
): readonly { readonly field: Field; readonly statement: string | null }[] {
  const observed = plan.observations.years.flatMap((year) => {
    if (observationAt(plan.observations, row, year) === null) return [];
    const statement = sources.find((each) => each.year === year)?.statement ?? null;
    return [{ field: { kind: "observation", year } as const, statement }];
  });
  const promised = targets.map(({ year, statement }) => {
    return { field: { kind: "target", year } as const, statement };
  });
  return [...observed, ...promised];
}

/** What a document is called: the title of the plan whose own it is, or its file where that plan is not at hand. */
function documentName({ plan, peers }: Pick<GallerySource, "plan" | "peers">, file: string): string {
  const owner = ownerOf(
    plan,
    file,
    peers.map((peer) => peer.plan),
  );
  return owner === null ? file : titled(owner.title);
}

/** Whose own a document is: a draft for the next period keeps those of its predecessor, which may itself be such a draft. */
function ownerOf(plan: Plan, file: string, others: readonly Plan[]): Plan | null {
  const before = others.find(({ id }) => id === plan.predecessor);
  if (before === undefined) return plan.predecessor === null || plan.status !== "draft" ? plan : null;
  const rest = others.filter((each) => each !== before);
  return before.documents.some((each) => each.file === file) ? ownerOf(before, file, rest) : plan;
}

function linesText(found: readonly number[]): string {
  const lines = [...new Set(found)].sort((a, b) => a - b);
  if (lines.length === 0) return "";
  const more = lines.length > MOST_LINES ? "等" : "";
  return `第${lines.slice(0, MOST_LINES).join("、")}${more}行`;
}
