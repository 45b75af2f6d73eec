import { assertNever } from "../assert-never.ts";
import { FIGURE_MM } from "./chart-look.ts";
import { countLines } from "./count-lines.ts";
import { type Report, type ReportBlock, type ReportTable, runText } from "./report.ts";

/** Measures of a page in lines of the type area and in characters of its body text. */
export interface PageMeasures {
  /** Lines a page, and characters a line. */
  readonly lines: number;
  readonly characters: number;
  /** Width of a character of a title, and of a table, in characters of the body. */
  readonly titleCharacter: number;
  readonly tableCharacter: number;
  /** Heights in lines: of a title's line, of a line and the space around it in a table's row, of a millimetre, of the space over a chart, of a note. */
  readonly titleLine: number;
  readonly tableLine: number;
  readonly rowSpace: number;
  readonly millimetre: number;
  readonly chartSpace: number;
  readonly note: number;
  /** Height of each further line of a note in lines, and width of its characters in those of the body. */
  readonly noteLine: number;
  readonly noteCharacter: number;
}

/** Pages of GB/T 9704-2012: 22 lines of 28 characters of 16 pt; tables in 10.5 pt, notes in 9 pt. */
export const OFFICIAL_PAGE: PageMeasures = {
  lines: 22,
  characters: 28,
  titleCharacter: 22 / 16,
  tableCharacter: 10.5 / 15.75,
  titleLine: 1.5,
  tableLine: 16 / 28.95,
  rowSpace: 3.5 / 28.95,
  millimetre: 1 / 10.21,
  chartSpace: 0.4,
  note: 24 / 28.95,
  noteLine: 16 / 28.95,
  noteCharacter: 9 / 15.75,
};

/** Where a report's parts begin, by their id, as page numbers from 1: reckoned from letters and lines, not from fonts. */
export function estimatePages(
  report: Report,
  measures: PageMeasures = OFFICIAL_PAGE,
): ReadonlyMap<string, number> {
  const flow = new PageFlow(measures);
  for (const block of report.blocks) {
    // A heading stays with the first line after it, and a caption with its chart.
    if (block.kind === "heading") flow.keep(linesOf(block, report, measures) + 1);
    if (block.kind === "chart") flow.keep(linesOf(block, report, measures));
    if (block.kind === "page-break") flow.newPage();
    else flow.place(block, report);
  }
  return flow.pages;
}

/** Fills pages line by line. */
class PageFlow {
  readonly pages = new Map<string, number>();
  readonly #measures: PageMeasures;
  #page = 1;
  #used = 0;

  constructor(measures: PageMeasures) {
    this.#measures = measures;
  }

  keep(lines: number): void {
    if (this.#used > 0 && this.#used + lines > this.#measures.lines + SLACK) this.newPage();
  }

  newPage(): void {
    this.#page += 1;
    this.#used = 0;
  }

  place(block: ReportBlock, report: Report): void {
    if ("id" in block) this.pages.set(block.id, this.#page);
    if (block.kind === "table") this.#placeTable(block);
    else this.#fill(linesOf(block, report, this.#measures));
  }

  #placeTable(table: ReportTable): void {
    const { lines, note } = this.#measures;
    const [head = 0, ...rows] = rowHeights(table, this.#measures);
    this.keep(1 + head + (rows[0] ?? 0));
    this.pages.set(table.id, this.#page);
    this.#used += 1 + head;
    for (const row of rows) {
      if (this.#used + row > lines + SLACK) {
        this.newPage();
        this.#used = head;
      }
      this.#used += row;
    }
    this.#fill(table.note === null ? 0.8 * note : note);
  }

  /** Text breaks between lines. */
  #fill(lines: number): void {
    this.#used += lines;
    while (this.#used > this.#measures.lines + SLACK) {
      this.#page += 1;
      this.#used -= this.#measures.lines;
    }
  }
}

/** Rounding of heights must not open a page. */
const SLACK = 1e-6;

function rowHeights(
  { columns, rows }: ReportTable,
  { characters, tableCharacter, tableLine, rowSpace }: PageMeasures,
): readonly number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (characters * share) / total / tableCharacter - 0.6);
  const height = (cells: readonly string[]) =>
    Math.max(...cells.map((text, at) => countLines(text, Math.max(1, widths[at] ?? 1)))) * tableLine +
    rowSpace;
  return [height(columns.map(({ title }) => title)), ...rows.map(height)];
}

function linesOf(block: ReportBlock, report: Report, measures: PageMeasures): number {
  const { characters, titleLine, titleCharacter } = measures;
  switch (block.kind) {
    case "title": {
      const lines = block.lines.map((line) => countLines(line, characters / titleCharacter));
      return titleLine * lines.reduce((sum, count) => sum + count, 0) + 1;
    }
    case "contents":
      return 2 + contentsEntries(report).reduce((sum, { lines }) => sum + lines(characters), 0);
    case "heading":
      return countLines(block.number + block.text, characters, 2);
    case "paragraph":
      return countLines(runText(block.runs), characters, 2);
    case "list":
      return block.items.reduce((sum, runs) => sum + countLines(`—${runText(runs)}`, characters, 2), 0);
    case "chart":
      return FIGURE_MM[block.look.size].height * measures.millimetre + measures.chartSpace + 1;
    case "note":
      return (
        measures.note + (countLines(block.text, characters / measures.noteCharacter) - 1) * measures.noteLine
      );
    case "table":
    case "gap":
    case "page-break":
      return 0;
    default:
      return assertNever(block);
  }
}

/** The headings that a table of contents names, each with the lines that it takes there. */
function contentsEntries(report: Report) {
  return report.blocks.flatMap((block) =>
    block.kind === "heading" && block.level <= 2
      ? [
          {
            lines: (characters: number) =>
              countLines(block.number + block.text, characters - 2 * (block.level - 1) - 2),
          },
        ]
      : [],
  );
}
