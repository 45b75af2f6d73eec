import { titled } from "../plan/titled.ts";
import { paragraph, type Report } from "./report.ts";
import { ReportWriter } from "./report-writer.ts";

/** An indicator of the draft beside that of another plan, in words ready to print. */
export interface ComparedRow {
  readonly name: string;
  readonly unit: string;
  /** The draft's target; empty where none is set yet. */
  readonly mine: string;
  readonly theirs: string;
  /** By how much the draft is higher or lower; empty where nothing is compared. */
  readonly difference: string;
  /** Why the two cannot be compared, or what was assumed to compare them; `null` for neither. */
  readonly remark: string | null;
}

/** A plan beside the draft: 上位规划 · 江门“十四五”, its title, and what of both stands side by side. */
export interface ComparedPlan {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly ComparedRow[];
  /** Indicators of this plan that stand beside none of the draft. */
  readonly unmatched: readonly string[];
}

const NOTHING = "—";

/** A draft beside other plans: for each a table of targets with their difference, what cannot be compared and why, and what only the other plan has. */
export function comparisonReport(draft: string, plans: readonly ComparedPlan[]): Report {
  const writer = new ReportWriter(`${draft}对照情况`);
  writer.add({ kind: "title", lines: [draft, "对照情况"] });
  const titles = plans.map(({ title }) => titled(title));
  writer.add(paragraph(`本报告将本规划的目标与${titles.join("、")}逐项对照。`));
  for (const [at, plan] of plans.entries()) writePlan(writer, plan, `plan-${at}`);
  return writer.report();
}

function writePlan(writer: ReportWriter, { name, rows, unmatched }: ComparedPlan, id: string): void {
  writer.heading(1, `与${name}对照`, id);
  if (rows.length === 0) writer.add(paragraph("两部规划没有可以对应的指标。"));
  else {
    const compared = rows.filter(({ difference }) => difference !== "").length;
    writer
      .add(
        paragraph(`两部规划有${rows.length}项指标对应，其中${compared}项可以比较，见${writer.nextTable()}。`),
      )
      .table(
        {
          id: `${id}-table`,
          columns: [
            { title: "序号", share: 7, align: "center" },
            { title: "指标", share: 29, align: "left" },
            { title: "单位", share: 8, align: "center" },
            { title: "本规划目标", share: 19, align: "center" },
            { title: "对照目标", share: 19, align: "center" },
            { title: "差异", share: 18, align: "center" },
          ],
          rows: rows.map((row, at) => [
            ...[String(at + 1), row.name, row.unit || NOTHING],
            ...[row.mine, row.theirs, row.difference].map((text) => text || NOTHING),
          ]),
          note: "注：差异为本规划相对于对照规划。",
        },
        `与${name}的目标对照`,
      );
  }
  const remarks = rows.flatMap(({ name: indicator, remark }) =>
    remark === null ? [] : [[{ text: `${indicator}：${remark}` }]],
  );
  if (remarks.length > 0) {
    writer.heading(2, "口径与可比性", `${id}-remarks`);
    writer.add({ kind: "list", ordered: true, items: remarks });
  }
  if (unmatched.length > 0) {
    writer.heading(2, "本规划未列的指标", `${id}-unmatched`);
    writer.add(paragraph(`${unmatched.join("；")}。`));
  }
}
