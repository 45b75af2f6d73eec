import "./paper-figure.css";
import { useEffect, useRef } from "react";
import type { StyledChart } from "#core/report/chart-look.ts";
import { drawingOption } from "#exchange/chart/chart-drawing.ts";
import { type ChartPlace, lookSize, paperLayout } from "#exchange/chart/chart-look.ts";
import { init } from "#exchange/chart/echarts-parts.ts";
import { FONT_UI } from "./theme.ts";

interface PaperFigureProps {
  readonly chart: StyledChart;
  /** Where it stands on paper; by itself unless something else is said. */
  readonly place?: ChartPlace;
  /** Width on the screen, in px. */
  readonly width: number;
  /** What a screen reader says of it; none for one that only decorates its name. */
  readonly description: string | null;
}

/** A chart exactly as it leaves the program, on white paper in both themes, scaled to a width. */
export function PaperFigure({ chart, place = "alone", width, description }: PaperFigureProps) {
  const host = useRef<HTMLDivElement>(null);
  const { drawing, look } = chart;
  const size = lookSize(look, place);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const own = lookSize(look, place);
    const instance = init(element, null, { renderer: "svg", width: own.width, height: own.height });
    instance.setOption(drawingOption(drawing, paperLayout(look, FONT_UI, { halo: true, place })));
    return () => instance.dispose();
  }, [drawing, look, place]);
  const scale = width / size.width;
  const naming = description === null ? { "aria-hidden": true } : { role: "img", "aria-label": description };
  return (
    <div className="paper-figure" style={{ width, height: Math.round(size.height * scale) }} {...naming}>
      <div ref={host} style={{ width: size.width, height: size.height, transform: `scale(${scale})` }} />
    </div>
  );
}
