import { planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import { draftReport, usualOptions } from "#core/report/draft/draft-report.ts";
import { planWorkbook } from "#core/report/workbook/plan-workbook.ts";
import { PLAIN_LOOK } from "#core/report/chart-look.ts";
import { chartSvg } from "#exchange/chart/chart-svg.ts";
import { readPlanArchive, writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { writeSlides } from "#exchange/slides/write-slides.ts";
import { csvText } from "#exchange/table/csv-text.ts";
import { writeWorkbook } from "#exchange/table/write-workbook.ts";
import { writeWord } from "#exchange/word/write-word.ts";
import { toHtmlTable } from "#renderer/ui/sheet/clipboard-data.ts";
import { sampleContext } from "../core/report/sample-report.ts";
import { SAMPLE_CHART } from "../exchange/chart/sample-chart.ts";
import {
  elements,
  openPackage,
  packageFaults,
  parseXml,
  partText,
} from "../exchange/office/office-package.ts";
import { seedPlan } from "../seed-plan.ts";
import { harmlessPlan, hostilePlan } from "./hostile-plans.ts";
import { HOSTILE_STRINGS } from "./hostile-strings.ts";
import type { TortureRow } from "./torture-row.ts";

/** Kinds of charts that office programs draw from one plan. */
const OFFICE_KINDS = ["fit", "bullet", "radar", "waterfall", "tornado"] as const;
const PLANS = ["taishan-13", "jiangmen-14", "shaoguan-2017"] as const;

/** What a line break or a tab in a text may bring, and the mark by which a cell says that it is text. */
const OF_TEXT = new Set(["w:br", "w:tab", "a:br", "tspan", "text", "xf@quotePrefix"]);

/** What an export may be besides what it is with harmless words: an element, an attribute or a formula more. */
type Fault = string;

interface Taken {
  readonly markup: ReadonlySet<string>;
  readonly formulas: readonly string[];
  readonly faults: readonly string[];
}

/** The office files of a whole plan, each as what its texts become. */
const EXPORTS: Readonly<Record<string, (plan: Plan) => Promise<Taken>>> = {
  xlsx: (plan) => {
    const context = sampleContext(plan);
    return Promise.resolve(officeOf(writeWorkbook(planWorkbook(plan, context, context.scenarios.root))));
  },
  docx: async (plan) => officeOf(await writeWord(reportOf(plan), { editable: true, pictures: new Map() })),
};

/**
 * Goal 10, what leaves the program: a hundred hostile strings in every field of plans, as Excel, Word and PowerPoint file, drawing, CSV, clipboard and plan
 * file. Nothing may come of them that harmless words do not bring: no element, no attribute, no formula.
 */
export async function tortureWithHostileExports(short: boolean): Promise<TortureRow> {
  const faults: Fault[] = [];
  let exports = 0;
  for (const id of short ? PLANS.slice(0, 1) : PLANS) {
    const plan = seedPlan(id);
    for (const [name, write] of Object.entries(EXPORTS)) {
      const usual = await write(harmlessPlan(plan));
      for (let first = 0; first < HOSTILE_STRINGS.length; first += plan.indicators.length * 5) {
        const taken = await write(hostilePlan(plan, first));
        exports += 1;
        faults.push(...differences(usual, taken).map((fault) => `${name} of ${id} from ${first}: ${fault}`));
      }
    }
    faults.push(...(await planFileFaults(plan)));
    exports += 1;
  }
  faults.push(...(await slideFaults()));
  exports += HOSTILE_STRINGS.length;
  for (const text of HOSTILE_STRINGS) {
    faults.push(...[...svgFaults(text), ...csvFaults(text), ...clipboardFaults(text)]);
    exports += 3;
  }
  for (const fault of faults) console.error(fault);
  const figures = { strings: HOSTILE_STRINGS.length, exports, becameMore: faults.length };
  return { goal: 10, runs: exports, ok: faults.length === 0, figures };
}

function reportOf(plan: Plan) {
  const context = {
    ...sampleContext(plan),
    predecessor: { title: plan.title },
    superior: { title: plan.title },
  };
  const options = usualOptions(plan, context);
  const [indicator] = options.charts;
  const [scenario, from] = context.scenarios.scenarios.map(({ id }) => id);
  if (indicator === undefined || scenario === undefined || from === undefined)
    throw new Error(`Nothing of ${plan.id} can be drawn`);
  const placed = OFFICE_KINDS.map((kind) => ({ kind, indicator, measure: "level", scenario, from }) as const);
  return draftReport(plan, context, { ...options, placed });
}

/** The elements and attributes of all parts, and the formulas; sheets are named after scenarios, whose names are left out of them. */
function officeOf(bytes: Uint8Array): Taken {
  const file = openPackage(bytes);
  const markup = new Set<string>();
  const formulas: string[] = [];
  for (const name of file.keys()) {
    if (/\.(?:xml|rels|vml)$/u.test(name))
      for (const each of markupOf(partText(file, name))) markup.add(each);
    if (name.startsWith("xl/worksheets/sheet")) {
      const sheet = parseXml(partText(file, name));
      formulas.push(
        ...elements(sheet, "f").map(({ text }) => text.replace(/'(?:[^']|'')*'!|[^\s!()+\-*/,']+!/gu, "!")),
      );
    }
    if (name.endsWith(".xlsx")) {
      const inner = officeOf(file.get(name) ?? new Uint8Array());
      formulas.push(...inner.formulas);
    }
  }
  return { markup, formulas, faults: packageFaults(file) };
}

