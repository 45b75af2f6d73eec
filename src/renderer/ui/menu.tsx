import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Icon } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";

/** One entry of a menu, or a line between groups. */
export type MenuEntry =
  | { readonly kind: "separator"; readonly id: string }
  | {
      readonly kind: "item";
      readonly id: string;
      readonly label: string;
      readonly keys?: string | undefined;
      /** Present on a choice: whether it is the one in force. */
      readonly checked?: boolean | undefined;
      /** A choice that stands by itself, and not one of several of which one is in force. */
      readonly toggles?: boolean;
      readonly disabledReason?: string | undefined;
      readonly run: () => void;
    };

interface MenuListProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Aligns the right edges. */
  readonly end?: boolean;
  /** Which entry has the focus when the menu opens. */
  readonly start?: "first" | "last";
  readonly onClose: (how: "escape" | "outside" | "chosen" | "tab") => void;
  /** Arrow left and right, for a menu bar. */
  readonly onSideways?: (step: 1 | -1) => void;
}

/** An open menu: arrows, Home and End move, a letter jumps, Enter chooses, Escape and Tab close. */
export function MenuList({ label, entries, end, start = "first", onClose, onSideways }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => focusItem(list.current, start === "first" ? 0 : -1), [start]);
  useEffect(() => {
    const away = (event: PointerEvent) => {
      const anchor = list.current?.parentElement;
      if (event.target instanceof Node && anchor?.contains(event.target) === false) onClose("outside");
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!handleKey(event, list.current, onClose, onSideways)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      className={end ? "menu end" : "menu"}
      role="menu"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {entries.map((entry) => (
        <MenuRow key={entry.id} entry={entry} onClose={onClose} />
      ))}
    </div>
  );
}

function MenuRow({ entry, onClose }: { entry: MenuEntry; onClose: MenuListProps["onClose"] }): ReactNode {
  if (entry.kind === "separator") return <div role="separator" />;
  const { checked, toggles = false, disabledReason, label, keys, run } = entry;
  const choice = toggles ? "menuitemcheckbox" : "menuitemradio";
  const choose = () => {
    if (disabledReason !== undefined) return;
    onClose("chosen");
    run();
  };
  return (
    <button
      type="button"
      role={checked === undefined ? "menuitem" : choice}
      aria-checked={checked}
      aria-disabled={disabledReason === undefined ? undefined : true}
      tabIndex={-1}
      onClick={choose}
    >
      <span className="mark">{checked === true ? <Icon name="check" /> : null}</span>
      <span className="label">
        {label}
        {disabledReason === undefined ? null : <span className="reason">{disabledReason}</span>}
      </span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </button>
  );
}

function items(list: HTMLElement | null): HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

function focusItem(list: HTMLElement | null, at: number): void {
  items(list).at(at)?.focus();
}

function handleKey(
  event: KeyboardEvent,
  list: HTMLElement | null,
  onClose: MenuListProps["onClose"],
  onSideways: MenuListProps["onSideways"],
): boolean {
  const all = items(list);
  const at = all.findIndex((item) => item === document.activeElement);
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowDown: () => focusItem(list, (at + 1) % all.length),
    ArrowUp: () => focusItem(list, at <= 0 ? -1 : at - 1),
    Home: () => focusItem(list, 0),
    End: () => focusItem(list, -1),
    Escape: () => onClose("escape"),
    ...(onSideways === undefined ? {} : { ArrowRight: () => onSideways(1), ArrowLeft: () => onSideways(-1) }),
  };
  const deed = deeds[event.key];
  if (deed !== undefined) {
    deed();
    return true;
  }
  if (event.key === "Tab") onClose("tab");
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey) return false;
  const letter = event.key.toLowerCase();
  const ordered = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  ordered.find((item) => item.textContent.toLowerCase().startsWith(letter))?.focus();
  return true;
}
