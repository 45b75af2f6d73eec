import type { Highlight } from "#core/plan/summary.ts";
import { SPARKLINE, type SparkPoint, sparklineShape, type YearSpan } from "./sparkline-shape.ts";

const polyline = (points: readonly SparkPoint[]) =>
  points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

/** History, projection and targets of one indicator in a row of the library; the numbers beside it say the same. */
export function Sparkline({ highlight, span }: { readonly highlight: Highlight; readonly span: YearSpan }) {
  const { width, height } = SPARKLINE;
  const shape = sparklineShape(highlight, span);
  return (
    <svg className="spark" width={width} height={height} aria-hidden="true">
      {shape.base === null ? null : <path className="base" d={`M${shape.base.x} 2V${height - 2}`} />}
      {shape.history.length < 2 ? null : <polyline className="history" points={polyline(shape.history)} />}
      {shape.projection.length < 2 ? null : (
        <polyline className="projection" points={polyline(shape.projection)} />
      )}
      {shape.base === null ? null : <circle className="dot" cx={shape.base.x} cy={shape.base.y} r="2.5" />}
      {shape.targets.map(({ x, y }) => (
        <path key={x} className="target" d={`M${x} ${y - 4}l4 4-4 4-4-4z`} />
      ))}
      {shape.ranges.map(({ floor, stretch }) => (
        <path
          key={floor.x}
          className="range"
          d={`M${floor.x - 4} ${floor.y}h8M${floor.x} ${floor.y}V${stretch.y}M${stretch.x - 4} ${stretch.y}h8`}
        />
      ))}
    </svg>
  );
}
