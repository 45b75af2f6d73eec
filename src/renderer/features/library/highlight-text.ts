import type { Highlight } from "#core/plan/summary.ts";

const ARROW = " → ";

/**
 * Base and targets of a highlight in one line: `9 → 33`, and floor and stretch by `range`. Values are in the printed
 * unit; at most four digits after the point, as many as any plan prints.
 */
export function highlightText(
  highlight: Highlight,
  range: (floor: string, stretch: string) => string,
): string {
  const { base, targets } = highlight;
  const steps = targets.map(({ level, stretch }) =>
    stretch === null ? plain(level) : range(plain(level), plain(stretch)),
  );
  return [...(base === null ? [] : [plain(base.value)]), ...steps].join(ARROW);
}

function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}
