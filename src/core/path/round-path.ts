/** Whole numbers of a level path: every year is rounded half away from zero; 0 has no sign. */
export function roundCounts(values: Float64Array): Float64Array {
  return values.map(rounded);
}

/** Whole-number parts that add up to the rounded sum of `parts`, by largest remainder (earlier parts win ties). */
export function roundParts(parts: Float64Array): Float64Array {
  const floors = parts.map((part) => Math.floor(part));
  const total = rounded(parts.reduce((sum, part) => sum + part, 0));
  let missing = total - floors.reduce((sum, part) => sum + part, 0);
  const byRemainder = Array.from(parts, (part, index) => ({ index, rest: part - Math.floor(part) })).sort(
    (a, b) => b.rest - a.rest || a.index - b.index,
  );
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    missing -= 1;
  }
  return floors;
}

const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value)) + 0;
