/** What a tree is made of. */
export interface TreeNode<N> {
  readonly id: string;
  readonly children: readonly N[];
}

/** A node as the tree shows it: how deep, and which of how many siblings, from 1. */
export interface ShownNode<N> {
  readonly node: N;
  readonly parent: string | null;
  readonly depth: number;
  readonly place: number;
  readonly siblings: number;
}

/** The nodes that are shown, top to bottom, when those in `closed` hide what is below them. */
export function shownNodes<N extends TreeNode<N>>(
  roots: readonly N[],
  closed: ReadonlySet<string>,
): readonly ShownNode<N>[] {
  const shown: ShownNode<N>[] = [];
  const visit = (nodes: readonly N[], parent: string | null, depth: number) => {
    nodes.forEach((node, at) => {
      shown.push({ node, parent, depth, place: at + 1, siblings: nodes.length });
      if (!closed.has(node.id)) visit(node.children, node.id, depth + 1);
    });
  };
  visit(roots, null, 1);
  return shown;
}
