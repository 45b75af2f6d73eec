import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterDo, afterRedo, afterUndo, EMPTY_HISTORY, type EditHistory } from "#core/command/history.ts";

describe("the edit history", () => {
  test("undoes back to the start and redoes in the order of the edits", () => {
    const done = afterDo(afterDo(EMPTY_HISTORY, 1), 2);
    const once = afterUndo(done, 1);
    expect(once).toEqual({ ok: true, value: { undo: 1, redo: [2] } });
    const twice = once.ok ? afterUndo(once.value, null) : once;
    expect(twice).toEqual({ ok: true, value: { undo: null, redo: [1, 2] } });
    expect(twice.ok && afterRedo(twice.value)).toEqual({ ok: true, value: { undo: 1, redo: [2] } });
  });

  test("forgets what could be redone at the next edit", () => {
    expect(afterDo({ undo: 1, redo: [2] }, 3)).toEqual({ undo: 3, redo: [] });
  });

  test("says when there is nothing to take back or bring again", () => {
    expect(afterUndo(EMPTY_HISTORY, null)).toEqual({ ok: false, error: { kind: "nothing-to-undo" } });
    expect(afterRedo(EMPTY_HISTORY)).toEqual({ ok: false, error: { kind: "nothing-to-redo" } });
  });

  test("agrees with a list of edits and a cursor, on any walk", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("do", "undo", "redo")), (steps) => {
        let history: EditHistory = EMPTY_HISTORY;
        const parents = new Map<number, number | null>();
        let edits: number[] = [];
        let cursor = 0;
        for (const [seq, step] of steps.entries()) {
          if (step === "do") {
            parents.set(seq, history.undo);
            history = afterDo(history, seq);
            edits = [...edits.slice(0, cursor), seq];
            cursor += 1;
          } else {
            const parent = history.undo === null ? null : (parents.get(history.undo) ?? null);
            const next = step === "undo" ? afterUndo(history, parent) : afterRedo(history);
            if (next.ok) {
              history = next.value;
              cursor += step === "undo" ? -1 : 1;
            }
          }
          expect(history).toEqual({ undo: edits[cursor - 1] ?? null, redo: edits.slice(cursor) });
        }
      }),
    );
  });
});
