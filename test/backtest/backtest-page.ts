import { formatNumber, printedValue } from "#core/indicator/quantity.ts";
import { requiredGrowth } from "#core/path/growth.ts";
import { type BacktestCase, type BacktestHistory, casesOf } from "./backtest-cases.ts";
import { BACKTEST_METHODS, type BacktestMethod, backtest, DAMPING } from "./backtest-methods.ts";

const NAMES = BACKTEST_METHODS.map(({ name }) => name);
const INTRODUCTION = `# Backtests

Written by \`npm run backtest\` from the bundled plans, as it came out; a test keeps it current. Each case takes what the plans of one jurisdiction state
of one concept up to a year and asks every method that has enough observations what a later year would be; the error is what it says less what
became, in percent of what became. No number was chosen afterwards: *growth* and *step* go on by the mean yearly growth and step of the known
values, *damped* keeps ${DAMPING} of its slope each year. Only official observations count, in the calibers of their concepts; values that a plan derives
from a later one (“比2015年提升17.96个百分点”) are known to us now and were known to the planners then.

The documents overlap little: no plan of 2015 and plan of 2020 are of the same place. So the 十三五 can be projected from one value alone (Heshan,
Jiangmen), and more observations than that stand only in Taishan's table of 2011–2015.
`;

/** The page of all backtests. */
export function backtestPage(histories: readonly BacktestHistory[]): string {
  const short = histories.filter(({ points }) => points.length === 2);
  const long = histories.filter(({ points }) => points.length > 2);
  return [
    INTRODUCTION,
    "## From one value\n",
    "One value before, one after: only *hold* can be asked. The last column is the growth a year that it took.\n",
    table(
      ["place", "concept", "known", "became", "hold", "growth a year"],
      short.flatMap((history) => casesOf(history).map(shortRow)),
    ),
    "\n## From a table of years\n",
    "Errors in percent; — where a method has too few observations or cannot go on from them (growth from zero, logarithms of zero), and where 0 became.\n",
    ...long.map(longTable),
    "## By method\n",
    summary(long.flatMap(casesOf)),
  ].join("\n");
}

/** What a method says less what became, in percent of what became; `null` where it says nothing. */
export function errorOf(method: BacktestMethod, { known, became }: BacktestCase): number | null {
  const said = backtest(method, known, became.year);
  return said === null || became.value === 0 ? null : (said / became.value - 1) * 100;
}

function shortRow(each: BacktestCase): readonly string[] {
  const { history, known, became } = each;
  const [base] = known;
  const years = became.year - (base?.year ?? 0);
  const growth = requiredGrowth({ base: base?.value ?? null, level: became.value, years, share: false });
  return [
    history.jurisdiction,
    history.concept,
    known.map(({ year, value }) => `${year}: ${printed(value, history.unit)}`).join(", "),
    `${became.year}: ${printed(became.value, history.unit)}`,
    ...BACKTEST_METHODS.slice(0, 1).map((method) => percent(errorOf(method, each))),
    growth.ok ? percent(growth.value.rate * 100) : "—",
  ];
}

function longTable(history: BacktestHistory): string {
  const stated = history.points
    .map(({ year, value }) => `${year}: ${printed(value, history.unit)}`)
    .join(", ");
  const rows = casesOf(history).map((each) => [
    `${each.known[0]?.year}–${each.known.at(-1)?.year}`,
    String(each.became.year),
    ...BACKTEST_METHODS.map((method) => percent(errorOf(method, each))),
  ]);
  const title = `### ${history.jurisdiction}: ${history.concept}\n\n${stated} (${history.plans.join(", ")})\n`;
  return `${title}\n${table(["known", "asked", ...NAMES], rows)}\n`;
}

/** Mean, median and worst absolute error over the cases in which every method has a value, so that they compare. */
function summary(cases: readonly BacktestCase[]): string {
  const common = cases.filter((each) => BACKTEST_METHODS.every((method) => errorOf(method, each) !== null));
  const rows = BACKTEST_METHODS.map((method) => {
    const errors = common.map((each) => Math.abs(errorOf(method, each) ?? Number.NaN)).sort((a, b) => a - b);
    const next = common.filter(({ known, became }) => became.year === (known.at(-1)?.year ?? 0) + 1);
    const nextErrors = next.map((each) => Math.abs(errorOf(method, each) ?? Number.NaN));
    return [
      method.name,
      share(mean(errors)),
      share(median(errors)),
      share(errors.at(-1) ?? Number.NaN),
      share(mean(nextErrors)),
    ];
  });
  const count = `The ${common.length} cases above in which every method has a value, absolute errors:\n\n`;
  const few =
    "So few cases of one county tell methods apart only roughly, and say nothing of a break in the years after.\n";
  return `${count}${table(["method", "mean", "median", "worst", "mean, one year ahead"], rows)}\n\n${few}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const printed = (value: number, unit: string) =>
  `${formatNumber(printedValue({ value, unit }), null)} ${unit}`.trimEnd();
const percent = (value: number | null) =>
  value === null ? "—" : `${value > 0 ? "+" : ""}${formatNumber(value, 1).replace("-", "−")} %`;
const share = (value: number) => `${formatNumber(value, 1)} %`;
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

function median(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}
