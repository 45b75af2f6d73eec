import { afterEach, beforeEach, expect, test } from "vitest";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { acknowledgeRecovery } from "./rooms/recovery-dialog.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const KILLS = 10;
const DRAFT = "恩平市科学技术发展“十四五”规划";
/** Indicators near each other at the top of the table, so that all are drawn. */
const ROWS = ["高新技术企业", "国家高新技术企业", "新增高新技术产品"];
const TARGET = "2025 目标表述";

let machine: string;
let workbench: Workbench;
beforeEach(async () => {
  machine = await freshMachine();
});
afterEach(async () => {
  await workbench.close();
  await removeMachine(machine);
});

test(`keeps every acknowledged edit over ${KILLS} kills of the browser in the middle of work`, async () => {
  workbench = await startWorkbench({ machine });
  const library = new LibraryRoom(workbench.page);
  await library.ready();
  await library.startNextPlan("恩平市科学技术发展“十三五”规划");
  await new Frame(workbench.page).waitUntilSaved();

  let typed = 100;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const indicators = new IndicatorRoom(workbench.page);
    await indicators.ready();
    const acknowledged = new Map<string, string>();
    for (const row of ROWS) acknowledged.set(row, await typeNext(indicators, row));
    await new Frame(workbench.page).waitUntilSaved();
    // These may be there or not, but never by half; the kill falls into the middle of their writing.
    const pending = new Map<string, string>();
    for (const row of ROWS.slice(0, kill % (ROWS.length + 1))) {
      pending.set(row, await typeNext(indicators, row));
    }
    await killBrowser(workbench);

    workbench = await startWorkbench({ machine });
    const shown = new LibraryRoom(workbench.page);
    await shown.ready();
    // What the browser itself lost when it was killed has come back from the machine's journal, which is told.
    await acknowledgeRecovery(workbench.page);
    await shown.open(DRAFT);
    const after = new IndicatorRoom(workbench.page);
    await after.ready();
    for (const row of ROWS) {
      const allowed = [acknowledged.get(row), pending.get(row)];
      expect(allowed).toContain(await after.text(row, TARGET));
    }
    await new Frame(workbench.page).waitUntilSaved();
  }

  async function typeNext(indicators: IndicatorRoom, row: string): Promise<string> {
    typed += 1;
    await indicators.type(row, TARGET, `达到${typed}家`);
    return `达到${typed}${row === "新增高新技术产品" ? "个" : "家"}`;
  }
}, 180_000);

/** Ends the browser as a power failure or an impatient planner would: at once. */
async function killBrowser({ shell }: Workbench): Promise<void> {
  const browser = shell.context.browser();
  if (browser === null) throw new Error("the shell has no browser");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const main = processInfo.find(({ type }) => type === "browser");
  if (main === undefined) throw new Error("the browser has no process");
  process.kill(main.id, "SIGKILL");
  await shell.ended;
}
