import { useEffect, useMemo, useRef } from "react";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartPalette } from "#exchange/chart/chart-palette.ts";
import { init } from "#exchange/chart/echarts-parts.ts";
import { projectionOption } from "#exchange/chart/projection-option.ts";
import { FONT_UI } from "../../ui/theme.ts";
import { useTokens } from "../../ui/theme-context.tsx";

interface ProjectionFigureProps {
  readonly chart: ProjectionChart;
  /** What a screen reader says of the picture; the table below it has the numbers. */
  readonly description: string;
}

/** The live chart: redrawn when its value, the theme or its size changes. */
export function ProjectionFigure({ chart, description }: ProjectionFigureProps) {
  const host = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const instance = init(element, null, { renderer: "svg" });
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      instance.resize({ width, height });
      instance.setOption(
        projectionOption(chart, { mode: "screen", width, height, palette, fontFamily: FONT_UI, halo: true }),
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
  }, [chart, palette]);
  return <div ref={host} className="scenario-figure" role="img" aria-label={description} />;
}

function usePalette(): ChartPalette {
  const tokens = useTokens();
  return useMemo(() => {
    const { surface, projected, line, text1, text2, text3, c1, c2, c3 } = tokens;
    return { surface, projected, line, text1, text2, text3, lines: { 1: c1, 2: c2, 3: c3 } };
  }, [tokens]);
}
