import { formatNumber } from "#core/indicator/quantity.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { GridWords } from "./printed-cell.ts";

/** The value of a statement with its unit and, in a word, its form: 33 家, 2—3 家, 超 2200 家, 增加 1.22 个百分点. */
export function printStatement(statement: Statement, words: GridWords): string {
  if (statement.form === "change") return printChange(statement, words);
  const value = numbers(statement);
  switch (statement.form) {
    case "level":
    case "atLeast":
    case "between":
    case "floorStretch":
      return words("panel.forms.plain", { value });
    case "fullCoverage":
    case "qualitative":
      return words(`panel.forms.${statement.form}`);
    default:
      return words(`panel.forms.${statement.form}`, { value });
  }
}

function printChange(statement: Statement, words: GridWords): string {
  const size = statement.value === null ? null : Math.abs(statement.value);
  const form = (statement.value ?? 0) < 0 ? "fall" : "rise";
  return words(`panel.forms.${form}`, { value: numbers({ ...statement, value: size }) });
}

/** What a statement is and when: 2020 年目标. */
export function statementCaption(statement: Statement, words: GridWords): string {
  const kind = words(`panel.kinds.${statement.kind}`);
  return statement.year === null
    ? words("panel.noYear", { kind })
    : words("panel.statementYear", { year: statement.year, kind });
}

function numbers({ value, low, high, floor, stretch, unit, decimals }: Statement): string {
  const known = [value, low, high, floor, stretch].filter((number) => number !== null);
  const text = known.map((number) => formatNumber(number, decimals)).join("—");
  return unit === null ? text : `${text} ${unit}`.trim();
}
