import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type InputMode, keyAction, type KeyPress } from "#renderer/ui/sheet/key-action.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, ctrl: false, shift: false, alt: false, composing: false },
  ...held,
});
const MODES: readonly InputMode[] = ["ready", "entering", "editing"];

describe("a key over the active cell", () => {
  test.each([
    ["ArrowUp", {}, "up"],
    ["ArrowLeft", {}, "left"],
    ["Enter", {}, "enter"],
    ["Enter", { shift: true }, "enter-back"],
    ["Tab", {}, "next"],
    ["Tab", { shift: true }, "previous"],
    ["Home", {}, "row-start"],
    ["End", { ctrl: true }, "last"],
    ["ArrowDown", { ctrl: true }, "edge-down"],
    ["ArrowLeft", { ctrl: true }, "edge-left"],
    ["PageDown", {}, "page-down"],
  ] as const)("%s %o moves %s", (key, held, move) => {
    expect(keyAction("ready", press(key, held))).toEqual({ type: "move", move, extend: false });
  });

  test.each([
    ["ArrowUp", {}, "up"],
    ["End", {}, "row-end"],
    ["PageDown", {}, "page-down"],
    ["Home", { ctrl: true }, "first"],
    ["ArrowRight", { ctrl: true }, "edge-right"],
  ] as const)("Shift with %s %o extends %s", (key, held, move) => {
    expect(keyAction("ready", press(key, { ...held, shift: true }))).toEqual({
      type: "move",
      move,
      extend: true,
    });
  });

  test.each([
    ["Delete", {}, "clear"],
    ["Backspace", {}, "clear"],
    ["z", { ctrl: true }, "undo"],
    ["y", { ctrl: true }, "redo"],
    ["Z", { ctrl: true, shift: true }, "redo"],
    ["ArrowDown", { alt: true }, "list"],
    ["Enter", { alt: true }, "mend"],
    ["a", { ctrl: true }, "select-all"],
    [" ", { shift: true }, "select-rows"],
    [" ", { ctrl: true }, "select-columns"],
    ["d", { ctrl: true }, "fill-down"],
    ["R", { ctrl: true }, "fill-right"],
    ["f", { ctrl: true }, "find"],
    ["h", { ctrl: true }, "replace"],
  ] as const)("%s %o means %s", (key, held, deed) => {
    expect(keyAction("ready", press(key, held))).toEqual({ type: "deed", deed });
  });

  test("opens the cell by F2 and leaves commands of the window to it", () => {
    expect(keyAction("ready", press("F2"))).toEqual({ type: "edit" });
    for (const key of ["n", "S", "k", "1"]) expect(keyAction("ready", press(key, { ctrl: true }))).toBeNull();
    expect(keyAction("ready", press("S", { ctrl: true, shift: true }))).toBeNull();
  });

  test("that prints a character is left to the input", () => {
    for (const key of ["a", "保", "1", " ", "-"]) expect(keyAction("ready", press(key))).toBeNull();
  });
});

describe("a key while typing", () => {
  test("commits with an arrow when typing began the entry, and moves the caret after F2", () => {
    expect(keyAction("entering", press("ArrowRight"))).toEqual({
      type: "commit",
      move: "right",
      everywhere: false,
    });
    expect(keyAction("editing", press("ArrowRight"))).toBeNull();
  });

  test("turns to editing by F2 and back; with Shift it stays a command of the window", () => {
    for (const mode of ["entering", "editing"] as const) {
      expect(keyAction(mode, press("F2"))).toEqual({ type: "edit" });
      expect(keyAction(mode, press("F2", { shift: true }))).toBeNull();
    }
  });

  test("puts a line break in with Alt+Enter", () => {
    for (const mode of ["entering", "editing"] as const)
      expect(keyAction(mode, press("Enter", { alt: true }))).toEqual({ type: "break" });
  });

  test("commits with Enter and Tab, gives up with Escape, and leaves Delete and Ctrl+Z to the text", () => {
    for (const mode of ["entering", "editing"] as const) {
      expect(keyAction(mode, press("Enter"))).toEqual({ type: "commit", move: "enter", everywhere: false });
      expect(keyAction(mode, press("Tab", { shift: true }))).toEqual({
        ...{ type: "commit", move: "previous", everywhere: false },
      });
      expect(keyAction(mode, press("Enter", { ctrl: true }))).toEqual({
        ...{ type: "commit", move: null, everywhere: true },
      });
      expect(keyAction(mode, press("Escape"))).toEqual({ type: "cancel" });
      expect(keyAction(mode, press("Delete"))).toBeNull();
      expect(keyAction(mode, press("z", { ctrl: true }))).toBeNull();
    }
  });
});

test("no key is the grid's while an input method composes", () => {
  const keys = fc.constantFrom(
    "Enter",
    "Tab",
    "Escape",
    "ArrowDown",
    "Delete",
    "F2",
    "w",
    " ",
    "1",
    "Process",
  );
  fc.assert(
    fc.property(fc.constantFrom(...MODES), keys, fc.boolean(), fc.boolean(), (mode, key, ctrl, shift) => {
      expect(keyAction(mode, press(key, { ctrl, shift, composing: true }))).toBeNull();
    }),
  );
});
