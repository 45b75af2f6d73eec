import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { markName } from "./printed-side.ts";
import { OWN, type SideColumn } from "./side-columns.ts";
import type { SideColumnSource } from "./side-column-defs.ts";
import type { SideStudy } from "./use-side-study.ts";

/** The headings of the table as grid and export print them. */
export interface SideTitles extends Omit<SideColumnSource, "context" | "widths"> {
  /** Whose a column is: a plan, or a plan and a year; empty for name and unit. */
  readonly owner: (column: SideColumn) => string;
}

/** The headings of the table in the reader's language, and what its marks say. */
export function useSideTitles(study: SideStudy): SideTitles {
  const { t } = useTranslation(["beside", "shell"]);
  const { t: beside } = useTranslation("beside");
  const { draft, others } = study.table;
  return useMemo(() => {
    const planAt = (side: number) => (side === OWN ? draft : (others[side] ?? draft));
    const header = (column: SideColumn): string => {
      const plan = planAt(column.side);
      switch (column.kind) {
        case "name":
          return t("beside:columns.name");
        case "unit":
          return t("beside:columns.unit");
        case "base":
          return t("beside:columns.base");
        case "target":
          return column.side === OWN
            ? t("beside:columns.ownTarget", { year: plan.period.end })
            : String(plan.period.end);
        case "growth":
          return t("beside:columns.growth");
        case "difference":
          return t("beside:columns.difference");
        case "year":
          return column.side === OWN ? t("beside:role.draft") : study.placeName(plan.id);
      }
    };
    const owner = (column: SideColumn): string => {
      if (column.kind === "name" || column.kind === "unit") return "";
      if (column.kind === "year") return String(column.year);
      const plan = planAt(column.side);
      const role = column.side === OWN ? ("draft" as const) : study.roleOf(plan);
      return t("beside:planTitle", { role: t(`beside:role.${role}`), place: study.planName(plan.id) });
    };
    return {
      header,
      owner,
      title: (group) => {
        if (group.kind === "head") return { name: t("beside:columns.indicator"), second: "" };
        if (group.kind === "year") return { name: String(group.year), second: t("beside:columns.year") };
        const plan = planAt(group.side);
        const role = group.side === OWN ? ("draft" as const) : study.roleOf(plan);
        const status = plan.status === "issued" ? "" : t(`shell:status.${plan.status}`);
        return {
          name: t("beside:planTitle", { role: t(`beside:role.${role}`), place: study.placeName(plan.id) }),
          second: t("beside:planPeriod", { ...plan.period, status }).trim(),
        };
      },
      markName: (mark) => markName(mark, { beside }),
    };
  }, [t, beside, study, draft, others]);
}
