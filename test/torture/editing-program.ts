import { join } from "node:path";
import { startChromiumShell } from "#main/chromium/start-chromium-shell.ts";
import { findBrowser } from "#main/chromium/find-browser.ts";
import { thisEnvironment } from "#main/host/data-folder.ts";

// A program of its own that a torture kills: the Chromium shell over the editing page. It prints the browser's process first, then what the page says.

const [machine, rendererFolder] = process.argv.slice(2);
if (machine === undefined || rendererFolder === undefined) throw new Error("Name a machine and a page");
const browser = await findBrowser({ named: null, headless: true }, thisEnvironment());
if (!browser.ok) throw new Error("There is no Chromium, Chrome or Edge to test with");
const { context, page } = await startChromiumShell({
  headless: true,
  dataFolder: join(machine, "data"),
  exportFolder: join(machine, "exports"),
  browser: browser.value,
  rendererFolder,
  version: "0.0.0-test",
});
const session = await context.browser()?.newBrowserCDPSession();
const found = await session?.send("SystemInfo.getProcessInfo");
const main = found?.processInfo.find(({ type }) => type === "browser");
console.log(JSON.stringify({ kind: "browser", pid: main?.id ?? 0 }));
page.on("console", (line) => console.log(line.text()));
page.setDefaultTimeout(0);
await page.waitForFunction(() => "startEditing" in window);
await page.evaluate(() => window.startEditing());
