/** Half away from zero at `digits` after the point (before it when negative). */
export function roundTo(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value)}e${digits}`);
  const rounded = Number(`${Math.round(shifted)}e${-digits}`);
  return Number.isNaN(rounded) ? value : Math.sign(value) * rounded;
}
