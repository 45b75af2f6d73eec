import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Icon } from "../../../ui/icon.tsx";
import { isShortcut } from "../../../ui/is-shortcut.ts";
import { type ShownNode, shownNodes, type TreeNode } from "./shown-nodes.ts";

interface TreeProps<N extends TreeNode<N>> {
  readonly label: string;
  readonly roots: readonly N[];
  /** What the pointer's tip says of a node. */
  readonly tip: (node: N) => string;
  readonly render: (node: N) => ReactNode;
  /** Called when the planner goes to a node; without it a click folds. */
  readonly onChoose?: (node: N) => void;
  readonly chosen?: string | null;
  /** Called by Enter on a node that has nothing to fold. */
  readonly onEnter?: (node: N) => void;
}

/** A tree of one tab stop: arrows move, fold and open. */
export function Tree<N extends TreeNode<N>>(props: TreeProps<N>) {
  const { label, roots, onChoose, chosen = null, onEnter } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const nodes = shownNodes(roots, closed);
  const known = [current, chosen].find((id) => nodes.some(({ node }) => node.id === id));
  const tabStop = known ?? nodes[0]?.node.id;
  const go = (node: N) => {
    setCurrent(node.id);
    tree.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(node.id)}"]`)?.focus();
    onChoose?.(node);
  };
  const fold = (node: N) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(node.id)) after.add(node.id);
      return after;
    });
  const className = onChoose === undefined ? "side-tree" : "side-tree choosing";
  return (
    <div ref={tree} className={className} role="tree" aria-label={label}>
      {nodes.map((shown) => {
        const { node } = shown;
        const open = node.children.length > 0 && !closed.has(node.id);
        return (
          <TreeItem
            key={node.id}
            {...props}
            shown={shown}
            open={open}
            selected={node.id === (onChoose === undefined ? tabStop : chosen)}
            tabStop={node.id === tabStop}
            onFocus={() => setCurrent(node.id)}
            onPress={(twisted) => (twisted || onChoose === undefined ? fold(node) : go(node))}
            onKey={(event) => treeKey(event, { nodes, shown, open, go, fold, onEnter })}
          />
        );
      })}
    </div>
  );
}

interface TreeItemProps<N extends TreeNode<N>> extends Pick<TreeProps<N>, "tip" | "render" | "onEnter"> {
  readonly shown: ShownNode<N>;
  readonly open: boolean;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  /** A click; `twisted` where it was on the mark that folds. */
  readonly onPress: (twisted: boolean) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function TreeItem<N extends TreeNode<N>>(props: TreeItemProps<N>) {
  const { shown, open, selected, tabStop, tip, render, onEnter, onFocus, onPress, onKey } = props;
  const { node, depth, siblings, place } = shown;
  const branch = node.children.length > 0;
  return (
    <div
      role="treeitem"
      data-node={node.id}
      aria-level={depth}
      aria-setsize={siblings}
      aria-posinset={place}
      aria-selected={selected}
      aria-expanded={branch ? open : undefined}
      tabIndex={tabStop ? 0 : -1}
      title={tip(node)}
      style={{ paddingLeft: 6 + (depth - 1) * 14 }}
      onFocus={onFocus}
      onClick={({ target }) =>
        onPress(branch && target instanceof Element && target.closest(".twist") !== null)
      }
      onDoubleClick={() => onEnter?.(node)}
      onKeyDown={onKey}
    >
      <span className={open ? "twist open" : "twist"}>{branch ? <Icon name="right" size={14} /> : null}</span>
      {render(node)}
    </div>
  );
}

interface TreeParts<N> {
  readonly nodes: readonly ShownNode<N>[];
  readonly shown: ShownNode<N>;
  readonly open: boolean;
  readonly go: (node: N) => void;
  readonly fold: (node: N) => void;
  readonly onEnter: ((node: N) => void) | undefined;
}

/** Keys of a tree: up and down move, right opens or enters, left closes or leaves. */
function treeKey<N extends TreeNode<N>>(event: KeyboardEvent, parts: TreeParts<N>): void {
  if (isShortcut(event)) return;
  const { nodes, shown, open, go, fold, onEnter } = parts;
  const at = nodes.indexOf(shown);
  const to = (place: number) => () => {
    const node = nodes.at(place)?.node;
    if (node !== undefined) go(node);
  };
  const parent = nodes.findIndex(({ node }) => node.id === shown.parent);
  const branch = shown.node.children.length > 0;
  const toggle = () => fold(shown.node);
  const nothing = () => undefined;
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowDown: to(Math.min(at + 1, nodes.length - 1)),
    ArrowUp: to(Math.max(at - 1, 0)),
    Home: to(0),
    End: to(-1),
    ArrowRight: open ? to(at + 1) : branch ? toggle : nothing,
    ArrowLeft: open ? toggle : parent < 0 ? nothing : to(parent),
    Enter: branch ? toggle : () => onEnter?.(shown.node),
    " ": branch ? toggle : nothing,
  };
  const deed = deeds[event.key];
  if (deed === undefined) return;
  event.preventDefault();
  deed();
}
