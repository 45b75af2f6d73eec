import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { IndicatorRoom } from "../e2e/rooms/indicator-room.ts";
import { Frame } from "../e2e/rooms/frame.ts";
import { LibraryRoom } from "../e2e/rooms/library-room.ts";
import { acknowledgeRecovery } from "../e2e/rooms/recovery-dialog.ts";
import { startWorkbench, type Workbench } from "../e2e/start-workbench.ts";

/** Indicators near each other at the top of the draft's table, so that all are drawn. */
export const ROWS = ["高新技术企业", "国家高新技术企业", "骨干企业研发机构覆盖"] as const;

/** The column that is typed into. */
export const TARGET = "2025 目标表述";

/** How long a torture waits for what is to be seen, in ms; it runs beside much else. */
export const LONGEST_WAIT = 120_000;

const DRAFT = "恩平市科学技术发展“十四五”规划";

/** A running workbench with its draft open. */
export interface OpenDraft {
  readonly workbench: Workbench;
  readonly indicators: IndicatorRoom;
  /** Whether the start told of something that it brought back. */
  readonly told: boolean;
  /** How long the browser and the page took until the library showed, in ms. */
  readonly startMs: number;
}

/** Starts a workbench on a machine and opens its draft, which the first start makes. */
export async function openDraft(machine: string, disk: Disk = nodeDisk): Promise<OpenDraft> {
  const started = performance.now();
  const workbench = await startWorkbench({ machine, disk });
  const { page } = workbench;
  page.setDefaultTimeout(LONGEST_WAIT);
  const library = new LibraryRoom(page);
  await library.ready();
  const startMs = Math.round(performance.now() - started);
  const told = (await acknowledgeRecovery(page)) || (await page.getByText("条修改，截至").isVisible());
  const isThere = (await library.plan(DRAFT).count()) > 0;
  if (isThere) await library.open(DRAFT);
  else await library.startNextPlan("恩平市科学技术发展“十三五”规划");
  const indicators = new IndicatorRoom(page);
  await indicators.ready();
  return { workbench, indicators, told, startMs };
}

/** Waits until the edits so far count as saved. */
export const saved = (workbench: Workbench) => new Frame(workbench.page).waitUntilSaved();

/** The number that a target states; `null` where the cell shows none. */
export async function statedIn(indicators: IndicatorRoom, row: string): Promise<number | null> {
  const digits = /达到(\d+)/u.exec(await indicators.text(row, TARGET))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Types a target with this number. */
export async function type(indicators: IndicatorRoom, row: string, number: number): Promise<void> {
  await indicators.type(row, TARGET, `达到${number}`);
}

/** Ends the browser as a power failure or an impatient planner would: at once. */
export async function killBrowser({ shell }: Workbench): Promise<void> {
  const browser = shell.context.browser();
  if (browser === null) throw new Error("The shell has no browser");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const main = processInfo.find(({ type: kind }) => kind === "browser");
  if (main === undefined) throw new Error("The browser has no process");
  process.kill(main.id, "SIGKILL");
  await shell.ended;
}
