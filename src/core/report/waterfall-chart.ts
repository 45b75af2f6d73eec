import type { Contributions, OverrideGroup } from "../projection/analysis/contribution.ts";
import type { ValueFormat } from "../scenario/value-format.ts";
import type { SpanChart, SpanNames, SpanRow } from "./span-chart.ts";

/** What a waterfall is drawn from, beside the words. */
export interface WaterfallSource {
  /** Names of the two scenarios. */
  readonly from: string;
  readonly to: string;
  readonly groups: readonly OverrideGroup[];
  readonly found: Contributions;
  readonly format: ValueFormat;
}

/** The words of a waterfall, in the language of who reads it. */
export interface WaterfallWords {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly names?: SpanNames;
  /** What the small parts are told as, together. */
  readonly rest: (count: number) => string;
  /** A difference with its sign and unit. */
  readonly signed: (amount: number) => string;
}

/** Parts that get a bar of their own; the rest is told together. */
const MOST = 9;

/** How the value of one scenario becomes that of another, part by part, the largest first. */
export function waterfallChart(source: WaterfallSource, words: WaterfallWords): SpanChart {
  const { format, found } = source;
  const { title, unit, source: line, names = {} } = words;
  const rows: SpanRow[] = [totalRow(source.from, found.from, format, "from")];
  let at = found.from;
  for (const [k, { name, amount }] of toldParts(source, words).entries()) {
    const span = {
      from: format.printed(at),
      to: format.printed(at + amount),
      role: amount < 0 ? "fall" : "rise",
    } as const;
    rows.push({
      ...{ id: `part-${k}`, name, note: "", spans: [span] },
      ...{ leftLabel: "", rightLabel: words.signed(amount) },
    });
    at += amount;
  }
  rows.push(totalRow(source.to, found.to, format, "to"));
  return { title, unit, source: line, key: "", names, rows, lines: [], stepped: true };
}

function toldParts({ found, groups }: WaterfallSource, words: WaterfallWords) {
  const parts = found.parts
    .map((amount, at) => ({ name: groups[at]?.name ?? "", amount }))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  if (parts.length <= MOST) return parts;
  const rest = parts.slice(MOST - 1);
  const amount = rest.reduce((sum, part) => sum + part.amount, 0);
  return [...parts.slice(0, MOST - 1), { name: words.rest(rest.length), amount }];
}

function totalRow(name: string, value: number, format: ValueFormat, id: string): SpanRow {
  const span = { from: format.printed(0), to: format.printed(value), role: "total" } as const;
  return { id, name, note: "", spans: [span], leftLabel: "", rightLabel: format.quantity(value) };
}
