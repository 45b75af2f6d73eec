import { useCallback } from "react";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { projectionOption } from "#exchange/chart/projection-option.ts";
import { ChartFigure } from "../../ui/chart-figure.tsx";

interface ProjectionFigureProps {
  readonly chart: ProjectionChart;
  /** What a screen reader says of the picture; the table below it has the numbers. */
  readonly description: string;
}

/** The live chart of a projection. */
export function ProjectionFigure({ chart, description }: ProjectionFigureProps) {
  const option = useCallback((layout: ChartLayout) => projectionOption(chart, layout), [chart]);
  return <ChartFigure className="scenario-figure" description={description} option={option} />;
}
