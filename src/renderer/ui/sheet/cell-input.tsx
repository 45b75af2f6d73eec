import "./sheet.css";
import { type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { CellEntry, type CellEntryHost } from "./cell-entry.ts";
import type { GridCell } from "./cell-anchor.ts";
import type { InputMode } from "./key-action.ts";

/** One choice of a cell that takes one of a few values. */
export interface CellOption {
  readonly label: string;
  /** What is committed when it is chosen. */
  readonly text: string;
}

/** What a text is read as while it is being typed. */
export interface CellReading {
  readonly text: string;
  /** Whether it cannot be read as it stands. */
  readonly wrong: boolean;
}

/** What the cell's input does for the cell that is active; all but what it knows of itself. */
export interface CellInputHost extends Omit<CellEntryHost, "choose" | "changed"> {
  /** The cell that text was being typed into is gone; it must not go into the one that is active instead. */
  lost(text: string): void;
}

/** What a grid asks of its input. */
export interface CellInputHandle {
  focus(): void;
  /** Opens the active cell for editing. */
  edit(): void;
  /** Commits what is being typed before the active cell changes. */
  finish(): void;
  /** What is being typed; `null` when nothing is. */
  unfinished(): string | null;
}

interface CellInputProps {
  readonly ref: Ref<CellInputHandle>;
  readonly host: CellInputHost;
  /** The active cell; what was typed into another one is committed before it becomes active. */
  readonly cell: GridCell | null;
  /** The active cell and what it holds, for screen readers. */
  readonly label: string;
  readonly hint: string;
  readonly align: "left" | "right";
  readonly disabled: boolean;
  /** Choices of an attribute cell; `null` for free text. */
  readonly options: readonly CellOption[] | null;
  readonly optionsLabel: string;
  /** What a typed text is read as, shown below the input; `null` for nothing to say. */
  readonly reading?: ((text: string) => CellReading | null) | null;
}

/** The input over the active cell, with a list below it where the cell takes one of a few values. */
export function CellInput(props: CellInputProps) {
  const { ref, host, cell, label, hint, align, disabled, options, optionsLabel } = props;
  const input = useRef<HTMLInputElement>(null);
  const { entry, mode, typed, chosen, choose } = useEntry(input, host, options);
  useLostEntry(entry, host, cell);
  const listId = useId();
  const hintId = useId();
  useImperativeHandle(ref, () => ({
    focus: () => {
      input.current?.focus({ preventScroll: true });
      // A dialog that closes gives the focus back without a caret, and what is typed then goes nowhere.
      if (mode === "ready") input.current?.setSelectionRange(0, 0);
    },
    edit: () => entry.current?.edit(),
    finish: () => entry.current?.finish(),
    unfinished: () => entry.current?.unfinished ?? null,
  }));
  const read = typed === null ? null : (props.reading?.(typed) ?? null);
  const list = options !== null && mode !== "ready";
  const combobox = list
    ? ({
        role: "combobox",
        "aria-expanded": true,
        "aria-controls": listId,
        "aria-activedescendant": chosen === null ? undefined : `${listId}-${chosen}`,
      } as const)
    : {};
  return (
    <>
      <input
        ref={input}
        className="cell-input"
        data-mode={mode}
        data-entry
        data-align={align}
        aria-label={label}
        aria-describedby={hintId}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        {...combobox}
      />
      <span id={hintId} hidden>
        {hint}
      </span>
      {read === null ? null : (
        <p className={read.wrong ? "cell-reading wrong" : "cell-reading"} role="status">
          {read.text}
        </p>
      )}
      {list ? (
        <ul className="cell-options" role="listbox" id={listId} aria-label={optionsLabel}>
          {options.map((option, at) => (
            <li
              key={option.text}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === chosen}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(at);
                entry.current?.take(option.text);
              }}
            >
              {option.label}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** Binds the entry to the input, and keeps which choice of the list stands out. */
function useEntry(
  input: React.RefObject<HTMLInputElement | null>,
  host: CellInputHost,
  options: readonly CellOption[] | null,
) {
  const entry = useRef<CellEntry | null>(null);
  const [mode, setMode] = useState<InputMode>("ready");
  const [chosen, choose] = useState<number | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ host, options, chosen });
  useLayoutEffect(() => {
    latest.current = { host, options, chosen };
  }, [host, options, chosen]);
  useEffect(() => {
    if (input.current === null) return undefined;
    const made = new CellEntry(input.current, {
      startText: () => latest.current.host.startText(),
      move: (move, extend) => latest.current.host.move(move, extend),
      refuse: () => latest.current.host.refuse(),
      refuseLarge: () => latest.current.host.refuseLarge(),
      act: (deed) => latest.current.host.act(deed),
      cancel: () => latest.current.host.cancel(),
      take: (how) => latest.current.host.take(how),
      paste: (block) => latest.current.host.paste(block),
      commit: (text, everywhere, touched) => {
        const { host: to, options: from, chosen: at } = latest.current;
        to.commit(at === null ? text : (from?.[at]?.text ?? text), everywhere, touched);
      },
      choose: (step) => {
        const count = latest.current.options?.length ?? 0;
        if (count === 0) return false;
        choose((at) => (at === null ? (step === 1 ? 0 : count - 1) : (at + step + count) % count));
        return true;
      },
      changed: (next, text) => {
        setMode(next);
        setTyped(next === "ready" ? null : text);
        choose(next === "ready" ? null : matching(latest.current.options, text));
      },
    });
    entry.current = made;
    return () => made.dispose();
  }, [input]);
  return { entry, mode, typed, chosen, choose };
}

/** Gives up what is being typed when its cell goes away, as when another window removes the row. */
function useLostEntry(
  entry: React.RefObject<CellEntry | null>,
  host: CellInputHost,
  cell: GridCell | null,
): void {
  const began = useRef(cell);
  useLayoutEffect(() => {
    const before = began.current;
    began.current = cell;
    if (before?.row === cell?.row && before?.column === cell?.column) return;
    const text = entry.current?.unfinished ?? null;
    if (text === null) return;
    entry.current?.cancel();
    host.lost(text);
  }, [entry, host, cell]);
}

function matching(options: readonly CellOption[] | null, text: string): number | null {
  const typed = text.trim();
  if (options === null || typed === "") return null;
  const at = options.findIndex(
    ({ label, text: value }) => label.startsWith(typed) || value.startsWith(typed),
  );
  return at < 0 ? null : at;
}
