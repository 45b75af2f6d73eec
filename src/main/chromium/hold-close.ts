import type { BrowserContext, Dialog, Page } from "playwright-core";
import { type Risk, RISK_ATTRIBUTE, riskOf } from "#bridge/risk.ts";
import type { Log } from "#main/host/log-file.ts";

/** How long a window that closes waits for writes under way, in ms; after that the browser asks, or a run that ends closes it. */
const GRACE = 3_000;

/** How often a page is looked at meanwhile, in ms. */
const LOOK_EVERY = 50;

/** The binding through which a page's risk reaches the shell: a page that asks stands still and cannot be looked at. */
const RISK_BINDING = "wunianAtRisk";

/**
 * Leaves the browser's question before a window goes with something to lose to the planner, whom the driver would answer for otherwise. A question about
 * writes under way is taken back: they are waited for, and the window is closed, or loaded, once more. `leave` hears of each question that
 * is left to the planner. Holds for pages that are loaded from now on.
 */
export async function holdClose(
  context: BrowserContext,
  log: Log,
  leave: (dialog: Dialog) => void,
): Promise<void> {
  const held = new WeakMap<Page, HeldPage>();
  const hold = (page: Page) => {
    const made = new HeldPage(page, log);
    held.set(page, made);
    void made.watch();
  };
  context.pages().forEach(hold);
  context.on("page", hold);
  context.on("dialog", (dialog) => {
    const page = dialog.page();
    const own = page === null ? undefined : held.get(page);
    if (dialog.type() !== "beforeunload") void dialog.dismiss().catch(() => undefined);
    else if (own?.waits() === true) void own.goAgain(dialog);
    else leave(dialog);
  });
  await context.exposeBinding(RISK_BINDING, ({ page }, said: unknown) => held.get(page)?.hear(riskOf(said)));
  await context.addInitScript(tellRisk, { binding: RISK_BINDING, attribute: RISK_ATTRIBUTE });
}

/** Runs in the page, before its own code: hands on what its root element says. */
function tellRisk({ binding, attribute }: { readonly binding: string; readonly attribute: string }): void {
  if (window !== window.top) return;
  const tell = () => {
    const bound: unknown = Reflect.get(window, binding);
    if (typeof bound !== "function") return;
    Reflect.apply(bound, undefined, [document.documentElement.getAttribute(attribute)]);
  };
  const begin = () => {
    new MutationObserver(tell).observe(document.documentElement, { attributeFilter: [attribute] });
    tell();
  };
  // There is no root element yet; once it is parsed, the page's own scripts have not run.
  document.addEventListener("readystatechange", begin, { once: true });
}

/** One window, and how it is about to go. */
class HeldPage {
  readonly #page: Page;
  readonly #log: Log;
  #risk: Risk | null = null;
  /** The page is being loaded anew; else what goes is the window. */
  #isLoading = false;
  /** What was under way has had its time: the next question is for the planner. */
  #hasWaited = false;

  constructor(page: Page, log: Log) {
    this.#page = page;
    this.#log = log;
  }

  /** Learns whether the page is being loaded. */
  async watch(): Promise<void> {
    try {
      const session = await this.#page.context().newCDPSession(this.#page);
      const { frameTree } = await session.send("Page.getFrameTree");
      await session.send("Page.enable");
      const note = (isLoading: boolean) => (event: { readonly frameId: string }) => {
        if (event.frameId === frameTree.frame.id) this.#isLoading = isLoading;
      };
      session.on("Page.frameStartedLoading", note(true));
      session.on("Page.frameStoppedLoading", note(false));
    } catch (error) {
      if (!this.#page.isClosed()) this.#log.bug(error);
    }
  }

  hear(risk: Risk | null): void {
    this.#risk = risk;
  }

  /** Whether what the page asks about is to be waited for. */
  waits(): boolean {
    const waits = this.#risk === "storing" && !this.#hasWaited;
    this.#hasWaited = false;
    return waits;
  }

  /** Takes the question back, waits for what is under way, and lets the window go once more. */
  async goAgain(dialog: Dialog): Promise<void> {
    const isLoading = this.#isLoading;
    try {
      await dialog.dismiss();
      await settle(this.#page);
      this.#hasWaited = true;
      if (isLoading) await reload(this.#page);
      else await this.#page.close({ runBeforeUnload: true });
    } catch (error) {
      if (!this.#page.isClosed()) this.#log.bug(error);
    }
  }
}

/** Closes every window as its own button would, without a question: what is under way gets its time, and what is half typed is kept. */
export async function closeWindows(context: BrowserContext, log: Log): Promise<void> {
  const close = async (page: Page) => {
    await settle(page);
    if (await page.evaluate((name) => document.documentElement.hasAttribute(name), RISK_ATTRIBUTE))
      log.write("warn", "closed a window with something that was not saved");
    await page.close();
  };
  const closed = context.pages().map((page) => close(page).catch(() => undefined));
  // A page that stands still is closed with the browser.
  await Promise.race([Promise.all(closed), pause(2 * GRACE)]);
}

/** Waits until nothing of a page is on its way to the database, or for so long. */
async function settle(page: Page): Promise<void> {
  const isStored = (name: string) => document.documentElement.getAttribute(name) !== "storing";
  await page
    .waitForFunction(isStored, RISK_ATTRIBUTE, { polling: LOOK_EVERY, timeout: GRACE })
    .catch(() => undefined);
}

/** Not the driver's own way, which waits for a load that the planner may not want. */
async function reload(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // Answered only once the question is, which may take as long as the planner.
  void session.send("Page.reload").catch(() => undefined);
}

const pause = (ms: number) => new Promise<void>((end) => setTimeout(end, ms));
