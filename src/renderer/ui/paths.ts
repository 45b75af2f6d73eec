/** Addresses of the rooms, as the hash of the page. */
export const paths = {
  library: "/library",
  settings: "/settings",
  /** The making of the plan after a plan. */
  drafting: (plan: string) => `/plan/${encodeURIComponent(plan)}/next`,
  /** Backups and what can be restored; a part of the settings. */
  backups: "/settings/backups",
  indicators: (plan: string) => `/plan/${encodeURIComponent(plan)}/indicators`,
  /** The indicators of a plan with one of them chosen. */
  indicator: (plan: string, indicator: string) =>
    `/plan/${encodeURIComponent(plan)}/indicators?indicator=${encodeURIComponent(indicator)}`,
  /** The indicators of a plan at one of their cells, by its row and its column in the grid (`target-2030`). */
  cell: (plan: string, indicator: string, column: string) =>
    `/plan/${encodeURIComponent(plan)}/indicators?indicator=${encodeURIComponent(indicator)}&column=${encodeURIComponent(column)}`,
  /** The indicators of a plan at the cell that a statement speaks of. */
  statement: (plan: string, statement: string) =>
    `/plan/${encodeURIComponent(plan)}/indicators?statement=${encodeURIComponent(statement)}`,
  /** The original of a plan; `at` is a place in code points, `document` the beginning of its hash where there are several. */
  source: (
    plan: string,
    at: { readonly start: number; readonly end: number } | null = null,
    document: string | null = null,
  ) => {
    const query = [
      ...(at === null ? [] : [`at=${at.start}-${at.end}`]),
      ...(document === null ? [] : [`document=${encodeURIComponent(document)}`]),
    ].join("&");
    return `/plan/${encodeURIComponent(plan)}/source${query === "" ? "" : `?${query}`}`;
  },
  /** One concept over all plans; without one the open plan beside others, else the concept that was looked at last. */
  compare: (concept?: string) =>
    concept === undefined ? "/compare" : `/compare/${encodeURIComponent(concept)}`,
  /** The open plan beside others; without an open plan the way to one. */
  comparePlans: "/compare?view=plans",
  /** The concept that an indicator belongs to, over all plans. */
  compareIndicator: (indicator: string) => `/compare?indicator=${encodeURIComponent(indicator)}`,
  history: (plan: string) => `/plan/${encodeURIComponent(plan)}/history`,
  /** The gallery of a plan's charts. */
  charts: (plan: string) => `/plan/${encodeURIComponent(plan)}/charts`,
  report: (plan: string) => `/plan/${encodeURIComponent(plan)}/report`,
  /** The history of one cell of a plan, by its row and its field (`target-2030`, `unit`). */
  cellHistory: (plan: string, indicator: string, field: string) =>
    `/plan/${encodeURIComponent(plan)}/history?indicator=${encodeURIComponent(indicator)}&field=${encodeURIComponent(field)}`,
  scenarios: (plan: string) => `/plan/${encodeURIComponent(plan)}/scenarios`,
  /** The worked example of a bundled plan, in its scenario room. */
  example: (plan: string) => `/plan/${encodeURIComponent(plan)}/scenarios?example`,
} as const;
