import type { Page } from "playwright-core";
import { freshMachine, removeMachine, startWorkbench } from "../e2e/start-workbench.ts";
import { type BenchRow, quantile, spreadOf } from "./bench-row.ts";
import { makeDraft } from "./draft-page.ts";
import { editOnce } from "./edit-once.ts";
import { growDraft } from "./grow-draft.ts";

const P95 = 0.95;
const AIM_MS = 50;
const AIM_RATIO = 3;
const ROWS = 200;

/**
 * Goal 10: Enter in a cell to the value painted and its entry in the database, p95, against an empty strict IndexedDB
 * transaction in the same page, and against a fixed time. The draft is that of Enping's next plan, grown to 200 indicators.
 */
export async function editGoal(runs: number): Promise<readonly BenchRow[]> {
  const machine = await freshMachine();
  const { page, close } = await startWorkbench({ machine });
  const room = await makeDraft(page);
  await growDraft(page, ROWS);
  await page.reload();
  await room.ready();
  const ours: number[] = [];
  const peer: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    peer.push(await emptyTransaction(page));
    ours.push(await editOnce(page, room, `达到${100 + run}家`));
  }
  await close();
  await removeMachine(machine);
  return [
    p95Row(ours, peer, "an empty strict IndexedDB transaction, p95", AIM_RATIO),
    p95Row(ours, [AIM_MS], `${AIM_MS} ms`, 1),
  ];
}

/** The ratio of the p95 of both; the spread is that of single edits against the peer's p95. */
function p95Row(
  ours: readonly number[],
  theirs: readonly number[],
  against: string,
  target: number,
): BenchRow {
  const [oursMs, theirsMs] = [quantile(ours, P95), quantile(theirs, P95)];
  return {
    goal: 10,
    name: `Enter to painted and stored, p95, ${ROWS} indicators`,
    against,
    runs: ours.length,
    oursMs,
    theirsMs,
    ratio: oursMs / theirsMs,
    spread: spreadOf(ours.map((value) => value / theirsMs)),
    target,
  };
}

/** An empty write transaction with strict durability, from its start to its end. */
function emptyTransaction(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open("bench-empty");
        request.onupgradeneeded = () => request.result.createObjectStore("rows");
        request.onerror = () => reject(new Error("no database"));
        request.onsuccess = () => {
          const from = performance.now();
          const transaction = request.result.transaction("rows", "readwrite", { durability: "strict" });
          transaction.objectStore("rows").put(0, 0);
          transaction.oncomplete = () => {
            resolve(performance.now() - from);
            request.result.close();
          };
        };
      }),
  );
}
