import { useTranslation } from "react-i18next";
import type { Period } from "#core/plan/plan.ts";
import type { YearSpan } from "./sparkline-shape.ts";

interface PeriodBarProps {
  readonly period: Period;
  readonly span: YearSpan;
  /** Striped for a draft. */
  readonly draft: boolean;
}

/** Where a period lies on the common time axis. */
export function PeriodBar({ period, span, draft }: PeriodBarProps) {
  const { t } = useTranslation("library");
  const years = span.last + 1 - span.first;
  const left = ((period.start - span.first) / years) * 100;
  const width = ((period.end + 1 - period.start) / years) * 100;
  return (
    <span className="period-bar" role="img" aria-label={t("table.periodLabel", { ...period })}>
      <span className={draft ? "draft" : undefined} style={{ left: `${left}%`, width: `${width}%` }} />
    </span>
  );
}
