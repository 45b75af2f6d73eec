import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { isShortcut } from "../../../ui/is-shortcut.ts";

interface ChoiceListProps {
  readonly label: string;
  /** The choices from top to bottom. */
  readonly ids: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Called by Enter and by a double click on the choice that holds. */
  readonly onEnter: () => void;
  /** Rows made with {@link choiceProps}. */
  readonly children: ReactNode;
}

/** Marks an element as one choice of a {@link ChoiceList}. */
export function choiceProps(id: string, chosen: boolean) {
  return { role: "option", id: elementId(id), "data-choice": id, "aria-selected": chosen } as const;
}

/** A list of one tab stop: arrows go from choice to choice, and each is chosen as it is reached. */
export function ChoiceList({ label, ids, chosen, onChoose, onEnter, children }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const at = chosen === null ? -1 : ids.indexOf(chosen);
  const shown = at < 0 ? null : chosen;
  useEffect(() => {
    if (shown !== null) document.getElementById(elementId(shown))?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  const key = (event: KeyboardEvent) => {
    if (isShortcut(event)) return;
    if (event.key === "Enter" && at >= 0) onEnter();
    else {
      const to = ids[nextAt(event.key, at, ids.length) ?? -1];
      if (to === undefined) return;
      onChoose(to);
    }
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className="choice-list"
      role="listbox"
      aria-label={label}
      aria-activedescendant={shown === null ? undefined : elementId(shown)}
      tabIndex={0}
      onKeyDown={key}
      onClick={(event) => {
        const id = pressed(event.target);
        if (id !== null) onChoose(id);
      }}
      onDoubleClick={(event) => {
        if (pressed(event.target) !== null) onEnter();
      }}
    >
      {children}
    </div>
  );
}

/** Choices that a page key goes on by. */
const PAGE = 10;

function nextAt(key: string, at: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, last);
    case "ArrowUp":
      return at < 0 ? last : Math.max(at - 1, 0);
    case "PageDown":
      return Math.min(at + PAGE, last);
    case "PageUp":
      return Math.max(at - PAGE, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

const elementId = (id: string) => `choice-${id}`;

function pressed(target: EventTarget): string | null {
  const element = target instanceof Element ? target.closest("[data-choice]") : null;
  return element?.getAttribute("data-choice") ?? null;
}
