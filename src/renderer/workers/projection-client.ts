import type {
  ContributionGap,
  ContributionQuestion,
  Contributions,
} from "#core/projection/analysis/contribution.ts";
import { blockRanges } from "#core/projection/monte-carlo/block-ranges.ts";
import type { MonteCarloError } from "#core/projection/monte-carlo/monte-carlo-error.ts";
import type { SimulationProgress } from "#core/projection/monte-carlo/simulate.ts";
import type {
  SimulationPart,
  SimulationQuestion,
  SimulationResult,
} from "#core/projection/monte-carlo/simulation-question.ts";
import { err, ok, type Result } from "#core/result.ts";
import type {
  ProjectionJob,
  ProjectionOutcome,
  ProjectionReply,
  ProjectionRequest,
} from "./projection-messages.ts";

/** Why a simulation in workers has no result; `message` is English, for the details. */
export type SimulationFailure =
  | MonteCarloError
  | { readonly kind: "cancelled" }
  | { readonly kind: "worker-failed"; readonly message: string };

/** What the client needs of a worker. */
export interface ProjectionPort {
  onmessage: ((event: MessageEvent<ProjectionReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage: (request: ProjectionRequest, transfer: Transferable[]) => void;
  terminate: () => void;
}

/** How to follow a simulation, and how to stop it. */
export interface SimulationWatch {
  readonly onProgress?: (progress: SimulationProgress) => void;
  readonly signal?: AbortSignal;
}

/** A job on its way. */
interface Waiting {
  readonly settle: (result: Result<ProjectionOutcome, SimulationFailure>) => void;
  readonly progress: (done: number) => void;
}

/** Starts a worker for projections. */
export const startProjectionWorker = (): ProjectionPort =>
  new Worker(new URL("./projection.worker.ts", import.meta.url), { type: "module" });

/** Runs simulations in workers, which it keeps, because they remember what they have drawn. */
export class ProjectionClient {
  readonly #ports: readonly ProjectionPort[];
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  /** @param ports the workers; a simulation is shared out among them */
  constructor(ports: readonly ProjectionPort[]) {
    this.#ports = ports;
    for (const port of ports) {
      port.onmessage = ({ data }) => this.#hear(data);
      port.onerror = ({ message }) => this.#fail(message);
    }
  }

  /** Answers a question; the answer does not depend on the number of workers. */
  async simulate(
    question: SimulationQuestion,
    watch: SimulationWatch = {},
  ): Promise<Result<SimulationResult, SimulationFailure>> {
    const ranges = blockRanges(question.draws, this.#ports.length);
    const done = ranges.map(() => 0);
    const tell = (at: number) => (draws: number) => {
      done[at] = draws;
      watch.onProgress?.({ done: done.reduce((sum, each) => sum + each, 0), draws: question.draws });
    };
    if (ranges.length === 1) {
      return resultOf(await this.#start(0, { kind: "simulate", question }, [], watch, tell(0)));
    }
    const drawn = await Promise.all(
      ranges.map((range, at) => this.#start(at, { kind: "draw", question, range }, [], watch, tell(at))),
    );
    const parts: SimulationPart[] = [];
    for (const each of drawn) {
      if (!each.ok) return each;
      if (each.value.kind === "drawn") parts.push(each.value.part);
    }
    const job = { kind: "summarise", question, parts } as const;
    return resultOf(await this.#start(0, job, parts.flatMap(buffersOf), watch, () => undefined));
  }

  /** What explains the difference between two scenarios; progress is told as a part of 1. */
  async contribute(
    question: ContributionQuestion,
    watch: SimulationWatch = {},
  ): Promise<Result<Result<Contributions, ContributionGap>, SimulationFailure>> {
    const tell = (done: number) => watch.onProgress?.({ done, draws: 1 });
    const outcome = await this.#start(0, { kind: "contribute", question }, [], watch, tell);
    if (!outcome.ok) return outcome;
    return outcome.value.kind === "contributed" ? ok(outcome.value.result) : err(WRONG_ANSWER);
  }

  /** Ends the workers; what is still running is cancelled. */
  dispose(): void {
    for (const port of this.#ports) port.terminate();
    for (const { settle } of this.#waiting.values()) settle(err({ kind: "cancelled" }));
    this.#waiting.clear();
  }

  #start(
    at: number,
    job: ProjectionJob,
    transfer: Transferable[],
    { signal }: SimulationWatch,
    progress: Waiting["progress"],
  ): Promise<Result<ProjectionOutcome, SimulationFailure>> {
    const port = this.#ports[at];
    if (signal?.aborted === true) return Promise.resolve(err({ kind: "cancelled" }));
    if (port === undefined)
      return Promise.resolve(err({ kind: "worker-failed", message: "There is no worker" }));
    const id = (this.#lastId += 1);
    const cancel = () => port.postMessage({ kind: "cancel", id }, []);
    signal?.addEventListener("abort", cancel, { once: true });
    return new Promise<Result<ProjectionOutcome, SimulationFailure>>((settle) => {
      this.#waiting.set(id, { settle, progress });
      port.postMessage({ kind: "start", id, job }, transfer);
    }).finally(() => signal?.removeEventListener("abort", cancel));
  }

  #hear(reply: ProjectionReply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if (reply.kind === "progress") {
      waiting.progress(reply.done);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.kind === "end") waiting.settle(reply.outcome);
    else if (reply.kind === "cancelled") waiting.settle(err({ kind: "cancelled" }));
    else waiting.settle(err({ kind: "worker-failed", message: reply.message }));
  }

  /** A worker that broke tells no id: everything on its way has failed. */
  #fail(message: string): void {
    for (const { settle } of this.#waiting.values()) settle(err({ kind: "worker-failed", message }));
    this.#waiting.clear();
  }
}

function resultOf(
  outcome: Result<ProjectionOutcome, SimulationFailure>,
): Result<SimulationResult, SimulationFailure> {
  if (!outcome.ok) return outcome;
  return outcome.value.kind === "summarised" ? ok(outcome.value.result) : err(WRONG_ANSWER);
}

const WRONG_ANSWER: SimulationFailure = {
  kind: "worker-failed",
  message: "The worker answered another job",
};

const buffersOf = ({ samples, tallies }: SimulationPart): ArrayBufferLike[] => [
  ...samples.map(({ numbers }) => numbers.buffer),
  tallies.buffer,
];
