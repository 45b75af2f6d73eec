import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshMachine, removeMachine, startWorkbench } from "../e2e/start-workbench.ts";
import { type BenchRow, type Pair, rowOf } from "./bench-row.ts";
import { makeDraft } from "./draft-page.ts";

const EMPTY_PAGE =
  '<!doctype html><html lang="zh-CN"><head><title>empty</title></head><body><p>.</p></body></html>';
const AIM = 2;

/** Goal 9: start of the shell to an editable plan, against an empty page in the same shell. */
export async function startGoal(runs: number): Promise<BenchRow> {
  const machine = await freshMachine();
  const empty = await mkdtemp(join(tmpdir(), "wunian-empty-"));
  await writeFile(join(empty, "index.html"), EMPTY_PAGE);
  const draft = await prepareDraft(machine);
  const pairs: Pair[] = [];
  for (let run = 0; run < runs; run += 1) {
    const theirs = await startToEmpty(machine, empty);
    pairs.push({ ours: await startToPlan(machine, draft), theirs });
  }
  await removeMachine(machine);
  await rm(empty, { recursive: true, force: true });
  return rowOf(pairs, {
    goal: 9,
    name: "start to an editable plan",
    against: "an empty page in the same shell",
    target: AIM,
  });
}

/** Seeds the machine and makes a draft; returns the address of its indicators. */
async function prepareDraft(machine: string): Promise<string> {
  const { page, close } = await startWorkbench({ machine });
  await makeDraft(page);
  const address = await page.evaluate(() => location.hash);
  await close();
  return address;
}

async function startToEmpty(machine: string, rendererFolder: string): Promise<number> {
  const from = performance.now();
  const { page, close } = await startWorkbench({ machine, rendererFolder });
  await page.locator("p").waitFor();
  const ms = performance.now() - from;
  await close();
  return ms;
}

async function startToPlan(machine: string, address: string): Promise<number> {
  const from = performance.now();
  const { page, close } = await startWorkbench({ machine });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await page.getByRole("grid").getByRole("rowheader").first().waitFor();
  const ms = performance.now() - from;
  await close();
  return ms;
}
