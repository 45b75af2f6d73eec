import { type PrintedSide, printSide, type SideWords } from "./printed-side.ts";
import type { SideColumn } from "./side-columns.ts";
import type { SideGridRow } from "./side-context.ts";
import type { SideTitles } from "./use-side-titles.ts";
import type { SideStudy } from "./use-side-study.ts";

/** The table as it is shown: two lines of headings, then a line a row. */
export function sideTableCells(
  study: SideStudy,
  shown: { readonly rows: readonly SideGridRow[]; readonly columns: readonly SideColumn[] },
  titles: SideTitles,
  words: SideWords,
): readonly (readonly string[])[] {
  const { rows, columns } = shown;
  return [
    columns.map((column) => titles.owner(column)),
    columns.map((column) => titles.header(column)),
    ...rows.flatMap(({ index }) => {
      const row = study.table.rows[index];
      return row === undefined
        ? []
        : [columns.map((column) => cellText(printSide(row, column, words), words))];
    }),
  ];
}

/** A cell in words: its mark as a sign or a word, its text, the year that is not the column's. */
function cellText({ mark, text, boxed, tone }: PrintedSide, { beside }: SideWords): string {
  if (tone === "muted") return "";
  const sign = mark === null || mark === "warn" ? "" : beside(`sign.${mark}`);
  return [sign, text, boxed === null ? "" : beside("boxed", { text: boxed })]
    .filter((part) => part !== "")
    .join(" ");
}
