import { useTranslation } from "react-i18next";
import { lostReferences } from "#core/narrative/reference-text.ts";
import { baseValue } from "#core/plan/base-value.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Report } from "#core/report/report.ts";
import { isOfficeChart } from "#exchange/chart/office-chart.ts";
import { Icon } from "../../ui/icon.tsx";

interface ChecksPaneProps {
  readonly plan: Plan;
  readonly report: Report;
  readonly pictures: boolean;
}

/** What holds of the file that will come out, and what to look at before. */
export function ChecksPane({ plan, report, pictures }: ChecksPaneProps) {
  const { t } = useTranslation("report");
  const rejected = plan.indicators.reduce((sum, indicator) => sum + indicator.rejected.length, 0);
  const provisional = plan.indicators.filter((_, row) => baseValue(plan, row)?.provisional === true).length;
  const lost = lostReferences(plan);
  const gaps = report.blocks.filter(({ kind }) => kind === "gap").length;
  const fixed = report.blocks.filter(
    (block) => block.kind === "chart" && !isOfficeChart(block.drawing),
  ).length;
  const sound = [
    t("check.area"),
    t("check.grid"),
    ...(pictures ? [t("check.pictures")] : [t("check.editable")]),
    ...(pictures || fixed === 0 ? [] : [t("check.fixed", { count: fixed })]),
  ];
  const look = [
    ...(rejected === 0 ? [] : [t("check.rejected", { count: rejected })]),
    ...(provisional === 0 ? [] : [t("check.provisional", { count: provisional })]),
    ...(lost === 0 ? [] : [t("check.lost", { count: lost })]),
    ...(gaps === 0 ? [] : [t("check.gaps", { count: gaps })]),
  ];
  return (
    <section>
      <h2>{t("checks")}</h2>
      <ul className="report-checks">
        {sound.map((text) => (
          <li key={text}>
            <Icon name="check" size={14} />
            {text}
          </li>
        ))}
        {look.map((text) => (
          <li key={text} className="warn">
            <Icon name="warn" size={14} />
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
