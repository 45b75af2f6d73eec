/** Addresses of the rooms, as the hash of the page. */
export const paths = {
  library: "/library",
  settings: "/settings",
  indicators: (plan: string) => `/plan/${encodeURIComponent(plan)}/indicators`,
  scenarios: (plan: string) => `/plan/${encodeURIComponent(plan)}/scenarios`,
} as const;
