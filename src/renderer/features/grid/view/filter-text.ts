import { assertNever } from "#core/assert-never.ts";
import type { ColumnFilter } from "../../../data/views/arrangement.ts";
import { columnId, type GridColumn } from "../grid-columns.ts";
import { columnName, type GridWords, plainText, printCell } from "../printed-cell.ts";
import type { FilterValue } from "./filter-values.ts";

/** A filter in words: 指标名称含“企业”; `null` where the plan has no such column. */
export function filterText(
  filter: ColumnFilter,
  columns: readonly GridColumn[],
  values: (column: GridColumn) => readonly FilterValue[],
  words: GridWords,
): string | null {
  const found = columns.find((each) => columnId(each) === filter.column);
  if (found === undefined) return null;
  const column = columnName(found, words);
  switch (filter.kind) {
    case "contains":
      return words("arrange.said.contains", { column, text: filter.text });
    case "blank":
    case "filled":
    case "error":
      return words(`arrange.said.${filter.kind}`, { column });
    case "among": {
      const chosen = values(found).filter(({ key }) => filter.values.includes(key));
      const list = chosen.map((value) => valueText(value, found, words)).join(words("arrange.said.or"));
      return words("arrange.said.among", { column, values: list });
    }
    default:
      return assertNever(filter);
  }
}

/** What a column holds, in words: 未填 where it holds nothing. */
export function valueText({ key, view }: FilterValue, column: GridColumn, words: GridWords): string {
  return key === "" ? words("arrange.noField") : plainText(printCell(view, column, words));
}
