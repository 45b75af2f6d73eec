import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../i18n/resources.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { useJurisdictions } from "./use-workbench.ts";
import { areaOf, fiveYearIndex, placeName, shortPlace } from "./plan-label.ts";

/** Short words for a plan. */
export interface PlanNames {
  /** 恩平“十三五”, or the years where the plan is no five-year plan. */
  readonly short: (entry: LibraryEntry) => string;
  /** 恩平. */
  readonly own: (entry: LibraryEntry) => string;
  /** 县级市 · 恩平 · 江门市. */
  readonly place: (entry: LibraryEntry) => string;
}

/** Short words for plans in the reader's language, or in that of a document. */
export function usePlanNames(language?: Locale): PlanNames {
  const { i18n } = useTranslation(["library", "shell"]);
  const jurisdictions = useJurisdictions();
  const locale = language ?? i18n.language;
  return useMemo(() => {
    const t = i18n.getFixedT(locale, ["library", "shell"]);
    const fiveYears = t("library:fiveYears", { returnObjects: true });
    return {
      short: (entry) => {
        const place = shortPlace(placeName(entry, locale));
        const at = fiveYearIndex(entry.period);
        const name = at === null ? undefined : fiveYears[at];
        return name === undefined
          ? t("library:shortOther", { place, ...entry.period })
          : t("library:shortFiveYear", { place, name });
      },
      own: (entry) => shortPlace(placeName(entry, locale)),
      place: (entry) => {
        const area = areaOf(entry, jurisdictions);
        const level = entry.level === null ? [] : [t(`shell:level.${entry.level}`)];
        const own = placeName(entry, locale);
        const above = area === null ? null : locale === "en" ? area.nameEn : area.name;
        return [...level, ...(above === own || above === null ? [own] : [shortPlace(own), above])].join(
          " · ",
        );
      },
    };
  }, [i18n, locale, jurisdictions]);
}
