import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { Indicator } from "#core/plan/plan.ts";
import { Button } from "../../../ui/button.tsx";
import { PanelSection } from "../../../ui/panel.tsx";
import { fieldOf, type GridColumn } from "../grid-columns.ts";
import { remarkOf } from "./remark-of.ts";

const RemarkingContext = createContext<(() => void) | null>(null);

/** Gives the panel the way to edit what is said of the active cell; `null` where the plan cannot be edited. */
export const RemarkingProvider = RemarkingContext.Provider;

/** What the planner has written about a cell, with a way to edit it. */
export function RemarkSection(props: { readonly indicator: Indicator; readonly column: GridColumn }) {
  const { t } = useTranslation("grid");
  const edit = useContext(RemarkingContext);
  const field = fieldOf(props.column);
  const remark = remarkOf(props.indicator, field);
  if (field === null || (remark === null && edit === null)) return null;
  const { note, source } = remark ?? { note: null, source: null };
  return (
    <PanelSection title={t("cells.section")}>
      {note === null ? null : <p className="remark-note">{note}</p>}
      {source === null ? null : <p className="small">{t("cells.sourced", { source })}</p>}
      {edit === null ? null : (
        <Button variant="quiet" icon="rename" onClick={edit}>
          {remark === null ? t("cells.add") : t("cells.edit")}
        </Button>
      )}
    </PanelSection>
  );
}
