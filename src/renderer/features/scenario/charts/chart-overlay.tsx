import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartPlace } from "../../../ui/chart-figure.tsx";

/** How a point of the current path is dragged: when it is taken, where to, in the chart's unit, and when it is let go. */
export interface PointDrag {
  readonly onHold: () => void;
  readonly onDrag: (year: number, value: number) => void;
  readonly onDrop: () => void;
}

interface ChartOverlayProps {
  readonly chart: ProjectionChart;
  readonly place: ChartPlace;
  readonly cursor: number | null;
  readonly onCursor: (year: number | null) => void;
  readonly cursorText: (year: number) => string;
  readonly drag: PointDrag | null;
}

/** How near to a point the pointer has to be to take hold of it, in px. */
const REACH = 12;
/** A key press moves a point by this many px. */
const KEY_STEP = 4;

/** What lies over a chart: the year cursor, by pointer and arrow keys, and the points of the current path to be dragged. */
export function ChartOverlay({ chart, place, cursor, onCursor, cursorText, drag }: ChartOverlayProps) {
  const { t } = useTranslation("answers");
  const held = useRef<number | null>(null);
  const pressed = useRef(false);
  const current = chart.projections.find((line) => line.current);
  const years = Array.from(
    { length: chart.years.last - chart.years.first + 1 },
    (_, k) => chart.years.first + k,
  );
  const top = topValue(chart);
  const xOf = (year: number) => place.toPixel(String(year), top)?.[0] ?? 0;
  const shown = cursor ?? chart.base.year;
  const pointAt = (year: number) => current?.points.slice(1).find((point) => point.year === year);
  const pointUnder = (x: number, y: number) => {
    if (drag === null) return null;
    const near = current?.points.slice(1).find((point) => {
      const at = place.toPixel(String(point.year), point.value);
      return at !== null && Math.hypot(at[0] - x, at[1] - y) <= REACH;
    });
    return near?.year ?? null;
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const { x, y } = within(event);
    if (held.current !== null) {
      drag?.onDrag(held.current, place.toValue(y));
      onCursor(held.current);
      return;
    }
    event.currentTarget.style.cursor = pointUnder(x, y) === null ? "" : "ns-resize";
    onCursor(nearest(years, (year) => Math.abs(xOf(year) - x)));
  };
  const drop = () => {
    if (held.current === null) return;
    held.current = null;
    drag?.onDrop();
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      onCursor(Math.min(chart.years.last, Math.max(chart.years.first, shown + step)));
    } else if (event.key === "Home" || event.key === "End") {
      onCursor(event.key === "Home" ? chart.years.first : chart.years.last);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const point = pointAt(shown);
      const at = point === undefined ? null : place.toPixel(String(shown), point.value);
      if (at === null || drag === null) return;
      pressed.current = true;
      drag.onDrag(shown, place.toValue(at[1] + (event.key === "ArrowUp" ? -KEY_STEP : KEY_STEP)));
    } else return;
    event.preventDefault();
  };
  return (
    <div
      className="chart-overlay"
      role="slider"
      tabIndex={0}
      aria-label={t("chart.cursor")}
      aria-description={t("chart.cursorHelp")}
      aria-valuemin={chart.years.first}
      aria-valuemax={chart.years.last}
      aria-valuenow={shown}
      aria-valuetext={cursorText(shown)}
      onPointerMove={move}
      onPointerLeave={() => {
        if (held.current === null) onCursor(null);
      }}
      onPointerDown={(event) => {
        const { x, y } = within(event);
        held.current = pointUnder(x, y);
        if (held.current === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag?.onHold();
      }}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={key}
      onKeyUp={() => {
        if (!pressed.current) return;
        pressed.current = false;
        drag?.onDrop();
      }}
    >
      {cursor === null ? null : <span className="year-cursor" style={{ left: xOf(cursor) }} />}
    </div>
  );
}

function within(event: PointerEvent<HTMLDivElement>): { readonly x: number; readonly y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** Any value of the chart will do to find a year's place. */
const topValue = (chart: ProjectionChart): number => chart.history[0]?.value ?? 0;

function nearest(years: readonly number[], distance: (year: number) => number): number | null {
  return years.reduce<number | null>(
    (best, year) => (best === null || distance(year) < distance(best) ? year : best),
    null,
  );
}
