import type { StyledChart } from "./chart-look.ts";

/** A piece of a line of text; `strong` is set off (黑体). */
export interface TextRun {
  readonly text: string;
  readonly strong?: boolean;
}

/** Levels of headings: 一、 / （一） / 1. / （1） (GB/T 9704-2012, 7.3.3). */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** A column of a table: its share of the table's width, and how its cells stand. */
export interface ReportColumn {
  readonly title: string;
  readonly share: number;
  readonly align: "left" | "center" | "right";
}

/** A table with its caption above it; every row has a text a column. */
export interface ReportTable {
  readonly kind: "table";
  /** Name within the report, by which an outline finds it. */
  readonly id: string;
  /** 表1　主要指标, with its number. */
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Printed below it; `null` for none. */
  readonly note: string | null;
}

/** A chart with its caption below it, which has its title and unit; they and its source are not printed again. */
export interface ReportChart extends StyledChart {
  readonly kind: "chart";
  readonly id: string;
  readonly caption: string;
}

/** One block of a report, from top to bottom. */
export type ReportBlock =
  /** Centred lines over everything (2号小标宋). */
  | { readonly kind: "title"; readonly lines: readonly string[] }
  /** The table of contents. */
  | { readonly kind: "contents"; readonly title: string }
  | {
      readonly kind: "heading";
      readonly id: string;
      readonly level: HeadingLevel;
      /** 一、, （一）, 1. or （1）; empty for a heading without a number. */
      readonly number: string;
      readonly text: string;
    }
  | { readonly kind: "paragraph"; readonly runs: readonly TextRun[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly TextRun[])[];
    }
  | ReportTable
  | ReportChart
  /** A remark in small letters. */
  | { readonly kind: "note"; readonly text: string }
  /** A place that the planner has still to write; it is shown in the program and never printed. */
  | { readonly kind: "gap"; readonly id: string; readonly text: string }
  | { readonly kind: "page-break" };

/** A document as a value: every word ready to print, in the language of the document. */
export interface Report {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

/** A paragraph of plain text. */
export const paragraph = (text: string): ReportBlock => ({ kind: "paragraph", runs: [{ text }] });

/** The text of runs, without what sets them off. */
export const runText = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join("");
