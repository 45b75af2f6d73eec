import { assertNever } from "#core/assert-never.ts";
import type { ScenarioDifference } from "#core/history/compare-scenarios.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import type { ChangeLine } from "#core/report/change-report.ts";
import type { Driver } from "#core/scenario/driver.ts";
import type { SeriesOverride } from "#core/scenario/scenario.ts";
import { partRecords } from "#core/scenario/scenario-record.ts";
import { type AssumptionWords, partText } from "../../i18n/assumption-text.ts";
import type { HistoryWords } from "../../i18n/history-text.ts";

/** What differs in scenarios and drivers, in words. */
export function scenarioDifferenceText(
  difference: ScenarioDifference,
  words: HistoryWords,
  told: AssumptionWords,
): readonly ChangeLine[] {
  switch (difference.kind) {
    case "added":
      return [{ item: words("history:scenario.scenario"), before: "", after: difference.scenario }];
    case "removed":
      return [{ item: words("history:scenario.scenario"), before: difference.scenario, after: "" }];
    case "renamed":
      return [{ ...difference, item: words("history:scenario.name") }];
    case "note":
    case "parent": {
      const { kind, scenario, before, after } = difference;
      const item = words(`history:scenario.${kind}`, { scenario });
      return [{ item, before: before ?? "", after: after ?? "" }];
    }
    case "override":
      return overrideText(difference, words, told);
    case "driver": {
      const name = (difference.after ?? difference.before)?.name ?? "";
      const text = (driver: Driver | null) => (driver === null ? "" : driverText(driver, told));
      const item = words("history:scenario.driver", { name });
      return [{ item, before: text(difference.before), after: text(difference.after) }];
    }
    default:
      return assertNever(difference);
  }
}

function overrideText(
  difference: Extract<ScenarioDifference, { readonly kind: "override" }>,
  words: HistoryWords,
  told: AssumptionWords,
): readonly ChangeLine[] {
  const { scenario, series, before, after } = difference;
  const said = (parts: SeriesOverride) =>
    new Map(partRecords(parts).map((record) => [record.part, partText(record, series.unit, told)]));
  const [was, is] = [said(before), said(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((part) => ({
    item: words("history:scenario.override", {
      scenario,
      series: series.name,
      part: told(`part.${part}`),
    }),
    before: was.get(part) ?? words("history:scenario.inherited"),
    after: is.get(part) ?? words("history:scenario.inherited"),
  }));
}

function driverText({ unit, known }: Driver, told: AssumptionWords): string {
  const values = known.map(({ year, value }) =>
    told("year", { year, value: formatAmount({ value, unit, decimals: null }) }),
  );
  return told("amount", { value: values.join(told("join")), unit }).trim();
}
