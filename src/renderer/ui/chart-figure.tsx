import { useEffect, useRef } from "react";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { type ChartOption, init } from "#exchange/chart/echarts-parts.ts";
import { FONT_UI } from "./theme.ts";
import { useChartPalette } from "./use-chart-palette.ts";

interface ChartFigureProps {
  readonly className: string;
  /** What a screen reader says of the picture; a table beside it has the numbers. */
  readonly description: string;
  /** What to draw in a layout; stable as long as it draws the same (useCallback). */
  readonly option: (layout: ChartLayout) => ChartOption;
}

/** A live chart: redrawn when what it draws, the theme or its size changes. */
export function ChartFigure({ className, description, option }: ChartFigureProps) {
  const host = useRef<HTMLDivElement>(null);
  const palette = useChartPalette();
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const instance = init(element, null, { renderer: "svg" });
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      instance.resize({ width, height });
      instance.setOption(
        option({ mode: "screen", width, height, palette, fontFamily: FONT_UI, halo: true }),
        true,
      );
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => {
      observer.disconnect();
      instance.dispose();
    };
  }, [option, palette]);
  return <div ref={host} className={className} role="img" aria-label={description} />;
}
