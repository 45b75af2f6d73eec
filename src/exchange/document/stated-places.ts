import type { Statement } from "#core/plan/statement.ts";
import type { DocumentText, UnitSpan } from "./document-text.ts";

/** A place of a document and what is stated there: statements whose places overlap share one. */
export interface StatedPlace extends UnitSpan {
  readonly statements: readonly Statement[];
}

/** The places of a document that statements speak of, in their order. */
export function statedPlaces(
  document: DocumentText,
  file: string,
  statements: readonly Statement[],
): readonly StatedPlace[] {
  const spans = statements
    .flatMap((statement) => {
      const { evidence } = statement;
      return evidence?.document === file ? [{ ...document.span(evidence), statement }] : [];
    })
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const places: { start: number; end: number; statements: Statement[] }[] = [];
  for (const { start, end, statement } of spans) {
    const last = places.at(-1);
    if (last === undefined || start >= last.end) {
      places.push({ start, end, statements: [statement] });
      continue;
    }
    last.end = Math.max(last.end, end);
    last.statements.push(statement);
  }
  return places;
}
