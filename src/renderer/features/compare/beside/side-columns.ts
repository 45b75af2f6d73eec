import type { SideTable } from "#core/compare/beside/side-by-side.ts";
import type { Year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { SideColumnSet } from "../../../data/kept-comparison.ts";

/** The place of the draft among the plans of a table; the others count from 0. */
export const OWN = -1;

/** A column of the table; `side` is {@link OWN} or the place of the other plan. */
export type SideColumn =
  | { readonly kind: "name" | "unit"; readonly side: typeof OWN }
  | { readonly kind: "base" | "target" | "growth" | "difference"; readonly side: number }
  | { readonly kind: "year"; readonly side: number; readonly year: Year };

/** Columns under one heading: those of one plan, or one year of all plans. */
export type SideGroup =
  | { readonly kind: "head"; readonly columns: readonly SideColumn[] }
  | { readonly kind: "plan"; readonly side: number; readonly columns: readonly SideColumn[] }
  | { readonly kind: "year"; readonly year: Year; readonly columns: readonly SideColumn[] };

/** Identity of a column within its table. */
export function sideColumnId(column: SideColumn): string {
  switch (column.kind) {
    case "name":
    case "unit":
      return column.kind;
    case "year":
      return `year-${column.year}-${column.side}`;
    default:
      return `${column.kind}-${column.side}`;
  }
}

/** The columns from left to right: name, unit and the draft, which stay in sight; each other plan; then past years. */
export function sideGroups(
  { draft, others }: Pick<SideTable, "draft" | "others">,
  sets: Readonly<Record<SideColumnSet, boolean>>,
): readonly SideGroup[] {
  const base = (side: number): readonly SideColumn[] => (sets.base ? [{ kind: "base", side }] : []);
  const growth = (side: number): readonly SideColumn[] => (sets.growth ? [{ kind: "growth", side }] : []);
  return [
    {
      kind: "head",
      columns: [
        { kind: "name", side: OWN },
        { kind: "unit", side: OWN },
      ],
    },
    {
      kind: "plan",
      side: OWN,
      columns: [...base(OWN), { kind: "target", side: OWN }, { kind: "growth", side: OWN }],
    },
    ...others.map(
      (_, side): SideGroup => ({
        kind: "plan",
        side,
        columns: [...base(side), { kind: "target", side }, ...growth(side), { kind: "difference", side }],
      }),
    ),
    ...(sets.years ? yearGroups([draft, ...others]) : []),
  ];
}

/** Years before the plans' last ones, aligned: under each the plans that say something of it. */
function yearGroups(plans: readonly Plan[]): readonly SideGroup[] {
  const spoken = plans.map(spokenYears);
  const years = [...new Set(spoken.flatMap((known) => [...known]))].sort((a, b) => a - b);
  return years.map((year) => ({
    kind: "year",
    year,
    columns: spoken.flatMap((known, at): SideColumn[] =>
      // A draft takes over its predecessor's years: its own column shows what will be its history.
      known.has(year) ? [{ kind: "year", side: at - 1, year }] : [],
    ),
  }));
}

function spokenYears({ indicators, observations }: Plan): ReadonlySet<Year> {
  const milestones = indicators.flatMap(({ targets }) => targets.slice(0, -1).map(({ year }) => year));
  return new Set([...observations.years, ...milestones]);
}
