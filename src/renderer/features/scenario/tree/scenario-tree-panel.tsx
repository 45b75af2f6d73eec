import { type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ScenarioId, scenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf, type ScenarioTree } from "#core/scenario/scenario-tree.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";
import { Button } from "../../../ui/button.tsx";
import { ContextMenu } from "../../../ui/context-menu.tsx";
import { isShortcut } from "../../../ui/is-shortcut.ts";
import { Redundant } from "./redundant.tsx";
import { type ScenarioDeeds, scenarioDeeds, possibleParents } from "./scenario-deeds.ts";
import { scenarioMenu, type TreeWish } from "./scenario-menu.ts";
import { type ScenarioNode, scenarioNodes } from "./scenario-nodes.ts";
import { TreeField } from "./tree-field.tsx";
import "./scenario-tree.css";

interface TreePanelProps {
  readonly scenarios: PlanScenarios;
  readonly selected: ScenarioId;
  readonly onSelect: (scenario: ScenarioId) => void;
}

/** What is being typed into: the name or the note of a scenario. */
interface Typing {
  readonly id: ScenarioId;
  readonly what: "name" | "note";
}

/** The scenarios of the plan as a tree of one tab stop, and what can be done to them. */
export function ScenarioTreePanel({ scenarios, selected, onSelect }: TreePanelProps) {
  const { t } = useTranslation("studio");
  const { tree, canEdit, edit } = scenarios;
  const deeds = scenarioDeeds(scenarios);
  const list = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState<Typing | null>(null);
  const [menu, setMenu] = useState<{
    readonly id: ScenarioId;
    readonly x: number;
    readonly y: number;
  } | null>(null);
  const [moved, setMoved] = useState<ScenarioId | null>(null);
  const blocked = canEdit ? undefined : t("readOnly");
  const focus = (id: ScenarioId) =>
    list.current?.querySelector<HTMLElement>(`[data-scenario="${CSS.escape(id)}"]`)?.focus();
  const rebase = (id: ScenarioId, parent: ScenarioId) => {
    deeds.rebase(id, parent);
    setMoved(id);
  };
  const wish = wishesOf({ tree, deeds, t, onSelect, setTyping, rebase });
  const nodes = scenarioNodes(tree);
  return (
    <aside className="scenario-tree" aria-label={t("tree.title")} data-region tabIndex={-1}>
      <header>
        <h2>{t("tree.title")}</h2>
        <Button
          variant="quiet"
          icon="plus"
          aria-label={t("tree.add")}
          title={t("tree.add")}
          disabledReason={blocked}
          onClick={() => wish({ kind: "add", id: selected })}
        />
      </header>
      <div ref={list} role="tree" aria-label={t("tree.title")}>
        {nodes.map((node, at) => (
          <TreeItem
            key={node.scenario.id}
            {...{ node, canEdit, typing }}
            selected={node.scenario.id === selected}
            onSelect={() => onSelect(node.scenario.id)}
            onTyped={(text) => {
              setTyping(null);
              focus(node.scenario.id);
              if (text === null || typing === null) return;
              if (typing.what === "name") deeds.rename(typing.id, text);
              else deeds.note(typing.id, text);
            }}
            onMenu={(x, y) => setMenu({ id: node.scenario.id, x, y })}
            onDrop={(id) => {
              if (possibleParents(tree, id).includes(node.scenario.id)) rebase(id, node.scenario.id);
            }}
            onKey={(event) => {
              const to = keyTarget(event, nodes, at);
              if (to !== null) {
                event.preventDefault();
                onSelect(to);
                focus(to);
                return;
              }
              const asked = canEdit ? keyWish(event, node.scenario.id) : null;
              if (asked === null) return;
              event.preventDefault();
              wish(asked);
            }}
          />
        ))}
      </div>
      {moved === null || !tree.byId.has(moved) ? null : (
        <Redundant
          {...{ tree, scenario: moved }}
          onDrop={(places) => {
            edit({ type: "dropOverrides", places });
            setMoved(null);
          }}
          onKeep={() => setMoved(null)}
        />
      )}
      {menu === null ? null : (
        <ContextMenu
          label={scenarioOf(tree, menu.id).name}
          at={menu}
          entries={scenarioMenu(tree, menu.id, { wish, blocked }, t)}
          onClose={() => {
            setMenu(null);
            focus(menu.id);
          }}
        />
      )}
    </aside>
  );
}

interface WishParts {
  readonly tree: ScenarioTree;
  readonly deeds: ScenarioDeeds;
  readonly t: ReturnType<typeof useTranslation<"studio">>["t"];
  readonly onSelect: (scenario: ScenarioId) => void;
  readonly setTyping: (typing: Typing) => void;
  readonly rebase: (id: ScenarioId, parent: ScenarioId) => void;
}

