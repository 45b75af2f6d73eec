import type { OutlineEntry } from "#core/plan/plan.ts";
import { DocumentText } from "#exchange/document/document-text.ts";

/** A made-up plan as conversions leave one: blank lines, a torn paragraph, a bookmark, a table of tabs, a character of two units. */
export const SAMPLE_TEXT = `
某县科技规划（𠮷）

[bookmark: _Toc1]一、发展目标
1.投入增长。到2030年，全县研发投入占地区生产总值的比重达到2.5%，比2025年提高0.4个百分点，高新技术产品产值占规模以上工业总产值比重

达到 37%。
\t序号
\t指标
\t2025年

\t1
\t孵化器（个）
\t--

二、保障措施
加强组织领导。
`;

const headingAt = (heading: string, level: number, found = heading): OutlineEntry => {
  const start = Array.from(SAMPLE_TEXT.slice(0, SAMPLE_TEXT.indexOf(found))).length;
  const line = SAMPLE_TEXT.slice(0, SAMPLE_TEXT.indexOf(found)).split("\n").length;
  return { heading, level, line, start };
};

/** Its headings. */
export const SAMPLE_OUTLINE: readonly OutlineEntry[] = [
  headingAt("一、发展目标", 1),
  headingAt("1.投入增长", 2),
  headingAt("二、保障措施", 1),
];

/** The made-up plan's text. */
export const sampleDocument = (): DocumentText => new DocumentText(SAMPLE_TEXT);

/** The span of a printed text in code points, as a plan file gives it. */
export function pointsOf(text: string, printed: string): { readonly start: number; readonly end: number } {
  const unit = text.indexOf(printed);
  if (unit < 0) throw new Error(`${printed} is not in the text`);
  const start = Array.from(text.slice(0, unit)).length;
  return { start, end: start + Array.from(printed).length };
}
