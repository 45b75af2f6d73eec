import type { Risk } from "#bridge/risk.ts";

/** What the planner answers: close once everything is saved, go back to the window, or close all the same. */
export type CloseAnswer = "when-saved" | "stay" | "close";

/** A window whose page may stop its close. Nothing here rejects. */
export interface HeldWindow {
  /** What the page would lose now; `null` for nothing that it has told. */
  readonly risk: () => Promise<Risk | null>;
  /** Resolves once the page tells none of these. */
  readonly free: (of: readonly Risk[]) => Promise<void>;
  /** Asks the planner; the question goes away with the signal, and the answer then does not count. */
  readonly ask: (risk: Risk, signal: AbortSignal) => Promise<CloseAnswer>;
  /** Closes the window; its page may stop that again. */
  readonly close: () => void;
  /** How long writes under way are waited for before the planner is asked, in ms. */
  readonly grace: number;
}

/**
 * Decides what becomes of a window whose page stopped its close. Writes under way are waited for; then the window closes by itself. For everything
 * else the planner is asked, and the window goes as soon as nothing is left to lose.
 */
export class HeldClose {
  readonly #window: HeldWindow;
  /** Ends the round before, with its question. */
  #round = new AbortController();
  /** The page told nothing to lose, and the close that followed is the second of its round. */
  #isRepeated = false;
  #letsGo = false;

  constructor(window: HeldWindow) {
    this.#window = window;
  }

  /** The page stopped a close; `true` when the window goes all the same, because the planner said so. */
  stopped(): boolean {
    if (this.#letsGo) return true;
    this.#round.abort();
    this.#round = new AbortController();
    void this.#decide(this.#round.signal, this.#isRepeated);
    this.#isRepeated = false;
    return false;
  }

  async #decide(signal: AbortSignal, isRepeated: boolean): Promise<void> {
    const { risk: told, free, grace } = this.#window;
    await Promise.race([free(["storing"]), pause(grace)]);
    const risk = await told();
    if (signal.aborted) return;
    if (risk === null && !isRepeated) {
      this.#isRepeated = true;
      this.#window.close();
      return;
    }
    await this.#ask(risk, signal);
  }

  async #ask(risk: Risk | null, signal: AbortSignal): Promise<void> {
    const { free, ask, close } = this.#window;
    const asking = new AbortController();
    const saved = risk === null ? new Promise<never>(() => undefined) : free([risk, "storing"]);
    const question = ask(risk ?? "typed", AbortSignal.any([signal, asking.signal]));
    const answer = await Promise.race([question, saved.then(() => "saved" as const)]);
    asking.abort();
    // A later close has its own round.
    const isOver = () => signal.aborted;
    if (isOver() || answer === "stay") return;
    if (answer === "when-saved") await saved;
    if (isOver()) return;
    this.#letsGo = answer === "close";
    close();
  }
}

const pause = (ms: number) => new Promise<void>((end) => setTimeout(end, ms));
