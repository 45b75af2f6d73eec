/** Addresses of the rooms, as the hash of the page. */
export const paths = {
  library: "/library",
  settings: "/settings",
  indicators: (plan: string) => `/plan/${encodeURIComponent(plan)}/indicators`,
  /** The indicators of a plan with one of them chosen. */
  indicator: (plan: string, indicator: string) =>
    `/plan/${encodeURIComponent(plan)}/indicators?indicator=${encodeURIComponent(indicator)}`,
  scenarios: (plan: string) => `/plan/${encodeURIComponent(plan)}/scenarios`,
} as const;
