import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { isShortcut } from "./is-shortcut.ts";

/** What the body of a table takes whose rows are chosen by keys. */
export interface RowChoice {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface RowChoiceParts<Row> {
  readonly rows: readonly Row[];
  /** Place of the chosen row, -1 for none. */
  readonly at: number;
  readonly onSelect: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
}

/** A table of one tab stop: arrows, Home and End choose a row, Enter opens it; the chosen one is kept in sight. */
export function useRowChoice<Row>({ rows, at, onSelect, onOpen }: RowChoiceParts<Row>): RowChoice {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const row = body.current?.rows[at];
    row?.scrollIntoView({ block: "nearest" });
    // The focus follows the choice only when it was on a row already.
    if (body.current?.contains(document.activeElement) === true) row?.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isShortcut(event)) return;
    const last = rows.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: last,
    };
    const target = steps[event.key];
    const row = rows[target === undefined ? at : Math.min(last, Math.max(0, target))];
    if (row === undefined || (target === undefined && event.key !== "Enter")) return;
    if (event.key === "Enter") onOpen(row);
    else onSelect(row);
    event.preventDefault();
  };
  return { body, onKeyDown };
}
