import { isTableChange } from "#core/command/plan-change.ts";
import type { JournalEntry } from "#core/history/journal-entry.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import { fieldText, type HistoryWords } from "../../i18n/history-text.ts";

/** What an entry is about: the one cell or row that it changed, or the first of several rows; `null` where there is none to name. */
export function entrySubject(
  entry: JournalEntry,
  nameOf: (indicator: IndicatorId) => string | null,
  words: HistoryWords,
): string | null {
  const changes = "changes" in entry ? entry.changes : [];
  const [first, ...others] = changes.filter(isTableChange);
  if (first === undefined || others.some(({ indicator }) => indicator !== first.indicator)) return null;
  const name = nameOf(first.indicator);
  if (name === null || name === "") return null;
  return first.kind === "cell" && others.length === 0
    ? words("history:shown.withUnit", { text: name, unit: fieldText(first.field, words) })
    : name;
}

/** Names of all indicators that entries speak of, also of those that are gone from the plan. */
export function namesInJournal(
  entries: readonly JournalEntry[],
  now: readonly { readonly id: IndicatorId; readonly name: string }[],
): ReadonlyMap<IndicatorId, string> {
  const names = new Map<IndicatorId, string>();
  for (const entry of [...entries].reverse()) {
    for (const change of "changes" in entry ? entry.changes : []) {
      if (!isTableChange(change)) continue;
      const record = change.kind === "row" ? (change.after ?? change.before) : null;
      if (record !== null) names.set(change.indicator, record.indicator.name);
    }
  }
  for (const { id, name } of now) names.set(id, name);
  return names;
}

/** The indicators that entries changed, each once, the latest first. */
export function namesOfRun(
  entries: readonly JournalEntry[],
  nameOf: (indicator: IndicatorId) => string | null,
): readonly string[] {
  const ids = entries
    .flatMap((entry) => ("changes" in entry ? entry.changes : []))
    .flatMap((change) => (isTableChange(change) ? [change.indicator] : []));
  return [...new Set(ids)].flatMap((id) => nameOf(id) ?? []);
}
