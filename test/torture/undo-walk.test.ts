import { expect, test } from "vitest";
import { tortureWithUndoWalk } from "./undo-walk.ts";

test("a thousand random edits, undos and redos come back to the very same bytes", () => {
  expect(tortureWithUndoWalk(true)).toMatchObject({ ok: true, figures: { differing: 0 } });
});
