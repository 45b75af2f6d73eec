import { useTranslation } from "react-i18next";
import type { ColumnFilter } from "../../../data/views/arrangement.ts";
import type { MenuEntry } from "../../../ui/menu.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import type { CellSource } from "../cell-view.ts";
import { columnId, type GridColumn } from "../grid-columns.ts";
import { columnName, type GridWords } from "../printed-cell.ts";
import type { GridLayout } from "../use-grid-layout.ts";
import { filterText, valueText } from "./filter-text.ts";
import { type FilterValue, filterValues } from "./filter-values.ts";

const FIELD: GridColumn = { kind: "category" };

interface FilterMenuProps {
  readonly source: CellSource;
  readonly layout: GridLayout;
  /** Asks for the condition of a column. */
  readonly onAsk: (column: GridColumn) => void;
}

/** The field that is shown, the other filters in force, and a way to one for the active column. */
export function FilterMenu({ source, layout, onAsk }: FilterMenuProps) {
  const { t } = useTranslation("grid");
  const { filters } = layout.arrangement;
  const others = filters.filter((filter) => !isField(filter));
  const field = t("arrange.field", { field: chosenField(source, filters, t) });
  return (
    <MenuButton
      label={t("arrange.fieldMenu")}
      icon="filter"
      entries={() => [
        ...fieldEntries(layout, filterValues(source, FIELD), t),
        ...otherEntries(source, layout, others, t),
        ...columnEntry(layout, onAsk, t),
      ]}
    >
      {others.length === 0 ? field : t("arrange.more", { field, count: others.length })}
    </MenuButton>
  );
}

function isField(filter: ColumnFilter): filter is Extract<ColumnFilter, { kind: "among" }> {
  return filter.kind === "among" && filter.column === columnId(FIELD);
}

function chosenField(source: CellSource, filters: readonly ColumnFilter[], words: GridWords): string {
  const chosen = filters.find(isField)?.values;
  if (chosen === undefined) return words("arrange.allFields");
  const values = filterValues(source, FIELD).filter(({ key }) => chosen.includes(key));
  const texts = values.map((each) => valueText(each, FIELD, words));
  return texts.join(words("arrange.said.or"));
}

function fieldEntries(
  { arrangement, arrange }: GridLayout,
  values: readonly FilterValue[],
  words: GridWords,
): readonly MenuEntry[] {
  const chosen = arrangement.filters.find(isField)?.values ?? null;
  const rest = arrangement.filters.filter((filter) => !isField(filter));
  const all: MenuEntry = {
    kind: "item",
    id: "all",
    label: words("arrange.allFields"),
    checked: chosen === null,
    run: () => arrange({ filters: rest }),
  };
  return [
    all,
    ...values.map((value): MenuEntry => {
      const text = valueText(value, FIELD, words);
      return {
        kind: "item",
        id: `field ${value.key}`,
        label: words("arrange.dialog.count", { value: text, count: value.count }),
        checked: chosen?.includes(value.key) ?? false,
        run: () =>
          arrange({ filters: [...rest, { kind: "among", column: columnId(FIELD), values: [value.key] }] }),
      };
    }),
  ];
}

function otherEntries(
  source: CellSource,
  { allColumns, arrangement, arrange }: GridLayout,
  others: readonly ColumnFilter[],
  words: GridWords,
): readonly MenuEntry[] {
  const { filters } = arrangement;
  if (filters.length === 0) return [];
  const entries = others.flatMap((filter): MenuEntry[] => {
    const text = filterText(filter, allColumns, (column) => filterValues(source, column), words);
    if (text === null) return [];
    return [
      {
        kind: "item",
        id: `filter ${filter.column}`,
        label: words("arrange.remove", { filter: text }),
        run: () => arrange({ filters: filters.filter((each) => each !== filter) }),
      },
    ];
  });
  const clear: MenuEntry = {
    kind: "item",
    id: "clear",
    label: words("arrange.clearFilters"),
    run: () => arrange({ filters: [] }),
  };
  return [{ kind: "separator", id: "others" }, ...entries, clear];
}

function columnEntry(
  { column }: GridLayout,
  onAsk: (column: GridColumn) => void,
  words: GridWords,
): readonly MenuEntry[] {
  if (column === null) return [];
  const label = words("arrange.byColumn", { column: columnName(column, words) });
  return [
    { kind: "separator", id: "column" },
    { kind: "item", id: "ask", label, run: () => onAsk(column) },
  ];
}
