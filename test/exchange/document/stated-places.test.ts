import { expect, test } from "vitest";
import { indicatorId, statementId } from "#core/plan/ids.ts";
import type { Statement } from "#core/plan/statement.ts";
import { DocumentText } from "#exchange/document/document-text.ts";
import { statedPlaces } from "#exchange/document/stated-places.ts";
import { statementOf } from "../../core/plan/arbitraries.ts";
import { pointsOf } from "./sample-document.ts";

const TEXT = "𠮷县2020年150件和42件以上，达到33家。";

function statement(name: string, printed: string, document = "a.txt"): Statement {
  const evidence = { document, line: 1, ...pointsOf(TEXT, printed) };
  return { ...statementOf(statementId(`p/${name}`), indicatorId("p/i")), evidence };
}

const places = (statements: readonly Statement[]) =>
  statedPlaces(new DocumentText(TEXT), "a.txt", statements).map(({ start, end, statements: stated }) => [
    TEXT.slice(start, end),
    stated.map(({ id }) => id),
  ]);

test("the places of a document stand in its order, in units", () => {
  expect(places([statement("s2", "33家"), statement("s1", "150件")])).toEqual([
    ["150件", ["p/s1"]],
    ["33家", ["p/s2"]],
  ]);
});

test("statements whose places overlap share one; those that only touch do not", () => {
  expect(
    places([statement("s1", "150件和42件以上"), statement("s2", "42件"), statement("s3", "，达到33家")]),
  ).toEqual([
    ["150件和42件以上", ["p/s1", "p/s2"]],
    ["，达到33家", ["p/s3"]],
  ]);
});

test("statements of another document and without a place are none of it", () => {
  expect(places([statement("s1", "33家", "b.txt"), { ...statement("s2", "33家"), evidence: null }])).toEqual(
    [],
  );
});
