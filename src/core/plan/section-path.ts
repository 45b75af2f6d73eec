import type { OutlineEntry } from "./plan.ts";
import type { Evidence } from "./statement.ts";

/**
 * The headings that a place of the plan's text stands below, outermost first. A
 * heading whose character is known begins there, any other one at its line. Where one line holds several headings of
 * which only the line is known (text from a PDF whose lines are lost), nothing tells them apart, and none is named.
 */
export function sectionPath(
  outline: readonly OutlineEntry[],
  place: Pick<Evidence, "line" | "start">,
): readonly OutlineEntry[] {
  const flat = outline.filter(({ line, start }) => line === place.line && start === null);
  if (flat.length > 1) return [];
  const path: OutlineEntry[] = [];
  for (const entry of outline) {
    const before = entry.start === null ? entry.line <= place.line : entry.start <= place.start;
    if (!before) break;
    while ((path.at(-1)?.level ?? 0) >= entry.level) path.pop();
    path.push(entry);
  }
  return path;
}
