import { expect, test } from "vitest";
import { runOnce } from "#renderer/workers/one-shot-worker.ts";

/** A worker whose text it is. */
function workerOf(text: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

test("a worker gives its result and is ended", async () => {
  const worker = workerOf(`onmessage = ({ data }) => postMessage({ kind: "done", value: data + 1 });`);
  expect(await runOnce<number>(worker, { request: 1 })).toEqual({ ok: true, value: 2 });
});

test("one that says nothing for too long is ended; one that tells of its steps may last", async () => {
  const silent = workerOf('onmessage = () => { postMessage({ kind: "ready" }); for (;;); };');
  expect(await runOnce(silent, { request: null, silence: 100 })).toEqual({
    ok: false,
    error: { kind: "silent" },
  });
  const slow = workerOf(`onmessage = () => {
    let steps = 0;
    postMessage({ kind: "ready" });
    setInterval(() => postMessage((steps += 1) > 8 ? { kind: "done", value: steps } : { kind: "progress", done: steps, of: 9 }), 40);
  };`);
  const told: number[] = [];
  const done = await runOnce<number>(slow, {
    ...{ request: null, silence: 1_000 },
    onProgress: ({ done: steps }) => told.push(steps),
  });
  expect(done).toEqual({ ok: true, value: 9 });
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("one that is stopped, or breaks, has no result", async () => {
  const ending = new AbortController();
  const stopped = runOnce(workerOf("onmessage = () => {};"), { request: null, signal: ending.signal });
  ending.abort();
  expect(await stopped).toEqual({ ok: false, error: { kind: "cancelled" } });
  const broken = workerOf(`onmessage = () => { throw new Error("broken"); };`);
  expect(await runOnce(broken, { request: null })).toMatchObject({
    ok: false,
    error: { kind: "worker-failed" },
  });
});
