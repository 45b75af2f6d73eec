import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isShortcut } from "../../ui/is-shortcut.ts";
import type { IndexEntry } from "./reading.ts";

interface IndexPaneProps {
  readonly entries: readonly IndexEntry[];
  /** The section in sight, by its place in `entries`; -1 before the first. */
  readonly current: number;
  readonly onGo: (at: number) => void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** The headings as the text's index: one tab stop, arrows move, Enter goes there; the section in sight is marked. */
export function IndexPane({ entries, current, onGo }: IndexPaneProps) {
  const { t } = useTranslation("source");
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="location"]')?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isShortcut(event)) return;
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = STEPS[event.key]?.(at, buttons.length - 1);
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  if (entries.length === 0) return null;
  return (
    <nav className="source-index" aria-label={t("index")} data-region tabIndex={-1}>
      <h2>{t("index")}</h2>
      <ol ref={list} onKeyDown={onKeyDown}>
        {entries.map((item, at) => (
          <li key={item.index}>
            <button
              type="button"
              style={{ paddingLeft: 10 + (item.depth - 1) * 12 }}
              className={item.depth === 1 ? "top" : undefined}
              aria-current={at === current ? "location" : undefined}
              tabIndex={at === Math.max(current, 0) ? 0 : -1}
              title={item.entry.heading}
              onClick={() => onGo(at)}
            >
              {item.entry.heading}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
