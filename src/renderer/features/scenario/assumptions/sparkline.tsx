import type { PathPoint } from "#core/path/path.ts";

interface SparklineProps {
  readonly known: readonly PathPoint[];
  /** Follows the last known one; years without a value are left out. */
  readonly projected: readonly PathPoint[];
}

const WIDTH = 96;
const HEIGHT = 34;
const EDGE = 3;

/** History and projection as a small line; the numbers stand elsewhere. */
export function Sparkline({ known, projected }: SparklineProps) {
  const points = [...known, ...projected].filter(({ value }) => Number.isFinite(value));
  const years = points.map(({ year }) => year);
  const values = points.map(({ value }) => value);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const place = ({ year, value }: PathPoint) => {
    const x = EDGE + ((year - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);
    const share = high > low ? (value - low) / (high - low) : 0.5;
    return `${x.toFixed(1)} ${(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)).toFixed(1)}`;
  };
  const line = (list: readonly PathPoint[]) => {
    const drawn = list.filter(({ value }) => Number.isFinite(value)).map(place);
    return drawn.length < 2 ? "" : `M${drawn.join("L")}`;
  };
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={line(known)} stroke="var(--text-1)" />
      <path d={line([...known.slice(-1), ...projected])} stroke="var(--c3)" strokeDasharray="4 3" />
    </svg>
  );
}
