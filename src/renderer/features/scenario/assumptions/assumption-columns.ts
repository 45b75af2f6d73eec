/** A column of the sheet of assumptions. */
export type AssumptionColumn =
  | { readonly kind: "name" | "method" | "shocks" | "uncertainty" }
  | { readonly kind: "year"; readonly year: number };

/** The id of a column. */
export function columnId(column: AssumptionColumn): string {
  return column.kind === "year" ? String(column.year) : column.kind;
}

/** The columns over these years. */
export function assumptionColumns(years: readonly number[]): readonly AssumptionColumn[] {
  return [
    { kind: "name" },
    { kind: "method" },
    ...years.map((year): AssumptionColumn => ({ kind: "year", year })),
    { kind: "shocks" },
    { kind: "uncertainty" },
  ];
}
