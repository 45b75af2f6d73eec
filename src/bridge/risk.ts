/**
 * What would be lost if a window of the program went now, the worst first. `only-here`: edits that neither the database nor the machine's
 * journal took. `typed`: text that stands in an open form. `storing`: writes on their way to the database.
 */
export const RISKS = ["only-here", "typed", "storing"] as const;

/** One of them. */
export type Risk = (typeof RISKS)[number];

/** The attribute of the page's root element that says the worst risk while there is one, for the shell that holds the window's close. */
export const RISK_ATTRIBUTE = "data-at-risk";

/** Reads what a page says; `null` for everything that is no risk. */
export function riskOf(said: unknown): Risk | null {
  return RISKS.find((risk) => risk === said) ?? null;
}
