import type { ScenarioStudy, Trial } from "#core/scenario/scenario-study.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";

/** A study with what is being tried out. It changes with every trial, so that what is derived from it is derived anew. */
export interface LiveStudy {
  readonly study: ScenarioStudy;
  readonly trial: Trial | null;
  readonly topicOf: (series: number) => SeriesTopic;
}

/** What is tried out at this moment, and what was when the hand last rested: the same object while nothing moves. */
export interface SessionState {
  readonly live: LiveStudy;
  readonly rested: LiveStudy;
  /** Whether a hand holds something, moving or not. */
  readonly held: boolean;
}

/** How long the hand has to rest before more than the path is worked out, in ms. */
const REST_MS = 80;

/**
 * Holds what is tried out on a study, outside of rendering: of the trials that come between two frames only the last is computed,
 * at the beginning of the next frame.
 */
export class StudySession {
  readonly #stored: LiveStudy;
  readonly #listeners = new Set<() => void>();
  #state: SessionState;
  #wanted: Trial | null = null;
  #handedOver: Trial | null = null;
  #frame: number | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(study: ScenarioStudy, topicOf: LiveStudy["topicOf"]) {
    this.#stored = { study, trial: null, topicOf };
    this.#state = { live: this.#stored, rested: this.#stored, held: false };
  }

  /** Tells a listener of every change; for `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The present state; for `useSyncExternalStore`. */
  readonly state = (): SessionState => this.#state;

  /** Takes hold of something, before anything of it has moved. */
  hold(): void {
    this.#tell({ ...this.#state, held: true });
  }

  /** Tries something out from the next frame on. */
  tryOut(trial: Trial): void {
    this.#wanted = trial;
    this.#frame ??= requestAnimationFrame(() => this.#compute());
  }

  /** What the hand has let go of and nobody has been given yet; it stays on show until the stored scenarios change. */
  letGo(): Trial | null {
    this.#compute();
    if (this.#state.held) this.#tell({ ...this.#state, held: false });
    const { trial } = this.#state.live;
    if (trial === this.#handedOver) return null;
    this.#handedOver = trial;
    return trial;
  }

  /** Goes back to what is stored, unless something newer is tried out meanwhile. */
  drop(trial: Trial): void {
    if (this.#state.live.trial !== trial || this.#wanted !== null) return;
    this.#stored.study.suppose(null);
    this.#handedOver = null;
    clearTimeout(this.#rest);
    this.#tell({ live: this.#stored, rested: this.#stored, held: false });
  }

  /** Gives up what waits for a frame or for rest. */
  close(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#wanted = null;
    clearTimeout(this.#rest);
  }

  #compute(): void {
    const trial = this.#wanted;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#wanted = null;
    if (trial === null) return;
    this.#stored.study.suppose(trial);
    this.#tell({ ...this.#state, live: { ...this.#stored, trial } });
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#tell({ ...this.#state, rested: this.#state.live }), REST_MS);
  }

  #tell(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
