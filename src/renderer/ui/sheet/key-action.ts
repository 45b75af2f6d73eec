import type { CellMove } from "./cell-move.ts";

/**
 * How the cell's input stands: `ready` is empty and unseen over the active cell; `entering` was begun by typing, so
 * arrows commit; `editing` was begun by F2 or a double click, so arrows move the caret.
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

/** What a key does in the grid; `null` leaves it to the input and the browser. */
export type KeyAction =
  | { readonly type: "move"; readonly move: CellMove }
  | { readonly type: "commit"; readonly move: CellMove | null }
  | {
      readonly type: "cancel" | "edit" | "clear" | "undo" | "redo" | "list" | "mend";
    };

/**
 * The action of a key. While an input method composes, no key is ours: Enter accepts a candidate and arrows choose
 * one, and acting on them is what loses or doubles letters.
 */
export function keyAction(mode: InputMode, press: KeyPress): KeyAction | null {
  if (press.composing) return null;
  return mode === "ready" ? readyAction(press) : typingAction(mode, press);
}

const CTRL_MOVES: Readonly<Record<string, CellMove>> = {
  ArrowUp: "top",
  ArrowDown: "bottom",
  ArrowLeft: "row-start",
  ArrowRight: "row-end",
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

function readyAction(press: KeyPress): KeyAction | null {
  if (press.alt) return altAction(press);
  const move = turningMove(press) ?? (press.ctrl ? CTRL_MOVES : PLAIN_MOVES)[press.key];
  if (move !== undefined) return { type: "move", move };
  if (press.ctrl) return ctrlAction(press);
  switch (press.key) {
    case "F2":
      return { type: "edit" };
    case "Delete":
    case "Backspace":
      return { type: "clear" };
    case "Escape":
      return { type: "cancel" };
    default:
      return null;
  }
}

function altAction(press: KeyPress): KeyAction | null {
  if (press.key === "ArrowDown") return { type: "list" };
  return press.key === "Enter" ? { type: "mend" } : null;
}

function ctrlAction(press: KeyPress): KeyAction | null {
  switch (press.key.toLowerCase()) {
    case "z":
      return { type: press.shift ? "redo" : "undo" };
    case "y":
      return { type: "redo" };
    default:
      return null;
  }
}

function typingAction(mode: "entering" | "editing", press: KeyPress): KeyAction | null {
  if (press.key === "Escape") return { type: "cancel" };
  const turning = turningMove(press);
  if (turning !== undefined) return { type: "commit", move: turning };
  if (mode === "editing" || press.ctrl || press.alt || press.shift) return null;
  const move = press.key.startsWith("Arrow") ? PLAIN_MOVES[press.key] : undefined;
  return move === undefined ? null : { type: "commit", move };
}

// Enter and Tab move on in either mode, Shift turns them round.
function turningMove(press: KeyPress): CellMove | undefined {
  if (press.ctrl || press.alt) return undefined;
  if (press.key === "Enter") return press.shift ? "up" : "down";
  if (press.key === "Tab") return press.shift ? "previous" : "next";
  return undefined;
}
