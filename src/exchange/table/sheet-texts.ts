import { assertNever } from "#core/assert-never.ts";
import { formatNumber } from "#core/indicator/quantity.ts";
import type { SheetTexts } from "#core/report/workbook/sheet-edits.ts";
import type { ReadCell, ReadSheet } from "./read-workbook.ts";

/**
 * The cells of a sheet as texts: numbers with the digits that their cells print, or with all they have where those would not do; `null` for
 * what is no text and no number.
 */
export function sheetTexts({ rows }: ReadSheet): SheetTexts {
  return rows.map((row) => row.map((cell) => (cell === null ? "" : cellText(cell))));
}

function cellText(cell: ReadCell): string | null {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "number":
      return digitsText(cell.value, cell.decimals);
    case "percent":
      return `${digitsText(hundredfold(cell.value), cell.decimals)}%`;
    case "unread":
      return null;
    default:
      return assertNever(cell);
  }
}

function digitsText(value: number, decimals: number | null): string {
  const printed = formatNumber(value, decimals);
  return Number(printed) === value ? printed : formatNumber(value, null);
}

/** A product would leave binary noise behind: 0.07 is 7 %, not 7.000000000000001 %. */
const hundredfold = (value: number): number => Number((value * 100).toPrecision(15));
