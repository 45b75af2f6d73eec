import type { Plan } from "#core/plan/plan.ts";
import { sha256Hex } from "../sha256.ts";
import { checkSpans } from "./check-spans.ts";
import { plainText } from "./plain-text.ts";
import { reasonText } from "./plan-file-error.ts";
import { checkCells } from "./seed-rules/check-cells.ts";
import { checkConcepts } from "./seed-rules/check-concepts.ts";
import { checkEntries } from "./seed-rules/check-entries.ts";
import { checkSums } from "./seed-rules/check-sums.ts";
import { countSeeds } from "./seed-rules/count-seeds.ts";
import { readSeeds, seedErrorText, type Seeds, type SeedTexts, validateSeeds } from "./validate-seeds.ts";

/** What is wrong with the seeds, a line each, and what they hold, in one line. */
export interface SeedsReport {
  readonly problems: readonly string[];
  readonly summary: string;
}

/**
 * Checks the seeds beyond what every plan file must hold: hashes, use of concepts, cells against statements, disagreements, sums,
 * order, duplicates, and places in the documents. `documents` is the text of those source documents that are at hand, by file name.
 */
export async function checkSeeds(
  texts: SeedTexts,
  documents: Readonly<Record<string, string>>,
): Promise<SeedsReport> {
  const sealed = await validateSeeds(texts);
  const unsealed = sealed.ok ? [] : [seedErrorText(sealed.error)];
  const read = sealed.ok ? sealed : readSeeds(texts, 0);
  if (!read.ok) {
    const problems = [...new Set([...unsealed, seedErrorText(read.error)])];
    return { problems, summary: `seeds: cannot be read; ${countOf(problems)}` };
  }
  const seeds = read.value;
  const spans = await checkPlaces(seeds, documents);
  const problems = [
    ...unsealed,
    ...seeds.plans
      .flatMap((plan) => [...checkEntries(plan), ...checkCells(plan), ...checkSums(plan)])
      .concat(checkConcepts(seeds.concepts, seeds.plans))
      .map(({ id, detail }) => `${id}: ${detail}`),
    ...spans.problems,
  ];
  return { problems, summary: `seeds: ${countSeeds(seeds)}; ${spans.summary}; ${countOf(problems)}` };
}

function countOf(problems: readonly string[]): string {
  return problems.length === 1 ? "1 problem" : `${problems.length} problems`;
}

async function checkPlaces(seeds: Seeds, documents: Readonly<Record<string, string>>): Promise<SeedsReport> {
  const checked = seeds.plans.filter((plan) => plan.documents.some(({ file }) => file in documents));
  if (checked.length === 0) {
    return { problems: [], summary: "spans not checked (the documents are not on this machine)" };
  }
  const foreign = await Promise.all(checked.map((plan) => foreignDocuments(plan, documents)));
  const placed = checked.flatMap((plan) => plan.statements.filter(({ evidence }) => evidence !== null));
  const faults = checked.flatMap((plan) =>
    checkSpans(plan, documents).map(({ path, reason }) => ({
      path,
      text: `${idAt(plan, path)}: ${reasonText(reason)}`,
    })),
  );
  const missed = faults.filter(({ path }) => path.startsWith("statements")).length;
  const absent = seeds.plans.length - checked.length;
  const left = absent === 0 ? "" : ` (${absent} documents are not on this machine)`;
  return {
    problems: [
      ...foreign.flat(),
      ...faults.map(({ text }) => text),
      ...checked.flatMap((plan) => quotedGists(plan, documents)),
    ],
    summary: `spans ${placed.length - missed}/${placed.length} hold${left}`,
  };
}

/** Documents at hand that are not the ones that the plan was read from. */
async function foreignDocuments(
  { id, documents: named }: Plan,
  documents: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const found = await Promise.all(
    named.map(async ({ file, sha256 }) => {
      const text = documents[file];
      const same = text === undefined || (await sha256Hex(text)) === sha256;
      return same ? [] : [`${id}: ${file} is not the document that the plan was read from`];
    }),
  );
  return found.flat();
}

/** Clauses that repeat the document's words: their gist is to be our own. */
function quotedGists(plan: Plan, documents: Readonly<Record<string, string>>): readonly string[] {
  const texts = plan.documents.map(({ file }) => plainText(documents[file] ?? ""));
  return plan.clauses.flatMap(({ id, gist }) => {
    const words = plainText(gist).replace(/[。.]$/u, "");
    return texts.some((text) => text.includes(words))
      ? [`${id}: the gist is the document's own sentence`]
      : [];
  });
}

/** The id of the entry that a path of a plan leads to, or the path below the plan's id. */
function idAt(plan: Plan, path: string): string {
  const [, list, at] = /^(statements|tasks|clauses)\[(\d+)\]/u.exec(path) ?? [];
  if (list !== "statements" && list !== "tasks" && list !== "clauses") return `${plan.id} ${path}`;
  return plan[list][Number(at)]?.id ?? `${plan.id} ${path}`;
}
