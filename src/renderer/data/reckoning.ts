import { createStore, type StoreApi } from "zustand/vanilla";
import { type Command, editsOf } from "#core/command/command.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { TaskProgress } from "../workers/one-shot-worker.ts";
import { reckonAhead } from "./edited-plan.ts";

/** An edit of many cells that is being reckoned, and how to give it up. */
export interface Reckoned {
  readonly progress: TaskProgress;
  readonly stop: () => void;
}

/** From how many cells on an edit is reckoned in steps: fewer are done within a frame or two. */
const MANY_CELLS = 500;

/** Reckons large edits of a plan one after the other, while the page goes on; edits that come meanwhile wait, so that none overtakes. */
export class Reckoning {
  readonly running: StoreApi<Reckoned | null> = createStore<Reckoned | null>(() => null);
  #last: Promise<boolean> | null = null;

  /** What an edit has to wait for: `false` once it was given up; `null` for an edit that can be carried out at once. */
  ahead(plan: () => Plan | null | undefined, command: Command): Promise<boolean> | null {
    const cells = editsOf(command).length;
    const earlier = this.#last;
    if (earlier === null && cells < MANY_CELLS) return null;
    const turn = (async () => {
      if (earlier !== null) await earlier;
      return cells < MANY_CELLS || (await this.#reckon(plan(), command, cells));
    })();
    this.#last = turn;
    void turn.finally(() => {
      if (this.#last === turn) this.#last = null;
    });
    return turn;
  }

  /** Gives up the edit under way; `false` where there is none. */
  stop(): boolean {
    const running = this.running.getState();
    running?.stop();
    return running !== null;
  }

  async #reckon(plan: Plan | null | undefined, command: Command, cells: number): Promise<boolean> {
    if (!plan) return true;
    const ending = new AbortController();
    const stop = () => ending.abort();
    const onProgress = (progress: TaskProgress) => this.running.setState({ progress, stop });
    onProgress({ done: 0, of: cells });
    try {
      return await reckonAhead(plan, command, { signal: ending.signal, onProgress });
    } finally {
      this.running.setState(null, true);
    }
  }
}
