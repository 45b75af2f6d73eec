/** Half away from zero at `digits` after the point (before it when negative), of decimals as they are written. */
export function roundTo(value: number, digits: number): number {
  const rounded = shifted(Math.round(shifted(Math.abs(value), digits)), -digits);
  // Where shifting runs over, nothing is left to round. A sum with 0 has no negative zero.
  return Number.isNaN(rounded) ? value : Math.sign(value) * rounded + 0;
}

/** The number with its point moved to the right; small and large numbers are written with an exponent already. */
function shifted(value: number, digits: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}
