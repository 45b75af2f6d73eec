import type { CellMove } from "./cell-move.ts";

/**
 * How the cell's input stands: `ready` is empty and unseen over the active cell; `entering` was begun by typing, so
 * arrows commit; `editing` was begun by F2 or a double click, so arrows move the caret. F2 turns one into the other.
 */
export type InputMode = "ready" | "entering" | "editing";

/** A key press as the grid sees it; `composing` is true while an input method owns the keyboard. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly composing: boolean;
}

/** What a grid does with its selection beside moving it. */
export type SheetDeed =
  | "clear"
  | "undo"
  | "redo"
  | "list"
  | "mend"
  | "select-all"
  | "select-rows"
  | "select-columns"
  | "fill-down"
  | "fill-right"
  | "find"
  | "replace";

/** What a key does in the grid; `null` leaves it to the input and the browser. `everywhere` fills the selection. */
export type KeyAction =
  | { readonly type: "move"; readonly move: CellMove; readonly extend: boolean }
  | { readonly type: "commit"; readonly move: CellMove | null; readonly everywhere: boolean }
  | { readonly type: "cancel" | "edit" | "break" }
  | { readonly type: "deed"; readonly deed: SheetDeed };

/**
 * The action of a key. While an input method composes, no key is ours: Enter accepts a candidate and arrows choose
 * one, and acting on them is what loses or doubles letters.
 */
export function keyAction(mode: InputMode, press: KeyPress): KeyAction | null {
  if (press.composing) return null;
  return mode === "ready" ? readyAction(press) : typingAction(mode, press);
}

const CTRL_MOVES: Readonly<Record<string, CellMove>> = {
  ArrowUp: "edge-up",
  ArrowDown: "edge-down",
  ArrowLeft: "edge-left",
  ArrowRight: "edge-right",
  Home: "first",
  End: "last",
};

const PLAIN_MOVES: Readonly<Record<string, CellMove>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "row-start",
  End: "row-end",
  PageUp: "page-up",
  PageDown: "page-down",
};

const CTRL_DEEDS: Readonly<Record<string, SheetDeed>> = {
  z: "undo",
  y: "redo",
  a: "select-all",
  " ": "select-columns",
  d: "fill-down",
  r: "fill-right",
  f: "find",
  h: "replace",
};

function readyAction(press: KeyPress): KeyAction | null {
  if (press.alt) return altAction(press);
  const turning = turningMove(press);
  if (turning !== undefined) return { type: "move", move: turning, extend: false };
  const move = (press.ctrl ? CTRL_MOVES : PLAIN_MOVES)[press.key];
  if (move !== undefined) return { type: "move", move, extend: press.shift };
  if (press.ctrl) return ctrlAction(press);
  if (press.shift && press.key === " ") return { type: "deed", deed: "select-rows" };
  switch (press.key) {
    case "F2":
      // With Shift it is a command of the window: what is said of the cell.
      return press.shift ? null : { type: "edit" };
    case "Delete":
    case "Backspace":
      return { type: "deed", deed: "clear" };
    case "Escape":
      return { type: "cancel" };
    default:
      return null;
  }
}

function altAction(press: KeyPress): KeyAction | null {
  if (press.key === "ArrowDown") return { type: "deed", deed: "list" };
  return press.key === "Enter" ? { type: "deed", deed: "mend" } : null;
}

// Ctrl with Shift and a letter is a command of the window; Ctrl+Shift+Z alone is also known as redo.
function ctrlAction(press: KeyPress): KeyAction | null {
  const key = press.key.toLowerCase();
  if (press.shift) return key === "z" ? { type: "deed", deed: "redo" } : null;
  const deed = CTRL_DEEDS[key];
  return deed === undefined ? null : { type: "deed", deed };
}

function typingAction(mode: "entering" | "editing", press: KeyPress): KeyAction | null {
  if (press.key === "Escape") return { type: "cancel" };
  if (press.ctrl && press.key === "Enter") return { type: "commit", move: null, everywhere: true };
  if (press.alt && press.key === "Enter") return { type: "break" };
  if (press.key === "F2" && !press.ctrl && !press.alt && !press.shift) return { type: "edit" };
  const turning = turningMove(press);
  if (turning !== undefined) return { type: "commit", move: turning, everywhere: false };
  if (mode === "editing" || press.ctrl || press.alt || press.shift) return null;
  const move = press.key.startsWith("Arrow") ? PLAIN_MOVES[press.key] : undefined;
  return move === undefined ? null : { type: "commit", move, everywhere: false };
}

// Enter and Tab move on in either mode, Shift turns them round.
function turningMove(press: KeyPress): CellMove | undefined {
  if (press.ctrl || press.alt) return undefined;
  if (press.key === "Enter") return press.shift ? "enter-back" : "enter";
  if (press.key === "Tab") return press.shift ? "previous" : "next";
  return undefined;
}
