import { useTranslation } from "react-i18next";
import type { SideRow } from "#core/compare/beside/side-by-side.ts";
import type { IndicatorGrowth } from "#core/path/indicator-growth.ts";
import type { Plan } from "#core/plan/plan.ts";
import { growthPercent } from "../../../ui/growth-figures.ts";
import { PanelSection } from "../../../ui/panel.tsx";
import { printGrowth } from "../printed-cell.ts";
import type { SideStudy } from "./use-side-study.ts";

/** One bar: whose growth, which end of it, and what stands behind it. */
interface GrowthBar {
  readonly key: string;
  readonly name: string;
  readonly own: boolean;
  readonly stretch: boolean;
  /** A fraction a year; `null` where none can be computed, and `text` says why. */
  readonly rate: number | null;
  readonly text: string;
}

/** Lengths in px: a line of the chart, its bar, and where names end and bars at most. */
const LINE = 24;
const BAR = 12;
const NAME = 104;
const WIDTH = 264;
const FIGURE = 40;

interface GrowthBarsProps {
  readonly study: SideStudy;
  readonly row: SideRow;
}

/** The growth a year that each plan asks for of an indicator, whatever its levels. */
export function GrowthBars({ study, row }: GrowthBarsProps) {
  const { t } = useTranslation(["beside", "compare"]);
  const { t: compare } = useTranslation("compare");
  const { draft } = study.table;
  const bars = [
    ...(row.mine === null ? [] : barsOf(draft, row.mine.growth, true)),
    ...row.pairs.flatMap((pair) =>
      pair === null ? [] : barsOf(pair.theirs.plan, pair.theirs.growth, false),
    ),
  ];
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map(({ rate }) => Math.max(0, rate ?? 0)), 1e-9);
  const length = (rate: number) => (Math.max(0, rate) / most) * (WIDTH - NAME - FIGURE);
  return (
    <PanelSection title={t("beside:growth.title", { name: row.indicator.name })}>
      <svg
        className="growth-bars"
        width={WIDTH}
        height={bars.length * LINE}
        role="img"
        aria-label={bars.map(({ name, text }) => `${name} ${text}`).join(t("beside:listBreak"))}
      >
        {bars.map(({ key, name, own, stretch, rate, text }, at) => (
          <g key={key} transform={`translate(0 ${at * LINE})`}>
            <text x={0} y={16}>
              {name}
            </text>
            {rate === null ? null : (
              <rect
                className={own ? (stretch ? "own stretch" : "own") : stretch ? "stretch" : undefined}
                x={NAME}
                y={6}
                width={Math.max(1, length(rate))}
                height={BAR}
              />
            )}
            <text className="value" x={rate === null ? NAME : NAME + length(rate) + 6} y={16}>
              {text}
            </text>
          </g>
        ))}
      </svg>
    </PanelSection>
  );

  function barsOf(plan: Plan, growth: IndicatorGrowth, own: boolean): readonly GrowthBar[] {
    const name = own ? t("beside:growth.own") : study.planName(plan.id);
    const bar = (rate: number, end: "floor" | "stretch" | null): GrowthBar => ({
      key: `${plan.id}-${end}`,
      name: end === null ? name : t(`beside:growth.${end}`, { name }),
      own,
      stretch: end === "stretch",
      rate,
      text: growthPercent(rate),
    });
    switch (growth.kind) {
      case "rate":
      case "stated":
        return [bar(growth.rate, null)];
      case "hold":
        return [bar(0, null)];
      case "range":
        return [bar(growth.low, "floor"), bar(growth.high, "stretch")];
      case "no-target":
        return [];
      default:
        return [{ key: plan.id, name, own, stretch: false, rate: null, text: printGrowth(growth, compare) }];
    }
  }
}
