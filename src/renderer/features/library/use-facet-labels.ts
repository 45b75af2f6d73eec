import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { jurisdictionCode, year } from "#core/plan/ids.ts";
import type { JurisdictionLevel, Period, PlanStatus } from "#core/plan/plan.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { useJurisdictions } from "../../data/use-workbench.ts";
import type { Facet, FacetKeys } from "./library-query.ts";
import { areaOf, fiveYearIndex } from "../../data/plan-label.ts";

const LEVELS: readonly JurisdictionLevel[] = [
  "province",
  "prefecture",
  "county-level-city",
  "county",
  "district",
];
const STATUSES: readonly PlanStatus[] = ["issued", "consultation", "draft"];

/** Words and order of the values that facets hold. */
export interface FacetLabels {
  readonly keys: (entry: LibraryEntry) => FacetKeys;
  readonly name: (facet: Facet, value: string) => { readonly label: string; readonly aside: string | null };
  readonly order: (facet: Facet, a: string, b: string) => number;
}

/** The facets of plans in the reader's language. */
export function useFacetLabels(): FacetLabels {
  const { t, i18n } = useTranslation(["library", "shell"]);
  const jurisdictions = useJurisdictions();
  return useMemo(() => {
    const fiveYears = t("library:fiveYears", { returnObjects: true });
    const periodName = (value: string) => {
      const period = readPeriod(value);
      const at = fiveYearIndex(period);
      const label = (at === null ? undefined : fiveYears[at]) ?? t("library:facets.otherPeriod");
      return { label, aside: t("library:facets.span", { ...period }) };
    };
    const area = (value: string) => {
      const found = jurisdictions.get(jurisdictionCode(value));
      return { label: (i18n.language === "en" ? found?.nameEn : found?.name) ?? value, aside: null };
    };
    const level = (value: string) => {
      const known = LEVELS.find((one) => one === value);
      return { label: known === undefined ? value : t(`shell:level.${known}`), aside: null };
    };
    const status = (value: string) => {
      const known = STATUSES.find((one) => one === value);
      return { label: known === undefined ? value : t(`shell:status.${known}`), aside: null };
    };
    const names = { period: periodName, level, area, status };
    return {
      keys: (entry) => ({
        period: `${entry.period.start}-${entry.period.end}`,
        level: entry.level ?? "",
        area: areaOf(entry, jurisdictions)?.code ?? entry.jurisdiction,
        status: entry.status,
      }),
      name: (facet, value) => names[facet](value),
      order: compareValues,
    };
  }, [t, i18n.language, jurisdictions]);
}

function readPeriod(value: string): Period {
  const [start, end] = value.split("-").map(Number);
  return { start: year(start ?? Number.NaN), end: year(end ?? Number.NaN) };
}

/** Five-year plans latest first and other spans last; levels and statuses in their own order; areas by code. */
function compareValues(facet: Facet, a: string, b: string): number {
  if (facet === "period") {
    const rank = (value: string) => fiveYearIndex(readPeriod(value)) ?? -1;
    return rank(b) - rank(a) || b.localeCompare(a);
  }
  const known: readonly string[] = facet === "level" ? LEVELS : facet === "status" ? STATUSES : [];
  return known.indexOf(a) - known.indexOf(b) || a.localeCompare(b);
}
