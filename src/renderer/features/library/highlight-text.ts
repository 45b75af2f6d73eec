import type { Highlight } from "#core/plan/summary.ts";

const ARROW = " → ";
const NOT_STATED = "—";

/**
 * Base and targets of a highlight in one line: `9 → 33`, and floor and stretch by `range`. Values are in the printed
 * unit; a draft's missing target shows as —; at most four digits after the point, as many as any plan prints.
 */
export function highlightText(
  highlight: Highlight,
  range: (floor: string, stretch: string) => string,
): string {
  const { base, targets } = highlight;
  const steps = targets.map(({ level, stretch }) =>
    stretch === null ? plain(level) : range(plain(level), plain(stretch)),
  );
  const levels = steps.length === 0 ? [NOT_STATED] : steps;
  return [...(base === null ? [] : [plain(base.value)]), ...levels].join(ARROW);
}

function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}
