import { type BenchRow, type Pair, rowOf } from "./bench-row.ts";
import { openBenchPage } from "./bench-page.ts";
import type { PictureBench } from "./picture-page/picture-page.ts";
import { expectSame } from "./same-values.ts";

const GOAL = 7;
const PICTURES = 50;
const SINGLES = 20;
const BATCH_AIM = 0.4;
const SINGLE_AIM = 2.5;

declare global {
  interface Window {
    readonly pictureBench: PictureBench;
  }
}

/** Goal 7, pictures: 50 charts at 300 dpi as the program draws them against the page alone, and one picture against encoding its pixels. */
export async function pictureGoal(runs: number): Promise<readonly BenchRow[]> {
  const { page, close } = await openBenchPage("picture-page");
  await page.waitForFunction(() => "pictureBench" in window);
  const batches: Pair[] = [];
  for (let run = -1; run < runs; run += 1) {
    const theirs = await page.evaluate((count) => window.pictureBench.onPage(count), PICTURES);
    const ours = await page.evaluate((count) => window.pictureBench.inWorkers(count), PICTURES);
    expectSame("bytes of each picture", ours.sizes, theirs.sizes, 0);
    // The first run finds nothing warm on either side and is not counted.
    if (run >= 0) batches.push({ ours: ours.ms, theirs: theirs.ms });
  }
  const singles: Pair[] = [];
  for (let run = 0; run < SINGLES; run += 1) {
    const { drawn, encoded } = await page.evaluate((at) => window.pictureBench.one(at), run);
    singles.push({ ours: drawn, theirs: encoded });
  }
  await close();
  return [
    rowOf(batches, {
      ...{ goal: GOAL, name: `${PICTURES} charts as PNG at 300 dpi, in workers` },
      ...{ against: "the page alone, one after the other", target: BATCH_AIM },
    }),
    rowOf(singles, {
      ...{ goal: GOAL, name: "a chart as PNG at 300 dpi" },
      ...{ against: "encoding its pixels", target: SINGLE_AIM },
    }),
  ];
}
