import type { StoreApi } from "zustand/vanilla";
import { type Risk, RISK_ATTRIBUTE, RISKS } from "#bridge/risk.ts";

/** Where a window's risk comes from: its writes and edits, and the dialogs in whose forms something is typed. */
export interface RiskSources {
  readonly atRisk: StoreApi<Risk | null>;
  readonly unsentForms: StoreApi<number>;
}

/** The page and its root element, as far as they are needed. */
export interface GuardedPage {
  readonly window: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  readonly root: Pick<Element, "setAttribute" | "removeAttribute">;
}

/**
 * Keeps the page from being closed or loaded again unasked while something in it would be lost: the browser then asks, or the shell waits and
 * asks in its place. Only then the page listens, so that every other close is calm.
 */
export function guardLeaving({ atRisk, unsentForms }: RiskSources, { window, root }: GuardedPage): void {
  const stay = (event: Event) => event.preventDefault();
  const follow = () => {
    const risk = worstOf(atRisk.getState(), unsentForms.getState() > 0 ? "typed" : null);
    if (risk === null) {
      window.removeEventListener("beforeunload", stay);
      root.removeAttribute(RISK_ATTRIBUTE);
    } else {
      window.addEventListener("beforeunload", stay);
      root.setAttribute(RISK_ATTRIBUTE, risk);
    }
  };
  atRisk.subscribe(follow);
  unsentForms.subscribe(follow);
  follow();
}

function worstOf(...risks: readonly (Risk | null)[]): Risk | null {
  return RISKS.find((risk) => risks.includes(risk)) ?? null;
}
