import { roundingOf, roundProjection } from "../../scenario/round-projection.ts";
import type { ScenarioId } from "../../scenario/scenario.ts";
import { type ChartedScenario, indicatorChart } from "../draft/indicator-chart.ts";
import type { ProjectionChart } from "../projection-chart.ts";
import { evidenceSource } from "./evidence-source.ts";
import { type ChartedRow, type GallerySource, unitLine } from "./gallery-source.ts";

/** An indicator's past, its years under the scenarios, and its targets; `null` without a value to start from. */
export function pathChart(
  source: GallerySource,
  row: ChartedRow,
  scenario: ScenarioId,
): ProjectionChart | null {
  const chart = indicatorChart(source.plan, row, scenariosOf(source, scenario));
  if (chart === null) return null;
  const { year, provisional } = row.topic.start ?? { year: chart.base.year, provisional: false };
  const remarks = [
    ...(provisional ? [`${year}年为暂用值`] : []),
    ...(year < chart.years.last ? [`${year + 1}—${chart.years.last}年为推算值`] : []),
  ];
  return {
    ...chart,
    unit: unitLine(row.indicator.unit),
    source: evidenceSource(source, new Set([row.indicator.id]), remarks),
  };
}

function scenariosOf({ study }: GallerySource, current: ScenarioId): readonly ChartedScenario[] {
  return study.tree.scenarios.map(({ id, name }) => {
    const column = study.columnOf(id);
    return {
      ...{ id, name, current: id === current },
      project: ({ row, indicator, concept }, years) => {
        const values = Float64Array.from(years, (year) =>
          study.engine.valueAt({ series: row, year, column }),
        );
        return roundProjection(values, roundingOf(indicator, concept));
      },
    };
  });
}
