import { useTranslation } from "react-i18next";
import { CellMark } from "./cell-mark.tsx";
import type { CellView } from "./cell-view.ts";
import type { EvidenceLevel } from "./evidence-level.ts";

interface GridStatusProps {
  readonly shown: number;
  readonly all: number;
  readonly view: CellView | null;
}

const LEVELS: readonly EvidenceLevel[] = ["full", "part", "none"];

/** The room's part of the status bar: the active value, what marks and dots mean, how many rows there are. */
export function GridStatus({ shown, all, view }: GridStatusProps) {
  const { t } = useTranslation("grid");
  const value = view?.kind === "value" ? t("cell.withUnit", { value: view.text, unit: view.unit }) : null;
  return (
    <>
      <span>{value === null ? null : t("status.value", { value })}</span>
      <span className="spacer" />
      <MarkLegend />
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
