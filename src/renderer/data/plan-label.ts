import type { Jurisdiction, Period } from "#core/plan/plan.ts";
import type { JurisdictionCode } from "#core/plan/ids.ts";
import type { LibraryEntry } from "./library-entry.ts";

const FIRST_NAMED_START = 2006;
const YEARS = 5;

/** Place of a period in the row of five-year plans from 2006—2010 (0) on; `null` for any other span of years. */
export function fiveYearIndex(period: Period): number | null {
  const steps = (period.start - FIRST_NAMED_START) / YEARS;
  const whole = Number.isInteger(steps) && steps >= 0 && period.end - period.start === YEARS - 1;
  return whole ? steps : null;
}

/** Name of a plan's jurisdiction in the reader's language. */
export function placeName(entry: LibraryEntry, locale: string): string {
  return locale === "en" ? entry.jurisdictionNameEn : entry.jurisdictionName;
}

/** Name of a jurisdiction without its level: 恩平 for 恩平市, Enping for Enping City. */
export function shortPlace(name: string): string {
  return name.length > 2 ? name.replace(/[市县区]$| (?:City|County|District)$/, "") : name;
}

/** The prefecture (or province) that a plan belongs to: the parent of a county, else the jurisdiction itself. */
export function areaOf(
  entry: LibraryEntry,
  jurisdictions: ReadonlyMap<JurisdictionCode, Jurisdiction>,
): Jurisdiction | null {
  const own = jurisdictions.get(entry.jurisdiction) ?? null;
  if (own === null || own.level === "province" || own.level === "prefecture" || own.parent === null)
    return own;
  return jurisdictions.get(own.parent) ?? own;
}
