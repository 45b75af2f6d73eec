import type { BrowserContext, Page } from "playwright-core";
import { crashLimit } from "#main/host/crash-limit.ts";
import type { Log } from "#main/host/log-file.ts";
import { openFurtherWindow } from "./windows.ts";

/**
 * Puts another window in the place of one whose page crashed, which would stand there dead, as long as one is left to open it from. `end` is called where none
 * is: such a run can only be started anew. After {@link crashLimit} a crashed window is just closed.
 */
export function replaceCrashedWindows(context: BrowserContext, log: Log, end: () => void): void {
  const mayReplace = crashLimit();
  const crashed = new WeakSet<Page>();
  const replace = async (page: Page) => {
    log.write("error", "the page of a window crashed");
    crashed.add(page);
    const replaces = mayReplace();
    if (context.pages().every((each) => crashed.has(each))) {
      end();
      return;
    }
    try {
      await page.close();
      if (replaces) await openFurtherWindow(context);
    } catch (error) {
      // The rest went in the meantime, or stands still: with a browser started anew nothing does.
      log.bug(error);
      end();
    }
  };
  const watch = (page: Page) => void page.on("crash", () => void replace(page));
  context.pages().forEach(watch);
  context.on("page", watch);
}
