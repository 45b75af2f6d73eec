import type { OutlineEntry } from "#core/plan/plan.ts";

/** A heading with the headings below it; `id` is its place in the plan's outline. */
export interface OutlineNode {
  readonly id: string;
  readonly entry: OutlineEntry;
  readonly children: readonly OutlineNode[];
}

interface Growing extends OutlineNode {
  readonly children: Growing[];
}

/** The headings as a tree: a heading belongs to the nearest one before it of a lower level. */
export function outlineTree(outline: readonly OutlineEntry[]): readonly OutlineNode[] {
  const roots: Growing[] = [];
  const path: Growing[] = [];
  outline.forEach((entry, id) => {
    const node: Growing = { id: String(id), entry, children: [] };
    while ((path.at(-1)?.entry.level ?? 0) >= entry.level) path.pop();
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
  });
  return roots;
}
