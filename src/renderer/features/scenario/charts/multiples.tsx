import { useMemo } from "react";
import { axisValues } from "#exchange/chart/projection-option.ts";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import { LineKey } from "./line-key.tsx";
import { LiveFigure } from "./live-figure.tsx";
import type { PointDrag } from "./chart-overlay.tsx";

interface MultiplesProps {
  /** The chart with every scenario in it. */
  readonly chart: ProjectionChart;
  readonly description: string;
  readonly moving: boolean;
  readonly cursor: number | null;
  readonly onCursor: (year: number | null) => void;
  readonly cursorText: (year: number) => string;
  readonly drag: PointDrag | null;
}

/** A chart for each scenario, all with one axis and one year cursor. */
export function Multiples({ chart, ...figure }: MultiplesProps) {
  const parts = useMemo(() => {
    const holds = axisValues(chart);
    return chart.projections.map((line) => ({
      line,
      chart: { ...chart, projections: [line], band: line.current ? chart.band : null, holds, milestones: [] },
    }));
  }, [chart]);
  return (
    <div className="multiples">
      {parts.map((part) => (
        <figure key={part.line.id} data-current={part.line.current || undefined}>
          <figcaption>
            <LineKey style={part.line.style} />
            {part.line.name}
          </figcaption>
          <LiveFigure
            {...figure}
            chart={part.chart}
            description={`${part.line.name}. ${figure.description}`}
            drag={part.line.current ? figure.drag : null}
          />
        </figure>
      ))}
    </div>
  );
}
