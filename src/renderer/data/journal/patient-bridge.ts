import type { DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import type { JournalBridge } from "./journal-mirror.ts";

/** How long the machine may take for one call, in ms: far more than a slow stick needs for a piece of the journal. */
const PATIENCE = 10_000;

/**
 * The machine's journal for callers that must not wait for ever, as where a network drive does not answer: such a call counts as refused, and so
 * do all that follow until it is answered, lest they pile up behind it. What is done after all arrives twice later, which the machine answers as done.
 */
export function patientBridge(bridge: JournalBridge): JournalBridge {
  let silent = 0;
  const ask = async <T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    if (silent > 0) return NO_ANSWER;
    const answer = call();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), PATIENCE);
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
  return {
    appendJournal: (...given: Parameters<DesktopBridge["appendJournal"]>) =>
      ask(() => bridge.appendJournal(...given)),
    journalHeads: () => ask(() => bridge.journalHeads()),
    restartJournal: (...given: Parameters<DesktopBridge["restartJournal"]>) =>
      ask(() => bridge.restartJournal(...given)),
  };
}

const NO_ANSWER = { ok: false, code: "internal", message: "The machine has not answered in time" } as const;
