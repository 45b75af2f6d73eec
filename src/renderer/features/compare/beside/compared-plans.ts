import { comparisonReport, type ComparedPlan, type ComparedRow } from "#core/report/comparison-report.ts";
import type { SidePair, SideRow } from "#core/compare/beside/side-by-side.ts";
import type { Report } from "#core/report/report.ts";
import { assumptionText, blockText } from "./block-text.ts";
import { printSide, type SideWords } from "./printed-side.ts";
import { OWN } from "./side-columns.ts";
import type { SideStudy } from "./use-side-study.ts";

/** The table as a report in Chinese, whatever the language of the interface is: `words` are the Chinese ones. */
export function sideReport(study: SideStudy, words: SideWords): Report {
  const { draft, others, rows, unmatched } = study.table;
  const plans = others.map((plan, side): ComparedPlan => {
    const role = words.beside(`role.${study.roleOf(plan)}`);
    return {
      name: words.beside("planTitle", { role, place: plan.title }),
      title: plan.title,
      rows: rows.flatMap((row) => {
        const pair = row.pairs[side] ?? null;
        return pair === null || row.mine === null ? [] : [comparedRow(row, pair, side, words)];
      }),
      unmatched: (unmatched[side] ?? []).flatMap((row) => plan.indicators[row]?.name ?? []),
    };
  });
  return comparisonReport(draft.title, plans);
}

function comparedRow(row: SideRow, pair: SidePair, side: number, words: SideWords): ComparedRow {
  const text = (kind: "target" | "difference", of: number) => {
    const printed = printSide(row, { kind, side: of }, words);
    return printed.tone === "muted" ? "" : printed.text;
  };
  const { comparison } = pair;
  const isOff = comparison.kind === "difference" && comparison.order !== "same";
  const sign = isOff ? words.beside(`sign.${comparison.order}`) : "";
  return {
    name: row.indicator.name,
    unit: row.indicator.unit,
    mine: text("target", OWN),
    theirs: text("target", side),
    difference: comparison.kind === "difference" ? `${sign} ${text("difference", side)}`.trim() : "",
    remark: remarkOf(row, pair, words),
  };
}

function remarkOf(row: SideRow, pair: SidePair, { beside }: SideWords): string | null {
  const { comparison } = pair;
  if (comparison.kind === "blocked") return blockText(comparison.block, ({ zh }) => zh, beside);
  if (comparison.kind !== "difference" || comparison.assumed.length === 0) return null;
  return comparison.assumed.map((each) => assumptionText(each, pair, row, beside)).join("");
}
