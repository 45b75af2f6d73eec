import type { Page } from "playwright-core";
import { freshMachine, removeMachine, startWorkbench } from "../e2e/start-workbench.ts";
import { type BenchRow, median, type Pair, rowOf } from "./bench-row.ts";
import { makeDraft } from "./draft-page.ts";
import { editOnce } from "./edit-once.ts";
import { growDraft } from "./grow-draft.ts";

const FEW = 100;
const MANY = 10_000;
const EDITS = 9;
/** Once more takes as long as with few rows, give or take what a machine varies by. */
const AS_LONG = 1.2;

interface Times {
  readonly edit: number;
  readonly scroll: number;
}

/** A draft of 10 000 indicators against one of 100 in the program itself: an edit, and scrolling. */
export async function largePlanGoal(runs: number): Promise<readonly BenchRow[]> {
  const machine = await freshMachine();
  const { page, close } = await startWorkbench({ machine });
  page.setDefaultTimeout(120_000);
  const room = await makeDraft(page);
  const measure = async (rows: number): Promise<Times> => {
    await growDraft(page, rows);
    await page.reload();
    await room.ready();
    const edits: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) edits.push(await editOnce(page, room, `达到${100 + edit}家`));
    return { edit: median(edits), scroll: await scrollFrame(page) };
  };
  const edits: Pair[] = [];
  const scrolls: Pair[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [few, many] = [await measure(FEW), await measure(MANY)];
    edits.push({ theirs: few.edit, ours: many.edit });
    scrolls.push({ theirs: few.scroll, ours: many.scroll });
  }
  await close();
  await removeMachine(machine);
  const against = { goal: 6, against: `${FEW} rows`, target: AS_LONG };
  return [
    rowOf(edits, { ...against, name: `plan of ${MANY} rows in the program: Enter to painted and stored` }),
    rowOf(scrolls, { ...against, name: `plan of ${MANY} rows in the program: a frame while scrolling` }),
  ];
}

/** The mean time from frame to frame while the table scrolls down and up again by some rows a frame, in ms. */
function scrollFrame(page: Page): Promise<number> {
  return page.locator(".grid-frame .ag-grid-viewport").evaluate(async (viewport) => {
    const STEPS = 60;
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    await frame();
    const from = performance.now();
    for (let step = 0; step < STEPS; step += 1) {
      viewport.scrollTop += step < STEPS / 2 ? 90 : -90;
      await frame();
    }
    return (performance.now() - from) / STEPS;
  });
}
