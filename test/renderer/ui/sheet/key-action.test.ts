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
    ["Enter", {}, "down"],
    ["Enter", { shift: true }, "up"],
    ["Tab", {}, "next"],
    ["Tab", { shift: true }, "previous"],
    ["Home", {}, "row-start"],
    ["End", { ctrl: true }, "last"],
    ["ArrowDown", { ctrl: true }, "bottom"],
    ["PageDown", {}, "page-down"],
  ] as const)("%s %o moves %s", (key, held, move) => {
    expect(keyAction("ready", press(key, held))).toEqual({ type: "move", move });
  });

  test.each([
    ["F2", {}, "edit"],
    ["Delete", {}, "clear"],
    ["Backspace", {}, "clear"],
    ["z", { ctrl: true }, "undo"],
    ["y", { ctrl: true }, "redo"],
    ["Z", { ctrl: true, shift: true }, "redo"],
    ["ArrowDown", { alt: true }, "list"],
    ["Enter", { alt: true }, "mend"],
  ] as const)("%s %o means %s", (key, held, type) => {
    expect(keyAction("ready", press(key, held))).toEqual({ type });
  });

  test("that prints a character is left to the input", () => {
    for (const key of ["a", "保", "1", " ", "-"]) expect(keyAction("ready", press(key))).toBeNull();
  });
});

describe("a key while typing", () => {
  test("commits with an arrow when typing began the entry, and moves the caret after F2", () => {
    expect(keyAction("entering", press("ArrowRight"))).toEqual({ type: "commit", move: "right" });
    expect(keyAction("editing", press("ArrowRight"))).toBeNull();
  });

  test("commits with Enter and Tab, gives up with Escape, and leaves Delete and Ctrl+Z to the text", () => {
    for (const mode of ["entering", "editing"] as const) {
      expect(keyAction(mode, press("Enter"))).toEqual({ type: "commit", move: "down" });
      expect(keyAction(mode, press("Tab", { shift: true }))).toEqual({ type: "commit", move: "previous" });
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
