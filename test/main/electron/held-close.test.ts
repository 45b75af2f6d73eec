import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Risk } from "#bridge/risk.ts";
import { closeQuestion } from "#main/electron/close-question.ts";
import { type CloseAnswer, HeldClose } from "#main/electron/held-close.ts";

const GRACE = 3_000;

/** Stands in for an Electron window: its page stops a close while it has something to lose, told or not. */
function heldWindow() {
  let risk: Risk | null = null;
  let isTelling = true;
  let isOpen = true;
  const watched = new Set<() => void>();
  const questions: { risk: Risk; answer: (answer: CloseAnswer) => void; isShown: () => boolean }[] = [];
  const told = () => (isTelling ? risk : null);
  const close = () => {
    isOpen = isOpen && risk !== null && !held.stopped();
  };
  const held = new HeldClose({
    risk: () => Promise.resolve(told()),
    free: (of) =>
      new Promise((free) => {
        const look = () => {
          const now = told();
          if (now === null || !of.includes(now)) free();
        };
        watched.add(look);
        look();
      }),
    ask: (asked, signal) =>
      new Promise((answer) => {
        let isShown = true;
        signal.addEventListener("abort", () => {
          isShown = false;
          answer("stay");
        });
        questions.push({ risk: asked, answer, isShown: () => isShown });
      }),
    close,
    grace: GRACE,
  });
  return {
    questions,
    close,
    isOpen: () => isOpen,
    set: (now: Risk | null, tells = true) => {
      risk = now;
      isTelling = tells;
      for (const look of watched) look();
    },
  };
}

/** Lets everything that waits for no clock happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("a window whose page stops its close", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("closes by itself, unasked, once writes under way are stored", async () => {
    const window = heldWindow();
    window.set("storing");
    window.close();
    await vi.advanceTimersByTimeAsync(GRACE - 1);
    expect([window.isOpen(), window.questions.length]).toEqual([true, 0]);
    window.set(null);
    await settle();
    expect([window.isOpen(), window.questions.length]).toEqual([false, 0]);
  });

  test("is asked about when writes take longer, and still closes by itself with the question gone", async () => {
    const window = heldWindow();
    window.set("storing");
    window.close();
    await vi.advanceTimersByTimeAsync(GRACE);
    expect(window.questions.map(({ risk }) => risk)).toEqual(["storing"]);
    window.set(null);
    await settle();
    expect([window.isOpen(), window.questions[0]?.isShown()]).toEqual([false, false]);
  });

  test.each([
    ["stay", true],
    ["close", false],
    ["when-saved", true],
  ] as const)("with edits in it only and the answer %s: open is %s", async (answer, isOpen) => {
    const window = heldWindow();
    window.set("only-here");
    window.close();
    await settle();
    expect(window.questions.map(({ risk }) => risk)).toEqual(["only-here"]);
    window.questions[0]?.answer(answer);
    await settle();
    expect(window.isOpen()).toBe(isOpen);
  });

  test("closes by itself after the answer to wait, and not after the one to go back", async () => {
    for (const [answer, isOpen] of [
      ["when-saved", false],
      ["stay", true],
    ] as const) {
      const window = heldWindow();
      window.set("only-here");
      window.close();
      await settle();
      window.questions[0]?.answer(answer);
      await settle();
      window.set(null);
      await settle();
      expect(window.isOpen()).toBe(isOpen);
    }
  });

  test("asks again at the next close, and the wait of the one before counts no more", async () => {
    const window = heldWindow();
    window.set("only-here");
    window.close();
    await settle();
    window.questions[0]?.answer("when-saved");
    await settle();
    window.close();
    await settle();
    expect(window.questions).toHaveLength(2);
    window.questions[1]?.answer("stay");
    await settle();
    window.set(null);
    await settle();
    expect(window.isOpen()).toBe(true);
  });

  test("asks about typed text where the page stops its close and tells nothing", async () => {
    const window = heldWindow();
    window.set("typed", false);
    window.close();
    await settle();
    expect(window.questions.map(({ risk }) => risk)).toEqual(["typed"]);
    window.questions[0]?.answer("close");
    await settle();
    expect(window.isOpen()).toBe(false);
  });
});

describe("the question before a window closes", () => {
  test.each(["zh-CN", "en"] as const)(
    "says in %s what is at risk, with the safe answer for Enter",
    (locale) => {
      const here = closeQuestion("only-here", locale);
      expect(here.answers).toEqual(["when-saved", "stay", "close"]);
      expect(here.options).toMatchObject({ defaultId: 0, cancelId: 1 });
      const typed = closeQuestion("typed", locale);
      expect(typed.answers).toEqual(["stay", "close"]);
      expect(typed.options).toMatchObject({ defaultId: 0, cancelId: 0 });
      const details = (["only-here", "typed", "storing"] as const).map(
        (risk) => closeQuestion(risk, locale).options.detail,
      );
      expect(new Set(details).size).toBe(3);
      for (const { options } of [here, typed]) {
        expect(/\p{Script=Han}/u.test(JSON.stringify(options))).toBe(locale === "zh-CN");
      }
    },
  );

  test("names its buttons in the planner's language", () => {
    expect(closeQuestion("only-here", "zh-CN").options.buttons).toEqual(["保存后关闭", "返回", "仍然关闭"]);
    expect(closeQuestion("typed", "en").options.buttons).toEqual(["Go back", "Close anyway"]);
  });
});
