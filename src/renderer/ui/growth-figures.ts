import { formatNumber } from "#core/indicator/quantity.ts";

/** A yearly growth (a fraction) in percent with one digit after the point, or two where one would leave nothing but zero. */
export function growthPercent(rate: number): string {
  const percent = rate * 100;
  const short = formatNumber(percent, 1);
  return Number(short) === 0 && percent !== 0 ? formatNumber(percent, 2) : short;
}

/** Percentage points a year, with two digits after the point. */
export const growthPoints = (points: number): string => formatNumber(points, 2);
