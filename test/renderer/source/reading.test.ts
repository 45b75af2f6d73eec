import { describe, expect, test } from "vitest";
import {
  headingOf,
  placeOver,
  readingOf,
  wantedDocument,
  wantedPlace,
} from "#renderer/features/source/reading.ts";
import { readingBlocks } from "#exchange/document/reading-blocks.ts";
import { indicatorId, statementId } from "#core/plan/ids.ts";
import { statementOf } from "../../core/plan/arbitraries.ts";
import { planOf } from "../../core/plan/plan-of.ts";
import {
  pointsOf,
  SAMPLE_OUTLINE,
  SAMPLE_TEXT,
  sampleDocument,
} from "../../exchange/document/sample-document.ts";

describe("what an address asks for", () => {
  test.each([
    ["3144-3148", { start: 3144, end: 3148 }],
    ["5-5", null],
    ["9-2", null],
    ["-1-4", null],
    ["1e3-2e3", null],
    ["1234567890-1234567891", null],
    ["", null],
    [null, null],
  ])("the place %j is %j", (at, place) => {
    expect(wantedPlace(at)).toEqual(place);
  });

  test("the document is named by the beginning of its hash, and is else the first", () => {
    const documents = [
      { file: "a.txt", sha256: "a".repeat(64) },
      { file: "b.txt", sha256: "b".repeat(64) },
    ];
    expect(wantedDocument(documents, "bbbb")?.file).toBe("b.txt");
    expect(wantedDocument(documents, "cccc")?.file).toBe("a.txt");
    expect(wantedDocument(documents, null)?.file).toBe("a.txt");
    expect(wantedDocument([], null)).toBeNull();
  });
});

describe("a document that is read", () => {
  const document = { file: "plan.txt", sha256: "0".repeat(64) };
  const stated = (name: string, printed: string) => ({
    ...statementOf(statementId(`p/${name}`), indicatorId("p/i")),
    evidence: { document: "plan.txt", line: 1, ...pointsOf(SAMPLE_TEXT, printed) },
  });
  const plan = planOf([], {
    documents: [document],
    outline: SAMPLE_OUTLINE,
    statements: [stated("s1", "2.5%"), stated("s2", "37%")],
  });
  const text = sampleDocument();
  const read = (at: string | null) => readingOf(plan, document, text, readingBlocks(text, plan.outline), at);
  const points = pointsOf(SAMPLE_TEXT, "37%");
  const address = `${points.start}-${points.end}`;

  test("has its headings as an index, one deeper than those above them", () => {
    expect(read(null).headings.map(({ entry, depth }) => [entry.heading, depth])).toEqual([
      ["一、发展目标", 1],
      ["1.投入增长", 2],
      ["二、保障措施", 1],
    ]);
  });

  test("opens at the place asked for, in its section, at what is stated there", () => {
    const reading = read(address);
    expect(SAMPLE_TEXT.slice(reading.at?.start, reading.at?.end)).toBe("37%");
    expect(placeOver(reading.places, reading.at)).toBe(1);
    expect(headingOf(reading, reading.at)).toBe(1);
  });

  test("opens at its beginning without a place, or with one beyond its end", () => {
    for (const at of [null, "90000-90010"]) {
      const reading = read(at);
      expect(reading.at).toBeNull();
      expect(placeOver(reading.places, reading.at)).toBeNull();
      expect(headingOf(reading, reading.at)).toBeNull();
    }
  });
});
