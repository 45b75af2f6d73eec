import { useMemo } from "react";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { movingPaths } from "#exchange/chart/moving-paths.ts";
import type { ChartPlace } from "../../../ui/chart-figure.tsx";

interface MovingPathsProps {
  readonly chart: ProjectionChart;
  readonly layout: ChartLayout;
  readonly place: ChartPlace;
}

/** The paths of a chart over its ground, while one of them is dragged. */
export function MovingPaths({ chart, layout, place }: MovingPathsProps) {
  const { paths, labels } = useMemo(() => movingPaths(chart, layout, place.toPixel), [chart, layout, place]);
  return (
    <svg className="moving-paths" width={layout.width} height={layout.height} aria-hidden="true">
      {paths.map(({ key, dash, width, ...painted }) => (
        <path key={key} {...painted} strokeWidth={width} strokeDasharray={dash} />
      ))}
      {labels.map(({ key, x, y, text, color }) => (
        <text key={key} x={x} y={y} fill={color} stroke={layout.palette.surface}>
          {text}
        </text>
      ))}
    </svg>
  );
}
