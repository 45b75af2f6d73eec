import type { OutlineEntry } from "#core/plan/plan.ts";
import type { Task } from "#core/plan/task.ts";
import type { DocumentText } from "../document/document-text.ts";
import { plainText } from "./plain-text.ts";

/** Signs in a row that a name and its place share at least: names add a word (工程) or leave one out. */
const CORE = 4;
/** The same for a rule, whose name is ours as often as not (举荐人才补贴). */
const RULE_CORE = 2;
/** Signs that are looked at beyond a heading's own, for line breaks and page numbers inside it. */
const HEADING_SLACK = 40;

/** Why a span is not the place of an entry's name; `null` when it is. */
export function nameFault(span: string, task: Task | undefined): string | null {
  if (task === undefined) return null;
  const [printed, name] = [words(span), words(task.name)];
  const core = Math.min(task.kind === "policy" ? RULE_CORE : CORE, printed.length, name.length);
  if (printed !== "" && longestRun(printed, name) >= core) return null;
  // A name may also gather what the text says one after the other.
  if (2 * commonSigns(printed, name) >= name.length) return null;
  // An event may stand at its date.
  if (task.kind === "event" && task.year !== null && plainText(span).includes(`${task.year}年`)) return null;
  return `the span ${JSON.stringify(span)} does not hold the name ${JSON.stringify(task.name)}`;
}

/** Why a heading does not begin where it is said to; `null` when it does or only its line is known. */
export function headingFault({ heading, line, start }: OutlineEntry, text: DocumentText): string | null {
  if (start === null) return null;
  const printedLine = text.lineAt(text.toUnits(start));
  if (printedLine !== line) return `the heading begins in line ${printedLine}, not in line ${line}`;
  const printed = text.slicePoints(start, start + 2 * heading.length + HEADING_SLACK);
  if (plainText(printed).startsWith(plainText(heading))) return null;
  // A page number may stand inside it; its own number is then told by its first sign.
  const same = plainText(printed)[0] === plainText(heading)[0];
  if (same && words(printed).startsWith(words(heading))) return null;
  return `${JSON.stringify(printed.slice(0, heading.length))} stands where ${JSON.stringify(heading)} should begin`;
}

/** Text without white space, digits and punctuation: what a page number or a quotation mark does not change. */
function words(text: string): string {
  return plainText(text).replace(/[\p{P}\p{S}\d]/gu, "");
}

/** Length of the longest run of signs that stands in both texts. */
function longestRun(a: string, b: string): number {
  let longest = 0;
  for (let start = 0; start < a.length; start += 1) {
    while (b.includes(a.slice(start, start + longest + 1)) && start + longest < a.length) longest += 1;
  }
  return longest;
}

/** How many signs of `name` stand in `text` in their order (longest common subsequence). */
function commonSigns(text: string, name: string): number {
  const signs = Array.from(name);
  let row = new Array<number>(signs.length + 1).fill(0);
  for (const sign of text) {
    const next = [0];
    for (const [at, wanted] of signs.entries()) {
      next.push(sign === wanted ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0));
    }
    row = next;
  }
  return row[row.length - 1] ?? 0;
}
