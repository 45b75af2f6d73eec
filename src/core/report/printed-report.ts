import { headingNumber } from "./report-writer.ts";
import type { Report, ReportBlock } from "./report.ts";

type Heading = Extract<ReportBlock, { kind: "heading" }>;

/** The report as it is printed: without places that are still to be written, nor sections that hold nothing else; the rest is counted anew. */
export function printedReport(report: Report): Report {
  const written = report.blocks.filter(({ kind }) => kind !== "gap");
  const filled = written.filter((block, at) => block.kind !== "heading" || !isEmpty(written, block, at));
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  const blocks = filled.map((block): ReportBlock => {
    if (block.kind !== "heading" || block.number === "") return block;
    const at = block.level - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, block.level);
    return { ...block, number: headingNumber(block.level, counts[at] ?? 1) };
  });
  return { ...report, blocks };
}

/** Whether nothing but page breaks and headings further down stands between a heading and the next one of its level or above. */
function isEmpty(blocks: readonly ReportBlock[], heading: Heading, at: number): boolean {
  const after = blocks.slice(at + 1);
  const end = after.findIndex((block) => block.kind === "heading" && block.level <= heading.level);
  const own = end < 0 ? after : after.slice(0, end);
  return own.every(({ kind }) => kind === "heading" || kind === "page-break");
}
