import { createStore, type StoreApi } from "zustand/vanilla";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { DiskSpace } from "#bridge/disk-space.ts";

/** How often the disk is asked while nothing is edited, in ms. */
const EVERY = 15_000;

/** While edits are made it is asked at most this often, in ms. */
const AT_MOST = 2_000;

/** Knows how full the disk with the planner's data is; `null` until the machine has said so, which counts as enough. */
export class DiskWatch {
  readonly state: StoreApi<DiskSpace | null> = createStore<DiskSpace | null>(() => null);
  readonly #bridge: Pick<DesktopBridge, "diskSpace">;
  readonly #now: () => number;
  readonly #timer: ReturnType<typeof setInterval>;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(bridge: Pick<DesktopBridge, "diskSpace">, now: () => number) {
    this.#bridge = bridge;
    this.#now = now;
    this.#timer = setInterval(() => void this.ask(), EVERY);
    void this.ask();
  }

  /** Whether nothing new may be edited, as known; asks again for the next time. */
  isReadOnly(): boolean {
    if (this.#now() - this.#askedAt >= AT_MOST) void this.ask();
    return this.state.getState()?.level === "read-only";
  }

  /** Asks the machine now. */
  async ask(): Promise<void> {
    this.#askedAt = this.#now();
    try {
      const reply = await this.#bridge.diskSpace();
      if (reply.ok) this.state.setState(reply.value, true);
    } catch {
      // The machine side is gone; that shows wherever something is saved.
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
