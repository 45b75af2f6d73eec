/** Time of day as 14:32; `at` in ms since the epoch. */
export function formatTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** Date and time of day, as 2026-11-29 14:32; `at` in ms since the epoch. */
export function formatMoment(at: number, locale: string): string {
  // Sweden writes dates the way Chinese offices and engineers do, and the workbench in both languages.
  const day = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(at);
  return `${day} ${formatTime(at, locale)}`;
}

/** A moment as {@link formatMoment}, with its seconds where another one of a list would read the same. In ms since the epoch. */
export function formatMomentAmong(at: number, all: readonly number[], locale: string): string {
  const text = formatMoment(at, locale);
  if (!all.some((other) => other !== at && formatMoment(other, locale) === text)) return text;
  return `${text}:${String(new Date(at).getSeconds()).padStart(2, "0")}`;
}

/** 14:32 on the day of `now`, else the date; both in ms since the epoch. */
export function formatRecent(at: number, now: number, locale: string): string {
  const day = (ms: number) => new Date(ms).toDateString();
  if (day(at) === day(now)) return formatTime(at, locale);
  return new Intl.DateTimeFormat(locale, { month: "2-digit", day: "2-digit" }).format(at);
}

/** The day of a time: 2026年5月3日; `at` in ms since the epoch. */
export function formatDay(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(at);
}
