import type { NamedVersion } from "#core/history/named-versions.ts";
import type { PointInTime } from "../../data/history/use-history.ts";
import type { JournalPage } from "../../data/history/history-store.ts";
import { formatMoment } from "../../i18n/format-time.ts";
import { entryText, type HistoryWords } from "../../i18n/history-text.ts";

/** What names points in a plan's past. */
export interface PointNames {
  readonly page: JournalPage;
  readonly versions: readonly NamedVersion[];
  readonly locale: string;
}

/** A point in a plan's past in words: 现在, a version's name, 建立时, or when what was done. */
export function pointText(
  point: PointInTime,
  { page, versions, locale }: PointNames,
  words: HistoryWords,
): string {
  if (point === null) return words("history:point.now");
  const version = versions.findLast(({ of }) => of === point);
  if (version !== undefined) return version.name;
  const entry = page.entries.find(({ seq }) => seq <= point);
  if (point === page.first || entry === undefined || entry.seq === page.first)
    return words("history:point.created");
  return words("history:point.entry", {
    time: formatMoment(entry.at, locale),
    what: entryText(entry, words),
  });
}
