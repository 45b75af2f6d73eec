import { describe, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { type Risk, RISK_ATTRIBUTE } from "#bridge/risk.ts";
import { guardLeaving } from "#renderer/app/guard-leaving.ts";

/** A page that tells whether it would be asked before it goes, who listens, and what it says of itself. */
function guardedPage() {
  const target = new EventTarget();
  const said = new Map<string, string>();
  let listening = 0;
  const atRisk = createStore<Risk | null>(() => null);
  const unsentForms = createStore(() => 0);
  const listeners = new Set<unknown>();
  const window: Pick<EventTarget, "addEventListener" | "removeEventListener"> = {
    addEventListener: (type: string, listener: EventListener) => {
      listeners.add(listener);
      listening = listeners.size;
      target.addEventListener(type, listener);
    },
    removeEventListener: (type: string, listener: EventListener) => {
      listeners.delete(listener);
      listening = listeners.size;
      target.removeEventListener(type, listener);
    },
  };
  const root = {
    setAttribute: (name: string, value: string) => void said.set(name, value),
    removeAttribute: (name: string) => void said.delete(name),
  };
  guardLeaving({ atRisk, unsentForms }, { window, root });
  return {
    atRisk,
    unsentForms,
    listening: () => listening,
    said: () => said.get(RISK_ATTRIBUTE) ?? null,
    asks: () => !target.dispatchEvent(new Event("beforeunload", { cancelable: true })),
  };
}

describe("leaving a window", () => {
  test("is calm, and nobody listens, while nothing would be lost", () => {
    const page = guardedPage();
    expect([page.listening(), page.said(), page.asks()]).toEqual([0, null, false]);
  });

  test.each(["storing", "only-here"] as const)("is asked about while edits are %s", (risk) => {
    const page = guardedPage();
    page.atRisk.setState(risk, true);
    expect([page.listening(), page.said(), page.asks()]).toEqual([1, risk, true]);
    page.atRisk.setState(null, true);
    expect([page.listening(), page.said(), page.asks()]).toEqual([0, null, false]);
  });

  test("is asked about while a form is not sent off", () => {
    const page = guardedPage();
    page.unsentForms.setState(1, true);
    expect([page.said(), page.asks()]).toEqual(["typed", true]);
    page.unsentForms.setState(0, true);
    expect([page.said(), page.asks()]).toEqual([null, false]);
  });

  test("tells the worst: edits in this window only, then a form, then writes under way", () => {
    const page = guardedPage();
    page.atRisk.setState("storing", true);
    page.unsentForms.setState(1, true);
    expect(page.said()).toBe("typed");
    page.atRisk.setState("only-here", true);
    expect(page.said()).toBe("only-here");
    page.unsentForms.setState(0, true);
    page.atRisk.setState("storing", true);
    expect([page.said(), page.listening()]).toEqual(["storing", 1]);
  });
});
