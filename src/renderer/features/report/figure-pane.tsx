import { useTranslation } from "react-i18next";
import { type ChartLook, fittingSizes } from "#core/report/chart-look.ts";
import type { Plan } from "#core/plan/plan.ts";
import { chartWish } from "#core/report/draft/report-charts.ts";
import { designOf, redesigned } from "#core/report/gallery/kept-charts.ts";
import type { ReportBlock, ReportChart } from "#core/report/report.ts";
import { LookFields } from "../../ui/look-fields.tsx";
import type { DraftedReport } from "./use-draft-report.ts";

interface FigurePaneProps {
  readonly plan: Plan;
  readonly drafted: DraftedReport;
  /** The block that is chosen in the outline. */
  readonly current: string | null;
}

/** Size and colours of the chart that is chosen in the outline; they are those of the gallery, which has the rest of its design. */
export function FigurePane({ plan, drafted, current }: FigurePaneProps) {
  const { t } = useTranslation("report");
  const { report, options, kept, keep } = drafted;
  const block = report.blocks.find((each): each is ReportChart => isChart(each) && each.id === current);
  const wish = block === undefined ? null : chartWish(plan, options, block.id);
  if (block === undefined || wish === null) return null;
  const { drawing, look, caption } = block;
  const change = (part: Partial<ChartLook>) =>
    keep(redesigned(kept, wish, { look: { ...(designOf(kept, wish).look ?? kept.look), ...part } }));
  return (
    <section>
      <h2>{t("chosenFigure", { number: caption.split("　")[0] })}</h2>
      <LookFields look={look} sizes={fittingSizes(drawing)} onChange={change} />
      <p className="muted">{t("restOfDesign")}</p>
    </section>
  );
}

const isChart = (block: ReportBlock): block is ReportChart => block.kind === "chart";
