import { describe, expect, onTestFinished, test } from "vitest";
import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { simulate } from "#core/projection/monte-carlo/simulate.ts";
import type { SimulationQuestion } from "#core/projection/monte-carlo/simulation-question.ts";
import { ProjectionClient, type ProjectionPort } from "#renderer/workers/projection-client.ts";
import { ProjectionJobs } from "#renderer/workers/projection-jobs.ts";
import type { ProjectionReply, ProjectionRequest } from "#renderer/workers/projection-messages.ts";
import { uncertainQuestion } from "../../workers/uncertain-question.ts";

/** The worker's jobs in this thread, behind a real channel that copies and hands over as one to a worker does. */
function portHere(): ProjectionPort {
  const { port1, port2 } = new MessageChannel();
  const jobs = new ProjectionJobs({
    post: (reply, transfer) => port2.postMessage(reply, transfer),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
  });
  port2.onmessage = ({ data }: MessageEvent<ProjectionRequest>) => void jobs.take(data);
  const port: ProjectionPort = {
    onmessage: null,
    onerror: null,
    postMessage: (request, transfer) => port1.postMessage(request, transfer),
    terminate: () => port1.close(),
  };
  port1.onmessage = (event: MessageEvent<ProjectionReply>) => port.onmessage?.(event);
  return port;
}

function clientOf(workers: number): ProjectionClient {
  const client = new ProjectionClient(Array.from({ length: workers }, portHere));
  onTestFinished(() => client.dispose());
  return client;
}

function answerHere(question: SimulationQuestion) {
  const steps = simulate(question, new NormalStore());
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

describe("simulations in workers", () => {
  test.each([1, 2, 3])("give the bits of one thread: %i workers", async (workers) => {
    const question = uncertainQuestion(30_000);
    expect(await clientOf(workers).simulate(question)).toEqual(answerHere(question));
  });

  test("tell their progress up to the last draw, over all workers", async () => {
    const told: number[] = [];
    const onProgress = ({ done, draws }: { done: number; draws: number }) => {
      expect(draws).toBe(100_000);
      told.push(done);
    };
    const result = await clientOf(2).simulate(uncertainQuestion(100_000), { onProgress });
    expect(result.ok).toBe(true);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test("stop when told to, and answer the next question", async () => {
    const client = clientOf(2);
    const stop = new AbortController();
    const stopped = client.simulate(uncertainQuestion(1_000_000), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(await stopped).toEqual({ ok: false, error: { kind: "cancelled" } });
    const question = uncertainQuestion(1000);
    expect(await client.simulate(question)).toEqual(answerHere(question));
  });

  test("do not start when they were stopped before", async () => {
    const result = await clientOf(1).simulate(uncertainQuestion(1000), { signal: AbortSignal.abort() });
    expect(result).toEqual({ ok: false, error: { kind: "cancelled" } });
  });

  test("answer several questions at a time", async () => {
    const client = clientOf(1);
    const questions = [20_000, 1000, 5000].map((draws) => uncertainQuestion(draws));
    const results = await Promise.all(questions.map((question) => client.simulate(question)));
    expect(results).toEqual(questions.map(answerHere));
  });

  test("hand on why a question has no answer", async () => {
    const result = await clientOf(2).simulate(uncertainQuestion(Number.NaN));
    expect(result).toMatchObject({ ok: false, error: { kind: "draws-out-of-range" } });
  });

  test("tell of a fault in a worker, and of one that breaks", async () => {
    const client = clientOf(1);
    const broken = { ...uncertainQuestion(1000), column: 7 };
    expect(await client.simulate(broken)).toMatchObject({ ok: false, error: { kind: "worker-failed" } });
    const port = portHere();
    const other = new ProjectionClient([port]);
    onTestFinished(() => other.dispose());
    const running = other.simulate(uncertainQuestion(1000));
    port.onerror?.(Object.assign(new Event("error"), { message: "gone" }) as ErrorEvent);
    expect(await running).toEqual({ ok: false, error: { kind: "worker-failed", message: "gone" } });
  });

  test("are cancelled when the workers are sent away", async () => {
    const client = clientOf(1);
    const running = client.simulate(uncertainQuestion(100_000));
    client.dispose();
    expect(await running).toEqual({ ok: false, error: { kind: "cancelled" } });
  });
});
