import { useCallback, useState } from "react";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { projectionOption } from "#exchange/chart/projection-option.ts";
import { ChartFigure, type ChartPlace } from "../../../ui/chart-figure.tsx";
import { ChartOverlay, type PointDrag } from "./chart-overlay.tsx";

interface LiveFigureProps {
  readonly chart: ProjectionChart;
  /** What a screen reader says of the picture; the table below it has the numbers. */
  readonly description: string;
  readonly cursor: number | null;
  readonly onCursor: (year: number | null) => void;
  /** What is said of the year under the cursor. */
  readonly cursorText: (year: number) => string;
  /** `null` where no point of the current path can be dragged. */
  readonly drag: PointDrag | null;
}

/** The live chart of a series under scenarios, with the year cursor and points that can be dragged. */
export function LiveFigure({ chart, description, ...overlay }: LiveFigureProps) {
  const option = useCallback((layout: ChartLayout) => projectionOption(chart, layout), [chart]);
  const [place, setPlace] = useState<ChartPlace | null>(null);
  return (
    <div className="live-figure">
      <ChartFigure className="live-picture" description={description} option={option} onDrawn={setPlace} />
      {place === null ? null : <ChartOverlay chart={chart} place={place} {...overlay} />}
    </div>
  );
}
