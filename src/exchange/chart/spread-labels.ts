/**
 * Moves labels apart: the places of `wanted` (in the same order) with at least `gap` between neighbours, within `least` and
 * `most` as far as there is room, each as near to its own place as the others allow.
 */
export function spreadLabels(
  wanted: readonly number[],
  { gap, least, most }: { readonly gap: number; readonly least: number; readonly most: number },
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const placed = order.map((index) => wanted[index] ?? 0);
  let floor = least;
  for (const [at, place] of placed.entries()) {
    placed[at] = Math.max(place, floor);
    floor = (placed[at] ?? 0) + gap;
  }
  let ceiling = most;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? 0, ceiling);
    ceiling = (placed[at] ?? 0) - gap;
  }
  const result = wanted.map(() => 0);
  for (const [at, index] of order.entries()) result[index] = placed[at] ?? 0;
  return result;
}
