import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { type ChartOption, init } from "#exchange/chart/echarts-parts.ts";
import { FONT_UI } from "./theme.ts";
import { useChartPalette } from "./use-chart-palette.ts";

/** Where things are in a drawn chart with one plot, in px of the picture. */
export interface ChartPlace {
  readonly toPixel: (category: string, value: number) => readonly [x: number, y: number] | null;
  readonly toValue: (y: number) => number;
  /** Whether a point lies between the axes. */
  readonly holds: (category: string, value: number) => boolean;
}

interface ChartFigureProps {
  readonly className: string;
  /** What a screen reader says of the picture; a table beside it has the numbers. */
  readonly description: string;
  /** What to draw in a layout; stable as long as it draws the same (useCallback). */
  readonly option: (layout: ChartLayout) => ChartOption;
  /** Told after every drawing where things are now; stable (useCallback, a state setter). */
  readonly onDrawn?: (place: ChartPlace, layout: ChartLayout) => void;
}

type Chart = ReturnType<typeof init>;

/** A live chart: redrawn when what it draws, the theme or its size changes, within the frame in which that happens. */
export function ChartFigure({ className, description, option, onDrawn }: ChartFigureProps) {
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<Chart | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const palette = useChartPalette();
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const instance = init(element, null, { renderer: "svg" });
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    setChart(instance);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      instance.dispose();
    };
  }, []);
  useLayoutEffect(() => {
    const { width, height } = size;
    if (chart === null || chart.isDisposed() || width === 0 || height === 0) return;
    if (chart.getWidth() !== width || chart.getHeight() !== height) chart.resize({ width, height });
    const layout = { mode: "screen", width, height, palette, fontFamily: FONT_UI, halo: true } as const;
    chart.setOption(option(layout), true);
    onDrawn?.(placeIn(chart), layout);
  }, [chart, size, option, palette, onDrawn]);
  return <div ref={host} className={className} role="img" aria-label={description} />;
}

function placeIn(chart: Chart): ChartPlace {
  const plot = { gridIndex: 0 };
  const toPixel: ChartPlace["toPixel"] = (category, value) => {
    const [x, y] = chart.convertToPixel(plot, [category, value]);
    return x === undefined || y === undefined ? null : [x, y];
  };
  return {
    toPixel,
    holds: (category, value) => {
      const at = toPixel(category, value);
      return at !== null && chart.containPixel(plot, [...at]);
    },
    toValue: (y) => chart.convertFromPixel(plot, [0, y])[1] ?? Number.NaN,
  };
}
