import { createHash } from "node:crypto";
import type { SeedTexts } from "#exchange/plan-file/validate-seeds.ts";

/** The one source document of {@link soundSeeds}. */
export const DOCUMENT = [
  "一、总体目标",
  "2015年专业镇14个，企业9家，获奖3项，其中特等奖1项、三等奖2项，研发投入比2010年提高0.5个百分点，达到1.5%。",
  "到2020年，企业达到33家，专业镇突破20个。",
  "二、主要任务",
  "（一）建设西部科技城",
  "到2020年专业镇达到20个。每年督查一次。",
].join("\n");

const FILE = "plan.txt";

/** A place of the document by the words that stand there; `nth` counts from 0. */
function place(words: string, nth = 0) {
  let at = DOCUMENT.indexOf(words);
  for (let found = 0; found < nth; found += 1) at = DOCUMENT.indexOf(words, at + 1);
  if (at < 0) throw new Error(`${words} is not there`);
  const line = DOCUMENT.slice(0, at).split("\n").length;
  return { document: FILE, line, start: at, end: at + words.length };
}

const concept = (id: string, unit: string, changes: object = {}) => ({
  id,
  zh: id,
  en: id,
  unit,
  quantity: "count",
  direction: "higher",
  measure: "stock",
  range: null,
  formula: null,
  caliber: "全市总数。",
  family: null,
  differs: null,
  aggregation: "sum",
  ...changes,
});

const award = (grade: string) => `innovation-contest-${grade}awards-period-total`;

/** The catalogue of {@link soundSeeds}. */
export const CONCEPTS = [
  concept("high-tech-enterprises", "家", { family: "enterprises", differs: "全部" }),
  concept(award(""), "项"),
  concept(award("special-"), "项"),
  concept(award("third-"), "项"),
  concept("national-high-tech-enterprises", "家", { family: "enterprises", differs: "仅国家级" }),
  concept("rd-intensity", "%", { range: { min: 0, max: 100 } }),
  concept("specialised-towns", "个"),
];

const indicator = (id: string, about: string, unit: string, changes: object = {}) => ({
  id: `test-13/${id}`,
  concept: about,
  name: id,
  unit,
  attribute: "unspecified",
  department: null,
  category: null,
  base: null,
  observations: [],
  targets: [],
  rejected: [],
  ...changes,
});

const observed = (value: number, unit: string, statement: string, decimals = 0) => ({
  year: 2015,
  value,
  unit,
  decimals,
  basis: "stated",
  statement: `test-13/${statement}`,
});

const statement = (number: number, about: readonly [string, string], changes: object) => ({
  id: `test-13/s00${number}`,
  indicator: `test-13/${about[0]}`,
  task: null,
  concept: about[1],
  kind: "observation",
  year: 2015,
  yearBasis: "stated",
  period: null,
  comparedWith: null,
  form: "level",
  value: null,
  low: null,
  high: null,
  floor: null,
  stretch: null,
  unit: null,
  decimals: 0,
  wording: null,
  table: false,
  evidence: null,
  derivation: null,
  note: null,
  ...changes,
});

const towns = ["towns", "specialised-towns"] as const;
const firms = ["firms", "high-tech-enterprises"] as const;
const rd = ["rd", "rd-intensity"] as const;
const goal = { kind: "target", year: 2020, form: "atLeast", wording: "reach" };

