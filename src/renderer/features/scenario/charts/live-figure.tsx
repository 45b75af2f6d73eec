import { useCallback, useState } from "react";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { axisValues, groundOption, projectionOption } from "#exchange/chart/projection-option.ts";
import { ChartFigure, type ChartPlace } from "../../../ui/chart-figure.tsx";
import { ChartOverlay, type PointDrag } from "./chart-overlay.tsx";
import { MovingPaths } from "./moving-paths.tsx";

interface LiveFigureProps {
  readonly chart: ProjectionChart;
  /** What a screen reader says of the picture; the table below it has the numbers. */
  readonly description: string;
  /** Whether a number is held or moves: then only the paths are drawn anew, over axes that stay. */
  readonly moving: boolean;
  readonly cursor: number | null;
  readonly onCursor: (year: number | null) => void;
  /** What is said of the year under the cursor. */
  readonly cursorText: (year: number) => string;
  /** `null` where no point of the current path can be dragged. */
  readonly drag: PointDrag | null;
}

/** A drawing: which chart it shows, how large it is, and where things are in it. */
interface Drawn {
  readonly of: ProjectionChart;
  readonly layout: ChartLayout;
  readonly place: ChartPlace;
}

/**
 * The live chart of a series under scenarios, with the year cursor and points that can be dragged. While something is held the chart is drawn
 * once without its paths, which are painted over it, until they leave its axes.
 */
export function LiveFigure({ chart, description, moving, ...overlay }: LiveFigureProps) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [ground, setGround] = useState<ProjectionChart | null>(null);
  const next = moving ? (ground !== null && fits(chart, ground, drawn) ? ground : chart) : null;
  if (next !== ground) setGround(next);
  const still = ground !== null;
  const shown = ground ?? chart;
  const option = useCallback(
    (layout: ChartLayout) => (still ? groundOption : projectionOption)(shown, layout),
    [shown, still],
  );
  const onDrawn = useCallback(
    (place: ChartPlace, layout: ChartLayout) => setDrawn({ of: shown, layout, place }),
    [shown],
  );
  return (
    <div className="live-figure">
      <ChartFigure className="live-picture" {...{ description, option, onDrawn }} />
      {still && drawn?.of === ground ? <MovingPaths {...drawn} chart={chart} /> : null}
      {drawn === null ? null : <ChartOverlay chart={chart} place={drawn.place} {...overlay} />}
    </div>
  );
}

/** Whether paths can be painted over the drawing of another chart: nothing leaves its axes, no label needs more room. */
function fits(chart: ProjectionChart, ground: ProjectionChart, drawn: Drawn | null): boolean {
  // What has not been drawn yet is drawn first.
  if (drawn?.of !== ground) return true;
  const values = axisValues(chart);
  const last = String(chart.years.last);
  const longest = ({ projections }: ProjectionChart) =>
    Math.max(0, ...projections.map(({ end }) => end.length));
  return (
    longest(chart) <= longest(ground) &&
    drawn.place.holds(last, Math.max(...values)) &&
    drawn.place.holds(last, Math.min(...values))
  );
}
