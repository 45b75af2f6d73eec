import { useTranslation } from "react-i18next";
import type { SideCounts } from "#core/compare/beside/side-by-side.ts";
import type { SideColumnSet } from "../../../data/kept-comparison.ts";
import type { MenuEntry } from "../../../ui/menu.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { Segment } from "../../../ui/segment.tsx";
import { type BesideView, changeBesideView, type SideFilter } from "./beside-session.ts";
import { sideGridRows } from "./side-context.ts";
import type { SideStudy } from "./use-side-study.ts";

interface BesideToolbarProps {
  readonly study: SideStudy;
  readonly view: BesideView;
  readonly counts: SideCounts;
}

const SETS: readonly SideColumnSet[] = ["base", "growth", "years"];

/** Which rows and which further columns are shown. */
export function BesideToolbar({ study, view, counts }: BesideToolbarProps) {
  const { t } = useTranslation("beside");
  const { draft } = study.table;
  const entries = SETS.map(
    (set): MenuEntry => ({
      kind: "item",
      id: set,
      label: t(`sets.${set}`),
      checked: view.columns[set],
      toggles: true,
      run: () => changeBesideView(draft.id, { columns: { ...view.columns, [set]: !view.columns[set] } }),
    }),
  );
  return (
    <>
      <Segment
        label={t("filter.label")}
        value={view.filter}
        options={[
          { value: "all", label: t("filter.all"), count: counts.all },
          { value: "missing", label: t("filter.missing"), count: counts.missing },
          { value: "blocked", label: t("filter.blocked"), count: counts.blockedRows },
        ]}
        onChange={(filter) => changeBesideView(draft.id, { filter, kept: keptRows(study, filter) })}
      />
      <MenuButton label={t("sets.label")} entries={entries}>
        {t("sets.button")}
      </MenuButton>
    </>
  );
}

/** The rows that a filter lets through as the table stands; `null` for all. */
function keptRows({ table }: SideStudy, filter: SideFilter): ReadonlySet<string> | null {
  if (filter === "all") return null;
  const rows = sideGridRows(table.rows).filter(({ index }) => {
    const row = table.rows[index];
    if (filter === "missing") return row?.mine === null;
    return row?.pairs.some((pair) => pair?.comparison.kind === "blocked");
  });
  return new Set(rows.map(({ id }) => id));
}
