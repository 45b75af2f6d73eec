import { type BrowserWindow, dialog } from "electron";
import { RISK_ATTRIBUTE, RISKS, type Risk, riskOf } from "#bridge/risk.ts";
import type { Log } from "../host/log-file.ts";
import { closeQuestion } from "./close-question.ts";
import { HeldClose } from "./held-close.ts";
import type { MenuLocale } from "./menu-labels.ts";

/** How long a window that closes waits for writes under way before the planner is asked, in ms. */
const GRACE = 3_000;

/** Lets a window whose page has something to lose close only once that is saved, or the planner says so. */
export function holdClose(
  window: BrowserWindow,
  { locale, log }: { readonly locale: () => MenuLocale; readonly log: Log },
): void {
  const held = new HeldClose({
    risk: async () => {
      try {
        return riskOf(await inPage(window, `document.documentElement.getAttribute("${RISK_ATTRIBUTE}")`));
      } catch (error) {
        log.bug(error);
        // A page that cannot say it may hold anything.
        return "only-here";
      }
    },
    free: async (of) => {
      try {
        await inPage(window, untilFree(of));
      } catch {
        // The page or the window is gone; whatever waits for it goes on by the clock or the planner.
        await new Promise<never>(() => undefined);
      }
    },
    ask: async (risk, signal) => {
      const { options, answers } = closeQuestion(risk, locale());
      log.write("warn", `asked before a window closes: ${risk}`);
      const { response } = await dialog.showMessageBox(window, { ...options, signal });
      return answers[response] ?? "stay";
    },
    close: () => {
      if (!window.isDestroyed()) window.close();
    },
    grace: GRACE,
  });
  let isClosing = false;
  window.on("close", () => (isClosing = true));
  window.webContents.on("will-prevent-unload", (event) => {
    // Loading the page anew is stopped by the same event; the page then just stays.
    if (isClosing && held.stopped()) event.preventDefault();
    isClosing = false;
  });
}

/** Code for the page: a promise that is kept once it tells none of some risks. */
function untilFree(of: readonly Risk[]): string {
  const told = RISKS.filter((risk) => of.includes(risk));
  return `new Promise((free) => {
    const root = document.documentElement;
    const look = () => {
      if (${JSON.stringify(told)}.includes(root.getAttribute("${RISK_ATTRIBUTE}"))) return;
      observer.disconnect();
      free(null);
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { attributes: true });
    look();
  })`;
}

async function inPage(window: BrowserWindow, code: string): Promise<unknown> {
  const value: unknown = await window.webContents.executeJavaScript(code);
  return value;
}
