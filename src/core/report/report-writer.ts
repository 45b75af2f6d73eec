import { chineseNumber } from "./chinese-number.ts";
import type { StyledChart } from "./chart-look.ts";
import { titleWithUnit } from "./chart-drawing.ts";
import type { HeadingLevel, Report, ReportBlock, ReportTable } from "./report.ts";

/** Puts a report together block by block and counts its headings, tables and figures. */
export class ReportWriter {
  readonly #title: string;
  readonly #blocks: ReportBlock[] = [];
  readonly #counts: [number, number, number, number] = [0, 0, 0, 0];
  #tables = 0;
  #figures = 0;

  constructor(title: string) {
    this.#title = title;
  }

  /** Adds blocks as they are. */
  add(...blocks: readonly ReportBlock[]): this {
    this.#blocks.push(...blocks);
    return this;
  }

  /** Adds a heading with the next number of its level: 一、 / （一） / 1. / （1）. */
  heading(level: HeadingLevel, text: string, id: string): this {
    this.#counts[level - 1] = (this.#counts[level - 1] ?? 0) + 1;
    this.#counts.fill(0, level);
    const number = headingNumber(level, this.#counts[level - 1] ?? 1);
    return this.add({ kind: "heading", id, level, number, text });
  }

  /** Adds a heading that is not counted, such as that of an appendix. */
  plainHeading(text: string, id: string): this {
    return this.add({ kind: "heading", id, level: 1, number: "", text });
  }

  /** The caption that the next table will have. */
  nextTable(): string {
    return `表${this.#tables + 1}`;
  }

  /** The caption that the next figure will have. */
  nextFigure(): string {
    return `图${this.#figures + 1}`;
  }

  /** Adds a table with the next number. */
  table(table: Omit<ReportTable, "kind" | "caption">, title: string): this {
    const caption = `${this.nextTable()}　${title}`;
    this.#tables += 1;
    return this.add({ kind: "table", caption, ...table });
  }

  /** Adds a chart with the next number, its title and unit below it, and then its source. */
  chart({ id, drawing, look }: StyledChart & { readonly id: string }): this {
    const { source } = drawing.chart;
    const caption = `${this.nextFigure()}　${titleWithUnit(drawing)}`;
    this.#figures += 1;
    const lines = source.split("\n").filter((line) => line !== "");
    return this.add(
      { kind: "chart", id, caption, drawing, look },
      ...lines.map((text): ReportBlock => ({ kind: "note", text })),
    );
  }

  /** The report so far. */
  report(): Report {
    return { title: this.#title, blocks: [...this.#blocks] };
  }
}

/** The number of a heading of a level: 一、, （一）, 1. or （1）. */
export function headingNumber(level: HeadingLevel, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(count)}、`;
    case 2:
      return `（${chineseNumber(count)}）`;
    case 3:
      return `${count}. `;
    case 4:
      return `（${count}）`;
  }
}
