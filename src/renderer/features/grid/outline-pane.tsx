import "./outline-pane.css";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutlineEntry } from "#core/plan/plan.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type OutlineNode, outlineTree, type ShownNode, shownNodes } from "./outline-tree.ts";

interface OutlinePaneProps {
  readonly outline: readonly OutlineEntry[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The plan's headings at the left of the grid; closed, it is a strip that opens again. A plan without headings has none. */
export function OutlinePane({ outline, open, onOpen }: OutlinePaneProps) {
  const { t } = useTranslation("grid");
  if (outline.length === 0) return null;
  if (!open) {
    return (
      <div className="outline-strip">
        <button
          type="button"
          title={t("outline.expand")}
          aria-label={t("outline.expand")}
          onClick={() => onOpen(true)}
        >
          <Icon name="right" size={14} />
          <span aria-hidden="true">{t("outline.title")}</span>
        </button>
      </div>
    );
  }
  return (
    <section className="outline-pane" aria-label={t("outline.title")} data-region tabIndex={-1}>
      <header>
        <h2>{t("outline.title")}</h2>
        <Button
          variant="quiet"
          aria-label={t("outline.collapse")}
          title={t("outline.collapse")}
          onClick={() => onOpen(false)}
        >
          <span className="turned">
            <Icon name="right" size={14} />
          </span>
        </Button>
      </header>
      <OutlineTree outline={outline} />
    </section>
  );
}

function OutlineTree({ outline }: { readonly outline: readonly OutlineEntry[] }) {
  const { t } = useTranslation("grid");
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(0);
  const tree = useRef<HTMLDivElement>(null);
  const nodes = shownNodes(outlineTree(outline), closed);
  const go = (id: number) => {
    setCurrent(id);
    tree.current?.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus();
  };
  const fold = (node: OutlineNode, shut: boolean) =>
    setClosed((before) => {
      const after = new Set(before);
      if (shut) after.add(node.id);
      else after.delete(node.id);
      return after;
    });
  const tabStop = nodes.some(({ node }) => node.id === current) ? current : nodes[0]?.node.id;
  return (
    <div ref={tree} className="outline-tree" role="tree" aria-label={t("outline.tree")}>
      {nodes.map((shown) => (
        <div
          key={shown.node.id}
          role="treeitem"
          data-node={shown.node.id}
          aria-level={shown.depth}
          aria-setsize={shown.siblings}
          aria-posinset={shown.place}
          aria-selected={shown.node.id === tabStop}
          aria-expanded={shown.node.children.length === 0 ? undefined : !closed.has(shown.node.id)}
          tabIndex={shown.node.id === tabStop ? 0 : -1}
          title={`${shown.node.entry.heading}（${t("outline.line", { line: shown.node.entry.line })}）`}
          style={{ paddingLeft: 6 + (shown.depth - 1) * 14 }}
          onFocus={() => setCurrent(shown.node.id)}
          onClick={() => fold(shown.node, !closed.has(shown.node.id))}
          onKeyDown={(event) => treeKey(event, { nodes, shown, closed, go, fold })}
        >
          <span className={closed.has(shown.node.id) ? "twist" : "twist open"}>
            {shown.node.children.length === 0 ? null : <Icon name="right" size={14} />}
          </span>
          <span className="heading">{shown.node.entry.heading}</span>
        </div>
      ))}
    </div>
  );
}

interface TreeParts {
  readonly nodes: readonly ShownNode[];
  readonly shown: ShownNode;
  readonly closed: ReadonlySet<number>;
  readonly go: (id: number) => void;
  readonly fold: (node: OutlineNode, shut: boolean) => void;
}

/** Keys of a tree: up and down move, right opens or enters, left closes or leaves. */
function treeKey(event: KeyboardEvent, { nodes, shown, closed, go, fold }: TreeParts): void {
  const at = nodes.indexOf(shown);
  const to = (place: number) => () => {
    const node = nodes.at(place)?.node;
    if (node !== undefined) go(node.id);
  };
  const branch = shown.node.children.length > 0;
  const open = branch && !closed.has(shown.node.id);
  const toggle = () => fold(shown.node, open);
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowDown: to(Math.min(at + 1, nodes.length - 1)),
    ArrowUp: to(Math.max(at - 1, 0)),
    Home: to(0),
    End: to(-1),
    ArrowRight: branch && !open ? toggle : open ? to(at + 1) : () => undefined,
    ArrowLeft: open ? toggle : () => shown.parent !== null && go(shown.parent),
    Enter: toggle,
    " ": toggle,
  };
  const deed = deeds[event.key];
  if (deed === undefined) return;
  event.preventDefault();
  deed();
}
