import { GEOMETRIC } from "../path/path-shape.ts";
import type { Assumption } from "../projection/assumption.ts";

/** Name of a worked example; its words stand in the page's strings under this name. */
export type ExampleId = "enping" | "taishan" | "heshan" | "jiangmen" | "shaoguan";

/** One scenario of an example: its name's key, and what it supposes of which series of the plan. */
export interface ExampleScenario {
  readonly key: string;
  readonly assumptions: readonly (readonly [series: string, assumption: Assumption])[];
}

/**
 * A question about a bundled plan worked out by hand. The first scenario is the root; the others inherit from it. Nothing of
 * it is stored: it opens beside the plan's own scenarios. docs/examples.md has the arithmetic.
 */
export interface WorkedExample {
  readonly id: ExampleId;
  readonly plan: string;
  readonly series: string;
  readonly scenarios: readonly ExampleScenario[];
  /** The scenario that is looked at first. */
  readonly chosen: string;
}

/** What R&D intensity is of: the formula of its concept. */
const INTENSITY: Assumption = { method: "formula", text: "[rd-expenditure] / [gdp] × 100" };

const growth = (rate: number): Assumption => ({ method: "growth", rate, byYear: [] });

/** Growth a year in percent from a value to another in so many years. */
const growthBetween = (from: number, to: number, years: number): number =>
  ((to / from) ** (1 / years) - 1) * 100;

/** Enping asks: with GDP growing by only 5 %, how fast has R&D to grow for 2.5 %? `1.05 × (2.5/1.5)^(1/5) − 1`. */
const ENPING_NEEDED = (1.05 * (2.5 / 1.5) ** (1 / 5) - 1) * 100;

/** Heshan's intensity rose from 1.83 % (2015) to 2.92 % (2019): had GDP stood still, expenditure would have grown so fast. */
const HESHAN_BEFORE = growthBetween(1.83, 2.92, 4);

const taishanPath = (held: readonly { readonly year: number; readonly value: number }[]): Assumption => ({
  ...{ method: "toTarget", shape: GEOMETRIC, year: 2020, level: 2.5, aim: null },
  held,
});

/** The worked examples, one a bundled plan. */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  {
    id: "enping",
    plan: "enping-13",
    series: "enping-13/rd-intensity",
    scenarios: [
      {
        key: "even",
        assumptions: [
          ["enping-13/rd-intensity", INTENSITY],
          ["enping-13/rd-expenditure", growth(5)],
          ["gdp", growth(5)],
        ],
      },
      { key: "needed", assumptions: [["enping-13/rd-expenditure", growth(ENPING_NEEDED)]] },
      {
        key: "faster",
        assumptions: [
          ["enping-13/rd-expenditure", growth(ENPING_NEEDED)],
          ["gdp", growth(8)],
        ],
      },
    ],
    chosen: "needed",
  },
  {
    id: "taishan",
    plan: "taishan-13",
    series: "taishan-13/rd-intensity",
    scenarios: [
      { key: "plan", assumptions: [["taishan-13/rd-intensity", taishanPath([{ year: 2017, value: 2.1 }])]] },
      { key: "even", assumptions: [["taishan-13/rd-intensity", taishanPath([])]] },
      {
        key: "before",
        assumptions: [["taishan-13/rd-intensity", growth(growthBetween(0.94, 1.54, 4))]],
      },
    ],
    chosen: "plan",
  },
  {
    id: "heshan",
    plan: "heshan-14",
    series: "heshan-14/rd-expenditure",
    scenarios: [
      { key: "plan", assumptions: [["heshan-14/rd-expenditure", growth(6)]] },
      { key: "superior", assumptions: [["heshan-14/rd-expenditure", growth(12)]] },
      { key: "before", assumptions: [["heshan-14/rd-expenditure", growth(HESHAN_BEFORE)]] },
    ],
    chosen: "plan",
  },
  {
    id: "jiangmen",
    plan: "jiangmen-14",
    series: "jiangmen-14/high-tech-enterprises",
    scenarios: [
      {
        key: "plan",
        assumptions: [["jiangmen-14/high-tech-enterprises", growth(growthBetween(1845, 2600, 5))]],
      },
      {
        key: "before",
        assumptions: [["jiangmen-14/high-tech-enterprises", growth(growthBetween(205, 1845, 5))]],
      },
      {
        key: "steady",
        assumptions: [
          ["jiangmen-14/high-tech-enterprises", { method: "step", delta: (1845 - 205) / 5, byYear: [] }],
        ],
      },
    ],
    chosen: "plan",
  },
  {
    id: "shaoguan",
    plan: "shaoguan-2017",
    series: "shaoguan-2017/tech-credit-pool-enterprises",
    scenarios: [
      {
        key: "plan",
        assumptions: [
          [
            "shaoguan-2017/tech-credit-pool-enterprises",
            { method: "step", delta: (200 - 33) / 4, byYear: [] },
          ],
        ],
      },
      {
        key: "again",
        assumptions: [
          ["shaoguan-2017/tech-credit-pool-enterprises", { method: "step", delta: 33, byYear: [] }],
        ],
      },
      {
        key: "rate",
        assumptions: [["shaoguan-2017/tech-credit-pool-enterprises", growth(growthBetween(33, 200, 4))]],
      },
    ],
    chosen: "plan",
  },
];

/** The worked example of a plan, `null` where it has none. */
export const exampleOf = (plan: string): WorkedExample | null =>
  WORKED_EXAMPLES.find((example) => example.plan === plan) ?? null;