function markupOf(xml: string): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (element: ReturnType<typeof parseXml>) => {
    found.add(element.name);
    for (const attribute of Object.keys(element.attributes)) found.add(`${element.name}@${attribute}`);
    for (const child of element.children) walk(child);
  };
  walk(parseXml(xml));
  return found;
}

function differences(usual: Taken, taken: Taken): readonly Fault[] {
  const more = [...taken.markup].filter((each) => !usual.markup.has(each) && !OF_TEXT.has(each));
  const formulas =
    JSON.stringify(taken.formulas) === JSON.stringify(usual.formulas) ? [] : ["other formulas"];
  return [...taken.faults, ...more.map((each) => `${each} came in`), ...formulas];
}

/** A chart with the same words everywhere. */
const chartOf = (words: string): ProjectionChart => ({
  ...SAMPLE_CHART,
  ...{ title: words, unit: words, source: words, historyName: words, targetName: words },
  base: { year: 2015, label: words, projectedLabel: words },
  projections: SAMPLE_CHART.projections.map((line) => ({ ...line, name: words, end: words })),
  milestones: SAMPLE_CHART.milestones.map((milestone) => ({ ...milestone, label: words })),
});

function svgFaults(text: string): readonly Fault[] {
  const draw = (words: string) =>
    markupOf(chartSvg({ kind: "projection", chart: chartOf(words) }, PLAIN_LOOK, []));
  const usual = draw("文字");
  return [...draw(text)]
    .filter((each) => !usual.has(each) && !OF_TEXT.has(each))
    .map((each) => `drawing of ${named(text)}: ${each} came in`);
}

/** One deck with a slide a string: the slide library numbers its parts on from one deck to the next, as no worker of the program writes two. */
async function slideFaults(): Promise<readonly Fault[]> {
  const deck = async (texts: readonly string[]) => {
    const blocks = texts.map(
      (text) =>
        ({
          ...({ kind: "chart", id: text, caption: text, look: PLAIN_LOOK } as const),
          drawing: { kind: "projection", chart: chartOf(text) },
        }) as const,
    );
    const report = { ...reportOf(seedPlan(PLANS[0])), title: texts[0] ?? "", blocks };
    return officeOf(await writeSlides(report, new Map()));
  };
  const taken = await deck(HOSTILE_STRINGS);
  const usual = await deck(HOSTILE_STRINGS.map(() => "文字"));
  return differences(usual, taken).map((fault) => `slides: ${fault}`);
}

const named = (text: string): string => JSON.stringify(text.slice(0, 40));

/** A spreadsheet reads a field as a formula where it begins with one of these, whatever blanks stand before it. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function csvFaults(text: string): readonly Fault[] {
  const line = csvText([[text, "2"]]).slice(1);
  const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*)),2\r\n$/u.exec(line);
  const read = field?.[1]?.replaceAll('""', '"') ?? field?.[2];
  if (read === undefined) return [`csv of ${named(text)}: the field does not end where it should`];
  return FORMULA.test(read) ? [`csv of ${named(text)}: a formula`] : [];
}

function clipboardFaults(text: string): readonly Fault[] {
  const html = toHtmlTable([[text, "2"]]).replace('<meta charset="utf-8">', "");
  const usual = new Set([
    "html",
    "head",
    "body",
    "table",
    "tr",
    "td",
    "td@style",
    "br",
    "br@style",
    "span",
    "span@style",
  ]);
  const closed = html
    // Runs of spaces, as Excel writes its own.
    .replaceAll(/<span style='mso-spacerun:yes'>(\u00a0+ ?)<\/span>/gu, "$1")
    .replaceAll(/<br ([^>]*)>/gu, "<br $1/>")
    .replaceAll(/[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}]|[\u{d800}-\u{dfff}]/gu, "");
  const more = [...markupOf(closed)].filter((each) => !usual.has(each));
  const isText = html.includes("mso-number-format");
  const isNumber = /^-?\d+(?:\.\d+)?$/u.test(text);
  return [
    ...more.map((each) => `clipboard of ${named(text)}: ${each} came in`),
    ...(isText || isNumber ? [] : [`clipboard of ${named(text)}: not marked as text`]),
  ];
}

/** A plan file gives back what went in, or refuses it; nothing in it becomes something else. */
async function planFileFaults(plan: Plan): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (let first = 0; first < HOSTILE_STRINGS.length; first += plan.indicators.length * 5) {
    const hostile = hostilePlan({ ...plan, id: planId("hostile") }, first);
    const read = await readPlanArchive(
      await writePlanArchive({ plans: [{ ...hostile, id: plan.id }], workbench: null }),
    );
    if (!read.ok) faults.push(`plan file of ${plan.id} from ${first}: ${JSON.stringify(read.error)}`);
    else if (read.value.plans[0]?.title !== hostile.title)
      faults.push(`plan file of ${plan.id}: another title`);
  }
  return faults;
}
