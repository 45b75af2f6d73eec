import type { OutlineEntry } from "#core/plan/plan.ts";

/** A heading with the headings below it; `id` is its place in the plan's outline. */
export interface OutlineNode {
  readonly id: number;
  readonly entry: OutlineEntry;
  readonly children: readonly OutlineNode[];
}

/** A heading as the tree shows it: how deep, and which of how many siblings, from 1. */
export interface ShownNode {
  readonly node: OutlineNode;
  readonly parent: number | null;
  readonly depth: number;
  readonly place: number;
  readonly siblings: number;
}

interface Growing extends OutlineNode {
  readonly children: Growing[];
}

/** The headings as a tree: a heading belongs to the nearest one before it of a lower level. */
export function outlineTree(outline: readonly OutlineEntry[]): readonly OutlineNode[] {
  const roots: Growing[] = [];
  const path: Growing[] = [];
  outline.forEach((entry, id) => {
    const node: Growing = { id, entry, children: [] };
    while ((path.at(-1)?.entry.level ?? 0) >= entry.level) path.pop();
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
  });
  return roots;
}

/** The headings that are shown, top to bottom, when those in `closed` hide what is below them. */
export function shownNodes(roots: readonly OutlineNode[], closed: ReadonlySet<number>): readonly ShownNode[] {
  const shown: ShownNode[] = [];
  const visit = (nodes: readonly OutlineNode[], parent: number | null, depth: number) => {
    nodes.forEach((node, at) => {
      shown.push({ node, parent, depth, place: at + 1, siblings: nodes.length });
      if (!closed.has(node.id)) visit(node.children, node.id, depth + 1);
    });
  };
  visit(roots, null, 1);
  return shown;
}
