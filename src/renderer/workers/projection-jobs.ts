import { answerContribution } from "#core/projection/analysis/contribution.ts";
import { drawPart } from "#core/projection/monte-carlo/draw-part.ts";
import type { MonteCarloError } from "#core/projection/monte-carlo/monte-carlo-error.ts";
import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { prepareSimulation } from "#core/projection/monte-carlo/prepare-simulation.ts";
import { simulate } from "#core/projection/monte-carlo/simulate.ts";
import { summariseDraws } from "#core/projection/monte-carlo/summarise-draws.ts";
import { ok, type Result } from "#core/result.ts";
import type {
  ProjectionJob,
  ProjectionOutcome,
  ProjectionReply,
  ProjectionRequest,
} from "./projection-messages.ts";

/** How long a job works before it looks for a word to stop, in milliseconds. */
const SLICE_MS = 10;

/** What the jobs need of the place they run in. */
export interface ProjectionPlace {
  readonly post: (reply: ProjectionReply, transfer: Transferable[]) => void;
  /** Lets messages in, then goes on. */
  readonly pause: () => Promise<void>;
  /** Milliseconds from any moment on. */
  readonly now: () => number;
}

/** The jobs of one worker: it takes them in slices, tells their progress, and stops when told to. */
export class ProjectionJobs {
  readonly #place: ProjectionPlace;
  readonly #store = new NormalStore();
  readonly #running = new Set<number>();

  constructor(place: ProjectionPlace) {
    this.#place = place;
  }

  /** Takes a request; settles when the job that it starts has ended. */
  async take(request: ProjectionRequest): Promise<void> {
    if (request.kind === "cancel") {
      this.#running.delete(request.id);
      return;
    }
    const { id, job } = request;
    this.#running.add(id);
    try {
      await this.#run(id, stepsOf(job, this.#store));
    } catch (cause) {
      this.#place.post({ kind: "failed", id, message: String(cause) }, []);
    } finally {
      this.#running.delete(id);
    }
  }

  async #run(id: number, steps: JobSteps): Promise<void> {
    const { post, pause, now } = this.#place;
    let until = now() + SLICE_MS;
    let step = steps.next();
    while (step.done !== true) {
      if (now() >= until) {
        post({ kind: "progress", id, done: step.value }, []);
        await pause();
        if (!this.#running.has(id)) {
          post({ kind: "cancelled", id }, []);
          return;
        }
        until = now() + SLICE_MS;
      }
      step = steps.next();
    }
    post({ kind: "end", id, outcome: step.value }, buffersOf(step.value));
  }
}

/** Yields the draws that are done. */
type JobSteps = Generator<number, Result<ProjectionOutcome, MonteCarloError>>;

function* stepsOf(job: ProjectionJob, store: NormalStore): JobSteps {
  if (job.kind === "simulate") {
    const steps = simulate(job.question, store);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield step.value.done;
    return step.value.ok ? ok({ kind: "summarised", result: step.value.value }) : step.value;
  }
  if (job.kind === "contribute") {
    return ok({ kind: "contributed", result: yield* answerContribution(job.question) });
  }
  const prepared = prepareSimulation(job.question);
  if (!prepared.ok) return prepared;
  if (job.kind === "draw") {
    return ok({ kind: "drawn", part: yield* drawPart(prepared.value, job.range, store) });
  }
  const summing = summariseDraws(prepared.value, job.parts);
  for (let step = summing.next(); ; step = summing.next()) {
    if (step.done === true) return ok({ kind: "summarised", result: step.value });
    yield job.question.draws;
  }
}

/** What is handed over rather than copied. */
function buffersOf(outcome: Result<ProjectionOutcome, MonteCarloError>): Transferable[] {
  if (!outcome.ok) return [];
  if (outcome.value.kind === "drawn") {
    const { samples, tallies } = outcome.value.part;
    return [...samples.map(({ numbers }) => numbers.buffer), tallies.buffer];
  }
  if (outcome.value.kind === "contributed") return [];
  return outcome.value.result.bands.flatMap(({ quantiles, counted, missing }) => [
    quantiles.buffer,
    counted.buffer,
    missing.buffer,
  ]);
}
