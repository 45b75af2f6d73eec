import { chineseNumbersIn } from "#core/indicator/chinese-number.ts";
import { formatNumber, quantityOf } from "#core/indicator/quantity.ts";
import { toHalfWidth } from "#core/indicator/unit.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Evidence, Statement } from "#core/plan/statement.ts";
import { DocumentText } from "../document/document-text.ts";
import { headingFault, nameFault } from "./check-names.ts";
import type { PlanFileError } from "./plan-file-error.ts";
import { pathText } from "./read-shape.ts";

/**
 * Places of a plan that do not hold what they should: the numbers of statements as printed, the names of programme entries, the
 * lines of clauses, the beginnings of headings. `documents` is the text of the source documents by file name, and places
 * in documents that are not among them are passed over.
 */
export function checkSpans(
  plan: Plan,
  documents: Readonly<Record<string, string>>,
): readonly PlanFileError[] {
  const texts = new Map(Object.entries(documents).map(([file, text]) => [file, new DocumentText(text)]));
  const faults = (
    list: "statements" | "tasks" | "clauses",
    entries: readonly { readonly evidence: Evidence | null }[],
    faultIn: (span: string, at: number) => string | null,
  ) =>
    entries.flatMap(({ evidence }, at) => {
      const text = evidence === null ? undefined : texts.get(evidence.document);
      if (evidence === null || text === undefined) return [];
      const span = text.slicePoints(evidence.start, evidence.end);
      return spanError([list, at, "evidence"], placeFault(evidence, text) ?? faultIn(span, at));
    });
  return [
    ...faults("statements", plan.statements, (span, at) => numberFault(span, plan.statements[at])),
    ...faults("tasks", plan.tasks, (span, at) => nameFault(span, plan.tasks[at])),
    ...faults("clauses", plan.clauses, () => null),
    ...outlineFaults(plan, texts),
  ];
}

/** The outline names no document: it is that of the first. */
function outlineFaults(plan: Plan, texts: ReadonlyMap<string, DocumentText>): readonly PlanFileError[] {
  const text = texts.get(plan.documents[0]?.file ?? "");
  if (text === undefined) return [];
  return plan.outline.flatMap((entry, at) => spanError(["outline", at, "start"], headingFault(entry, text)));
}

function spanError(path: readonly (string | number)[], detail: string | null): readonly PlanFileError[] {
  return detail === null ? [] : [{ path: pathText(path), reason: { kind: "span", detail } }];
}

function placeFault({ line, start, end }: Evidence, text: DocumentText): string | null {
  if (end > text.length) return `the span ends at ${end}, the document at ${text.length}`;
  const printedLine = text.lineAt(text.toUnits(start));
  return printedLine === line ? null : `the span begins in line ${printedLine}, not in line ${line}`;
}

function numberFault(span: string, statement: Statement | undefined): string | null {
  if (statement === undefined) return null;
  const missing = numbersOf(statement).find((number) => !holdsNumber(span, number, statement));
  return missing === undefined ? null : `the span ${JSON.stringify(span)} does not hold ${missing}`;
}

function numbersOf({ kind, derivation, ...statement }: Statement): readonly number[] {
  // The number of a derived value stands in no document.
  if (kind === "derived" || derivation !== null) return [];
  const { value, low, high, floor, stretch } = statement;
  return [value, low, high, floor, stretch].filter((number) => number !== null);
}

function holdsNumber(span: string, number: number, { unit, decimals }: Statement): boolean {
  const printed = toHalfWidth(span).replace(/,/gu, "");
  // A change downwards is told in words: 下降3% is −3.
  const size = formatNumber(Math.abs(number), decimals);
  if (readings(printed).some((reading) => standsIn(reading, size))) return true;
  if (/\d/u.test(printed)) return false;
  // In words the magnitude belongs to the number: 百亿 is 100 亿元.
  const { value } = quantityOf(Math.abs(number), unit ?? "", null);
  return chineseNumbersIn(printed).some((worded) => worded === value || worded === Math.abs(number));
}

/** A span without its white space; once more for each page number that may stand inside it. */
function readings(span: string): readonly string[] {
  const words = span.split(/\s+/u);
  const pages = words.flatMap((word, at) => (/^\d{1,3}$/u.test(word) ? [at] : []));
  return [words, ...pages.map((page) => words.filter((_, at) => at !== page))].map((kept) => kept.join(""));
}

/** Whether a number stands in a text as a number of its own: 3 does not stand in 13. */
function standsIn(text: string, number: string): boolean {
  const before = (at: number) => text.slice(Math.max(0, at - 2), at);
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const after = text.slice(at + number.length, at + number.length + 2);
    if (!/\d\.?$/u.test(before(at)) && !/^\.?\d/u.test(after)) return true;
  }
  return false;
}
