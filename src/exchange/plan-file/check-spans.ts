import { formatNumber } from "#core/indicator/quantity.ts";
import { toHalfWidth } from "#core/indicator/unit.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import type { PlanFileError } from "./plan-file-error.ts";
import { pathText } from "./read-shape.ts";

/** Chinese numerals, in which a number may be printed as well (两家, 四大). */
const NUMERALS = /[〇零一二两三四五六七八九十百千万亿]/u;

/**
 * Statements of a plan whose evidence does not hold their numbers as printed; `documents` is the text of the source
 * documents by file name, and statements of documents that are not among them are passed over.
 */
export function checkSpans(
  plan: Plan,
  documents: Readonly<Record<string, string>>,
): readonly PlanFileError[] {
  const points = new Map(Object.entries(documents).map(([file, text]) => [file, Array.from(text)]));
  return plan.statements.flatMap((statement, at) => {
    const { evidence } = statement;
    const text = evidence === null ? undefined : points.get(evidence.document);
    if (evidence === null || text === undefined) return [];
    const detail = spanFault(statement, evidence, text);
    const path = pathText(["statements", at, "evidence"]);
    return detail === null ? [] : [{ path, reason: { kind: "span" as const, detail } }];
  });
}

function spanFault(
  statement: Statement,
  { line, start, end }: NonNullable<Statement["evidence"]>,
  text: readonly string[],
): string | null {
  if (end > text.length) return `the span ends at ${end}, the document at ${text.length}`;
  const span = text.slice(start, end).join("");
  const printedLine = text.slice(0, start).filter((sign) => sign === "\n").length + 1;
  if (printedLine !== line) return `the span begins in line ${printedLine}, not in line ${line}`;
  const missing = numbersOf(statement).find((number) => !holdsNumber(span, number, statement.decimals));
  return missing === undefined ? null : `the span ${JSON.stringify(span)} does not hold ${missing}`;
}

function numbersOf({ kind, derivation, ...statement }: Statement): readonly number[] {
  // The number of a derived value stands in no document.
  if (kind === "derived" || derivation !== null) return [];
  const { value, low, high, floor, stretch } = statement;
  return [value, low, high, floor, stretch].filter((number) => number !== null);
}

function holdsNumber(span: string, number: number, decimals: number | null): boolean {
  const printed = toHalfWidth(span).replace(/[\s,]/gu, "");
  // A change downwards is told in words: 下降3% is −3.
  const size = Math.abs(number);
  if (printed.includes(formatNumber(size, decimals)) || printed.includes(formatNumber(size, null)))
    return true;
  return !/\d/u.test(printed) && NUMERALS.test(printed);
}