/** A plan file in which everything that `seeds:check` looks at is there once and right. */
export const PLAN = {
  format: "wunian-plan",
  version: 1,
  id: "test-13",
  title: "试验市科技“十三五”规划",
  jurisdiction: "440785",
  period: { start: 2016, end: 2020 },
  status: "issued",
  predecessor: null,
  superior: null,
  documents: [{ file: FILE, sha256: createHash("sha256").update(DOCUMENT).digest("hex") }],
  outline: [
    { heading: "一、总体目标", level: 1, line: 1, start: 0 },
    { heading: "二、主要任务", level: 1, line: 4, start: DOCUMENT.indexOf("二、") },
  ],
  indicators: [
    indicator("towns", towns[1], "个", {
      observations: [observed(14, "个", "s001")],
      targets: [{ year: 2020, text: "突破20个", statement: "test-13/s009" }],
    }),
    indicator("firms", firms[1], "家", {
      observations: [observed(9, "家", "s002")],
      targets: [{ year: 2020, text: "达到33家", statement: "test-13/s008" }],
    }),
    indicator("awards", award(""), "项", { observations: [observed(3, "项", "s003")] }),
    indicator("awards-special", award("special-"), "项", { observations: [observed(1, "项", "s004")] }),
    indicator("awards-third", award("third-"), "项", { observations: [observed(2, "项", "s005")] }),
    indicator("rd", rd[1], "%", {
      observations: [
        observed(1.5, "%", "s007", 1),
        { ...observed(1, "%", "s011", 1), year: 2010, basis: "derived" },
      ],
    }),
  ],
  statements: [
    statement(1, towns, { value: 14, unit: "个", evidence: place("14个") }),
    statement(2, firms, { value: 9, unit: "家", evidence: place("9家") }),
    statement(3, ["awards", award("")], { value: 3, unit: "项", evidence: place("3项") }),
    statement(4, ["awards-special", award("special-")], { value: 1, unit: "项", evidence: place("1项") }),
    statement(5, ["awards-third", award("third-")], { value: 2, unit: "项", evidence: place("2项") }),
    statement(6, rd, {
      value: 0.5,
      unit: "个百分点",
      decimals: 1,
      form: "change",
      comparedWith: 2010,
      evidence: place("0.5个百分点"),
    }),
    statement(7, rd, { value: 1.5, unit: "%", decimals: 1, evidence: place("1.5%") }),
    statement(8, firms, { ...goal, value: 33, unit: "家", evidence: place("33家") }),
    statement(9, towns, {
      ...goal,
      form: "exceed",
      wording: "break-through",
      value: 20,
      unit: "个",
      evidence: place("20个"),
    }),
    {
      ...statement(10, towns, { ...goal, value: 20, unit: "个", evidence: place("20个", 1) }),
      id: "test-13/s010",
    },
    {
      ...statement(11, rd, {
        kind: "derived",
        year: 2010,
        yearBasis: "derived",
        value: 1,
        unit: "%",
        decimals: 1,
        derivation: { formula: "1.5 - 0.5", from: ["test-13/s006", "test-13/s007"] },
      }),
      id: "test-13/s011",
    },
  ],
  disagreements: [
    {
      indicator: "test-13/towns",
      year: 2020,
      official: "test-13/s009",
      others: ["test-13/s010"],
      reason: "目标部分为正式口径。",
    },
  ],
  tasks: [
    {
      id: "test-13/t001",
      kind: "task",
      name: "建设西部科技城",
      parent: null,
      bodies: [],
      year: null,
      evidence: place("建设西部科技城"),
      note: null,
    },
  ],
  clauses: [
    {
      id: "test-13/c01",
      topic: "monitoring",
      gist: "规划执行情况一年检查一回。",
      bodies: [],
      evidence: place("每年督查"),
    },
  ],
};

/** Seed files of a catalogue and plans, sealed by a manifest that is right about them. */
export function seedTexts(concepts: unknown, plan: unknown): SeedTexts {
  const jurisdiction = { code: "440785", name: "恩平市", nameEn: "Enping", level: "county", parent: null };
  const files: Record<string, string> = {
    "concepts.json": JSON.stringify(concepts),
    "jurisdictions.json": JSON.stringify([jurisdiction]),
    "plans/test-13.json": JSON.stringify(plan),
  };
  const hashes: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    hashes[path] = createHash("sha256").update(text).digest("hex");
  }
  return { ...files, "manifest.json": JSON.stringify({ version: 2, files: hashes }) };
}
