import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cutStretch,
  type Look,
  type NumberedPlace,
  type Piece,
} from "#renderer/features/source/text-runs.ts";

const TEXT = "到2020年，全市国家高新技术企业达到33家，增长一倍。";

function place(number: number, printed: string): NumberedPlace {
  const start = TEXT.indexOf(printed);
  return { start, end: start + printed.length, number, statements: [] };
}

function look(name: Look["look"], printed: string): Look {
  const start = TEXT.indexOf(printed);
  return { start, end: start + printed.length, look: name };
}

const whole = { start: 0, end: TEXT.length };

/** Pieces as a planner sees them: places in brackets, looks before a colon. */
const shown = (pieces: readonly Piece[]) =>
  pieces
    .map((piece) => {
      const runs = piece.runs.map(({ text, looks }) =>
        looks.length === 0 ? text : `<${looks.join("+")}:${text}>`,
      );
      return piece.kind === "place" ? `[${piece.place} ${runs.join("")}]` : runs.join("");
    })
    .join("");

describe("a paragraph is cut", () => {
  test.each([
    [
      "at its places",
      [place(0, "33家"), place(1, "一倍")],
      [],
      "到2020年，全市国家高新技术企业达到[0 33家]，增长[1 一倍]。",
    ],
    [
      "at what stands out, within and across places",
      [place(0, "33家")],
      [look("at", "33"), look("find", "达到33")],
      "到2020年，全市国家高新技术企业<find:达到>[0 <at+find:33>家]，增长一倍。",
    ],
    ["nowhere without either", [], [], TEXT],
  ] as const)("%s", (_what, places, looks, expected) => {
    expect(shown(cutStretch(TEXT, whole, places, looks))).toBe(expected);
  });

  test("within the stretch that is shown", () => {
    const stretch = { start: TEXT.indexOf("达到"), end: TEXT.indexOf("3家") };
    expect(
      shown(cutStretch(TEXT, stretch, [place(7, "33家"), place(8, "一倍")], [look("at", "到33家")])),
    ).toBe("达<at:到>[7 <at:3>]");
  });

  test("without losing or doubling a character", () => {
    const span = fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)).map(([a, b]) => ({
      start: Math.min(a, b),
      end: Math.max(a, b),
    }));
    const looks = fc.array(
      span.map((each): Look => ({ ...each, look: "find" })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(span, span, looks, (stretch, spot, found) => {
        const pieces = cutStretch(TEXT, stretch, [{ ...spot, number: 0, statements: [] }], found);
        const text = pieces.flatMap(({ runs }) => runs.map((run) => run.text)).join("");
        expect(text).toBe(TEXT.slice(stretch.start, stretch.end));
      }),
    );
  });
});