/** What menus, keys and buttons ask for. */
function wishesOf({ tree, deeds, t, onSelect, setTyping, rebase }: WishParts): (wish: TreeWish) => void {
  const begun = (id: ScenarioId) => {
    onSelect(id);
    setTyping({ id, what: "name" });
  };
  return (wish) => {
    switch (wish.kind) {
      case "add":
        begun(deeds.add(wish.id, t("tree.newName")));
        return;
      case "duplicate":
        begun(deeds.duplicate(wish.id, t("tree.copyName", { name: scenarioOf(tree, wish.id).name })));
        return;
      case "rename":
      case "note":
        setTyping({ id: wish.id, what: wish.kind === "rename" ? "name" : "note" });
        return;
      case "rebase":
        rebase(wish.id, wish.parent);
        return;
      case "remove": {
        const { parent } = scenarioOf(tree, wish.id);
        deeds.remove(wish.id);
        if (parent !== null) onSelect(parent);
      }
    }
  };
}

interface TreeItemProps {
  readonly node: ScenarioNode;
  readonly selected: boolean;
  readonly canEdit: boolean;
  readonly typing: Typing | null;
  readonly onSelect: () => void;
  /** What was typed; `null` where it was given up. */
  readonly onTyped: (text: string | null) => void;
  readonly onMenu: (x: number, y: number) => void;
  /** Another scenario was dropped on this one. */
  readonly onDrop: (scenario: ScenarioId) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
}

const DRAGGED = "application/x-wunian-scenario";

function TreeItem(props: TreeItemProps) {
  const { node, selected, canEdit, typing, onSelect, onTyped, onMenu, onDrop, onKey } = props;
  const { t } = useTranslation("studio");
  const { id, name, note, overrides, parent } = node.scenario;
  const [over, setOver] = useState(false);
  const here = typing?.id === id ? typing.what : null;
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      role="treeitem"
      data-scenario={id}
      data-over={over || undefined}
      aria-level={node.depth}
      aria-setsize={node.siblings}
      aria-posinset={node.place}
      aria-selected={selected}
      aria-expanded={node.hasChildren ? true : undefined}
      tabIndex={selected ? 0 : -1}
      style={{ paddingLeft: 12 + (node.depth - 1) * 16 }}
      draggable={canEdit && parent !== null && here === null}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        event.preventDefault();
        event.stopPropagation();
        const dropped = event.dataTransfer.getData(DRAGGED);
        if (dropped !== "" && dropped !== id) onDrop(scenarioId(dropped));
      }}
      onClick={onSelect}
      onContextMenu={(event) => {
        event.preventDefault();
        onSelect();
        onMenu(event.clientX, event.clientY);
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) {
          event.preventDefault();
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          onMenu(left + 24, bottom);
          return;
        }
        onKey(event);
      }}
    >
      <span className="scenario-words">
        {here === "name" ? <TreeField label={t("tree.name")} text={name} onDone={onTyped} /> : <b>{name}</b>}
        {here === "note" ? (
          <TreeField label={t("tree.note")} text={note ?? ""} onDone={onTyped} />
        ) : note === null ? null : (
          <small title={note}>{note}</small>
        )}
      </span>
      {parent !== null && overrides.size > 0 ? (
        <span className="scenario-overrides" title={t("tree.overridesLong", { count: overrides.size })}>
          {t("tree.overrides", { count: overrides.size })}
        </span>
      ) : null}
    </div>
  );
}

/** Where a key leads in the tree. */
function keyTarget(event: KeyboardEvent, nodes: readonly ScenarioNode[], at: number): ScenarioId | null {
  if (isShortcut(event) || event.altKey) return null;
  const parent = nodes[at]?.scenario.parent ?? null;
  const child = nodes[at + 1];
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, nodes.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: nodes.length - 1,
    ArrowLeft: nodes.findIndex(({ scenario }) => scenario.id === parent),
    ArrowRight: child !== undefined && child.depth > (nodes[at]?.depth ?? 0) ? at + 1 : at,
  };
  const to = places[event.key];
  return to === undefined ? null : (nodes[to]?.scenario.id ?? null);
}

/** What a key asks for. */
function keyWish(event: KeyboardEvent, id: ScenarioId): TreeWish | null {
  if (event.key === "F2") return { kind: event.shiftKey ? "note" : "rename", id };
  if (event.key === "Insert") return { kind: event.ctrlKey ? "duplicate" : "add", id };
  return event.key === "Delete" ? { kind: "remove", id } : null;
}
