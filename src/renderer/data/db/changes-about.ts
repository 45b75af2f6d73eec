import type { CellBlockRow, RowBlockRow } from "./change-block-row.ts";
import type { ChangeRow } from "./change-row.ts";

/** The stored changes that speak of one indicator; of a block that does, only what it says of it. */
export function changesAbout(changes: readonly ChangeRow[], indicator: string): readonly ChangeRow[] {
  return changes.flatMap((change): readonly ChangeRow[] => {
    if (change.kind === "cells") return cellsAbout(change, indicator);
    if (change.kind === "rows") return rowsAbout(change, indicator);
    return "indicator" in change && change.indicator === indicator ? [change] : [];
  });
}

function cellsAbout(block: CellBlockRow, indicator: string): readonly CellBlockRow[] {
  const row = block.indicators.indexOf(indicator);
  if (row < 0) return [];
  const width = block.fields.length;
  const found: { readonly at: number; readonly field: number }[] = [];
  let place = 0;
  block.steps.forEach((step, at) => {
    place += step;
    const field = place - row * width;
    if (field >= 0 && field < width) found.push({ at, field });
  });
  const only = <T>(list: readonly T[]) => found.flatMap(({ at }) => list.slice(at, at + 1));
  return [
    {
      ...{ kind: "cells", indicators: [indicator], fields: block.fields },
      steps: found.map(({ field }, step) => field - (found[step - 1]?.field ?? 0)),
      before: only(block.before),
      after: only(block.after),
    },
  ];
}

function rowsAbout(block: RowBlockRow, indicator: string): readonly RowBlockRow[] {
  const row = block.ids.indexOf(indicator);
  if (row < 0) return [];
  const only = <T>(list: readonly T[]) => list.slice(row, row + 1);
  const { ids, concepts, names, units, attributes, departments, categories } = block;
  return [
    {
      ...{ kind: block.kind, way: block.way, base: block.base },
      steps: [block.steps.slice(0, row + 1).reduce((sum, step) => sum + step, 0)],
      ...{ ids: only(ids), concepts: only(concepts), names: only(names), units: only(units) },
      attributes: only(attributes),
      ...{ departments: only(departments), categories: only(categories) },
    },
  ];
}
