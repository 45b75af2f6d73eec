import { describe, expect, onTestFinished, test } from "vitest";
import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { simulate } from "#core/projection/monte-carlo/simulate.ts";
import type { SimulationQuestion } from "#core/projection/monte-carlo/simulation-question.ts";
import { ProjectionClient, startProjectionWorker } from "#renderer/workers/projection-client.ts";
import { uncertainQuestion } from "./uncertain-question.ts";

function clientOf(workers: number): ProjectionClient {
  const client = new ProjectionClient(Array.from({ length: workers }, startProjectionWorker));
  onTestFinished(() => client.dispose());
  return client;
}

function answerHere(question: SimulationQuestion) {
  const steps = simulate(question, new NormalStore());
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

describe("simulations in real workers", () => {
  test.each([1, 2, 3])("give the bits of the page's own thread: %i workers", async (workers) => {
    const question = uncertainQuestion(30_000);
    expect(await clientOf(workers).simulate(question)).toEqual(answerHere(question));
  });

  // The promise: 50 ms from the word to stop to the answer. Of several tries one may be held up by the machine.
  test.each([0, 3000])("stop within 50 ms, in a model of %i more series", async (series) => {
    const client = clientOf(1);
    const question = uncertainQuestion(1_000_000 / (series === 0 ? 1 : 10), series);
    const took: number[] = [];
    for (let run = 0; run < 7; run += 1) {
      const stop = new AbortController();
      let told = 0;
      const onProgress = () => {
        if (told > 0) return;
        told = performance.now();
        stop.abort();
      };
      const result = await client.simulate(question, { signal: stop.signal, onProgress });
      took.push(performance.now() - told);
      expect(result).toEqual({ ok: false, error: { kind: "cancelled" } });
    }
    expect(took.toSorted((a, b) => a - b)[3]).toBeLessThan(50);
  });
});
