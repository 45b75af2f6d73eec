import type { BrowserContext, Page } from "playwright-core";
import type { Log } from "#main/host/log-file.ts";
import { originOf } from "./bind-bridge.ts";
import { PAGE_ORIGIN } from "./page-origin.ts";

/** Opens a further window on the same data, beside the one that is there. Rejects when no window is left. */
export async function openFurtherWindow(context: BrowserContext): Promise<void> {
  const [opener] = ownPages(context);
  if (opener === undefined) throw new Error("There is no window to open another from");
  const opened = context.waitForEvent("page", { timeout: 10_000 });
  // A popup of an app window is an app window too. Without an opener the two cannot reach into each other.
  await opener.evaluate((url) => {
    window.open(url, "_blank", `popup,noopener,width=${outerWidth},height=${outerHeight}`);
  }, `${PAGE_ORIGIN}/`);
  await (await opened).waitForLoadState("domcontentloaded");
}

/** The window with this title as it prints, as a PDF; `null` where there is none. */
export async function printWindow(context: BrowserContext, title: string): Promise<Uint8Array | null> {
  for (const page of ownPages(context)) {
    if ((await page.title()) !== title) continue;
    const session = await context.newCDPSession(page);
    try {
      const { data } = await session.send("Page.printToPDF", {
        printBackground: true,
        preferCSSPageSize: true,
        generateDocumentOutline: true,
      });
      return new Uint8Array(Buffer.from(data, "base64"));
    } finally {
      await session.detach();
    }
  }
  return null;
}

/** Brings the last used window to the front. */
export async function bringToFront(context: BrowserContext): Promise<void> {
  const page = ownPages(context).at(-1);
  if (page === undefined) return;
  const session = await context.newCDPSession(page);
  const { windowId, bounds } = await session.send("Browser.getWindowForTarget");
  if (bounds.windowState === "minimized")
    await session.send("Browser.setWindowBounds", { windowId, bounds: { windowState: "normal" } });
  await session.detach();
  await page.bringToFront();
}

/** Closes every window that shows anything but our own page: a browser's key for a new window, a link with a target. */
export function closeForeignWindows(context: BrowserContext, log: Log): void {
  context.on("page", (page) => {
    void closeIfForeign(page, log);
  });
}

async function closeIfForeign(page: Page, log: Log): Promise<void> {
  try {
    await page.waitForLoadState("domcontentloaded");
    if (originOf(page.url()) === PAGE_ORIGIN) {
      returnStrayWindow(page, log);
      return;
    }
    log.write("warn", `closed a window that showed ${page.url()}`);
    await page.close();
  } catch (error) {
    // It closed by itself in the meantime.
    if (!page.isClosed()) log.bug(error);
  }
}

/** Brings a window back that shows another address than ours in spite of all, such as the browser's own error page. */
export function returnStrayWindow(page: Page, log: Log): void {
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame() || originOf(frame.url()) === PAGE_ORIGIN) return;
    log.write("warn", `brought a window back from ${frame.url().slice(0, 200)}`);
    page.goto(`${PAGE_ORIGIN}/`).catch((error: unknown) => {
      if (!page.isClosed()) log.bug(error);
    });
  });
}

function ownPages(context: BrowserContext): readonly Page[] {
  return context.pages().filter((page) => originOf(page.url()) === PAGE_ORIGIN);
}
