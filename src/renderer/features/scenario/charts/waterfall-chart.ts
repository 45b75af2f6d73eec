import type { Contributions, OverrideGroup } from "#core/projection/analysis/contribution.ts";
import type { SpanChart, SpanRow } from "#core/report/span-chart.ts";
import { signedText } from "../answers/answer-text.ts";
import type { Words } from "./scenario-chart.ts";
import type { ValueFormat } from "./value-format.ts";

/** What a waterfall is about. */
export interface WaterfallSource {
  readonly name: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly groups: readonly OverrideGroup[];
  readonly found: Contributions;
  readonly seed: number;
}

/** Parts that get a bar of their own; the rest is told together. */
const MOST = 9;

/** How the value of one scenario becomes that of another, part by part, the largest first. */
export function waterfallChart(source: WaterfallSource, format: ValueFormat, t: Words): SpanChart {
  const { from, to, exact } = source.found;
  const parts = source.found.parts
    .map((amount, at) => ({ name: source.groups[at]?.name ?? "", amount }))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const told =
    parts.length <= MOST
      ? parts
      : [
          ...parts.slice(0, MOST - 1),
          {
            name: t("waterfall.rest", { count: parts.length - MOST + 1 }),
            amount: parts.slice(MOST - 1).reduce((sum, { amount }) => sum + amount, 0),
          },
        ];
  const rows: SpanRow[] = [totalRow(source.from, from, format, "from")];
  let at = from;
  for (const [k, { name, amount }] of told.entries()) {
    rows.push(partRow(`part-${k}`, name, at, amount, format, t));
    at += amount;
  }
  rows.push(totalRow(source.to, to, format, "to"));
  return {
    title: t("waterfall.title", { name: source.name, year: source.year, from: source.from, to: source.to }),
    unit: t("chart.unit", { unit: format.unit }),
    source: t("waterfall.source", {
      orders: exact ? t("waterfall.exact") : t("waterfall.sampled", { seed: source.seed }),
    }),
    rows,
    lines: [],
    stepped: true,
  };
}

function totalRow(name: string, value: number, format: ValueFormat, id: string): SpanRow {
  const span = { from: format.printed(0), to: format.printed(value), role: "total" } as const;
  return { id, name, note: "", spans: [span], leftLabel: "", rightLabel: format.quantity(value) };
}

function partRow(
  id: string,
  name: string,
  at: number,
  amount: number,
  format: ValueFormat,
  t: Words,
): SpanRow {
  const span = {
    from: format.printed(at),
    to: format.printed(at + amount),
    role: amount < 0 ? "fall" : "rise",
  } as const;
  return { id, name, note: "", spans: [span], leftLabel: "", rightLabel: signedText(amount, format, t) };
}
