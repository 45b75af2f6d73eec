import { useCallback } from "react";
import type { SpanChart } from "#core/report/span-chart.ts";
import type { ChartLayout } from "#exchange/chart/chart-layout.ts";
import { spanOption } from "#exchange/chart/span-option.ts";
import { ChartFigure } from "../../../ui/chart-figure.tsx";

const ROW = 40;
const FRAME = 60;

/** A chart of spans with its numbers as a table for those who cannot see it. */
export function SpanFigure({ chart }: { readonly chart: SpanChart }) {
  const option = useCallback((layout: ChartLayout) => spanOption(chart, layout), [chart]);
  return (
    <div className="span-figure">
      <div style={{ height: chart.rows.length * ROW + FRAME }}>
        <ChartFigure className="span-picture" description={chart.title} option={option} />
      </div>
      <table className="visually-hidden">
        <caption>{chart.title}</caption>
        <tbody>
          {chart.rows.map(({ id, name, note, leftLabel, rightLabel }) => (
            <tr key={id}>
              <th scope="row">{`${name} ${note}`.trimEnd()}</th>
              <td>{`${leftLabel} ${rightLabel}`.trim()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
