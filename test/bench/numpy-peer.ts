import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { LognormalPaths } from "./peers/squiggle.ts";

/** What numpy is asked; `file` holds values as 64-bit floats. */
export type NumpyTask =
  | ({ readonly kind: "fresh" | "cached" } & LognormalPaths)
  | { readonly kind: "percentile"; readonly file: string }
  | { readonly kind: "ready" };

/** How long numpy took, and the quantiles it found, by year where there are years. */
export interface NumpyAnswer {
  readonly ms: number;
  readonly quantiles: readonly number[];
}

/** A Python with numpy that is asked one task after the other. */
export class NumpyPeer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  private constructor(script: string) {
    this.#process = spawn("python3", ["-u", script]);
    // Without a program the streams end, and the first answer is missing.
    this.#process.on("error", () => undefined);
    this.#process.stdin.on("error", () => undefined);
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  /** Starts the script; throws when there is no Python, or none with numpy. */
  static async open(script: string): Promise<NumpyPeer> {
    const peer = new NumpyPeer(script);
    await peer.ask({ kind: "ready" });
    return peer;
  }

  /** The answer to a task. */
  async ask(task: NumpyTask): Promise<NumpyAnswer> {
    this.#process.stdin.write(`${JSON.stringify(task)}\n`);
    const line = await this.#lines.next();
    if (line.done === true) throw new Error("python3 with numpy gave no answer");
    const answer: unknown = JSON.parse(line.value);
    if (!isAnswer(answer)) throw new Error(`numpy answered ${line.value}`);
    return answer;
  }

  close(): void {
    this.#process.stdin.end();
  }
}

function isAnswer(value: unknown): value is NumpyAnswer {
  return typeof value === "object" && value !== null && "ms" in value && "quantiles" in value;
}
