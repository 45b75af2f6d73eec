import type { Reply } from "#bridge/desktop-bridge.ts";

/** Calls the machine and gives its reply, or a refusal where that takes too long. */
type Ask = <T>(call: () => Promise<Reply<T>>) => Promise<Reply<T>>;

/**
 * Gives a way to call the machine for callers that must not wait for ever, as where a network drive does not answer: a call that takes longer
 * than `limit` ms counts as refused, and so do all that follow until it is answered, lest they pile up behind it.
 */
export function patience(limit: number): Ask {
  let silent = 0;
  return async (call) => {
    if (silent > 0) return NO_ANSWER;
    const answer = call();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), limit);
    });
    try {
      const first = await Promise.race([answer, tooLate]);
      if (first !== "late") return first;
    } finally {
      clearTimeout(timer);
    }
    silent += 1;
    const answered = () => {
      silent -= 1;
    };
    void answer.then(answered, answered);
    return NO_ANSWER;
  };
}

const NO_ANSWER = { ok: false, code: "internal", message: "The machine has not answered in time" } as const;
