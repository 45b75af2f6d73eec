import { formatNumber } from "#core/indicator/quantity.ts";
import type { ReadCell, ReadSheet } from "./read-workbook.ts";

/** The cells of a sheet as texts: numbers with the digits that their cells print, or with all they have where those would not do. */
export function sheetTexts({ rows }: ReadSheet): readonly (readonly string[])[] {
  return rows.map((row) => row.map((cell) => (cell === null ? "" : cellText(cell))));
}

function cellText(cell: ReadCell): string {
  if (cell.kind === "text") return cell.text;
  const printed = formatNumber(cell.value, cell.decimals);
  return Number(printed) === cell.value ? printed : formatNumber(cell.value, null);
}
