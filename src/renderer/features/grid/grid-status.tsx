import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isSingle } from "../../ui/sheet/selection.ts";
import { CellMark } from "./cell-mark.tsx";
import type { CellSource, CellView } from "./cell-view.ts";
import type { EvidenceLevel } from "./evidence-level.ts";
import { useNamedSelection } from "./grid-session.ts";
import { SelectionStatus } from "./selection-status.tsx";
import { placedSelection } from "../../ui/sheet/cell-places.ts";
import type { GridLayout } from "./use-grid-layout.ts";

interface GridStatusProps {
  readonly source: CellSource;
  readonly layout: GridLayout;
  readonly view: CellView | null;
}

const LEVELS: readonly EvidenceLevel[] = ["full", "part", "none"];

/** The room's part of the status bar: the active value or what the selected ones amount to, what marks and dots mean, how many rows there are. */
export function GridStatus({ source, layout, view }: GridStatusProps) {
  const { t } = useTranslation("grid");
  const { places, active } = layout;
  const named = useNamedSelection(source.plan.id);
  const selection = useMemo(() => placedSelection(places, named, active), [places, named, active]);
  const several = selection !== null && !isSingle(selection);
  const [shown, all] = [places.rows.length, source.plan.indicators.length];
  const value = view?.kind === "value" ? t("cell.withUnit", { value: view.text, unit: view.unit }) : null;
  return (
    <>
      {several ? (
        <SelectionStatus source={source} places={places} selection={selection} />
      ) : (
        <span>{value === null ? null : t("status.value", { value })}</span>
      )}
      <span className="spacer" />
      {several ? null : <MarkLegend />}
      <span className="dot-legend">
        {LEVELS.map((level) => (
          <span key={level}>
            <span className={`evidence-dot ${level}`} aria-hidden="true" />{" "}
            {t(`evidenceLevel.legend.${level}`)}
          </span>
        ))}
      </span>
      <span>{shown === all ? t("status.indicators", { shown }) : t("status.filtered", { shown, all })}</span>
    </>
  );
}

/** What the marks of values mean: computed, our reading, the planner's own, not stated, stated differently. */
function MarkLegend() {
  const { t } = useTranslation("grid");
  return (
    <span className="dot-legend" role="group" aria-label={t("status.marks")}>
      <span>
        <CellMark kind="derived" /> {t("basis.derived")}
      </span>
      <span>
        <CellMark kind="inferred" /> {t("basis.inferred")}
      </span>
      <span>
        <span className="estimated">{t("status.estimated")}</span>
      </span>
      <span>
        {t("cell.blank")} {t("status.missing")}
      </span>
      <span>
        <CellMark kind="disagreement" /> {t("status.disagreement")}
      </span>
    </span>
  );
}
