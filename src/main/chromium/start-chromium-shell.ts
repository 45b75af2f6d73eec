import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import type { Settings } from "#bridge/desktop-bridge.ts";
import { assetReader } from "#main/host/asset-reader.ts";
import { copyAside } from "#main/host/copy-aside.ts";
import { createHost, type Host } from "#main/host/create-host.ts";
import type { Disk } from "#main/host/disk.ts";
import { errorCode } from "#main/host/error-code.ts";
import { revealFile } from "#main/host/reveal-file.ts";
import { replaceCrashedWindows } from "./after-crash.ts";
import { bindBridge } from "./bind-bridge.ts";
import type { FoundBrowser } from "./find-browser.ts";
import { closeWindows, holdClose } from "./hold-close.ts";
import { DROPPED_ARGUMENTS, FIRST_PREFERENCES, launchArguments } from "./launch-arguments.ts";
import { PAGE_ORIGIN } from "./page-origin.ts";
import { noSandboxReason } from "./sandbox.ts";
import { servePage } from "./serve-page.ts";
import { closeForeignWindows, openFurtherWindow, printWindow, returnStrayWindow } from "./windows.ts";

/** What the Chromium shell is started with. */
export interface ChromiumShellOptions {
  readonly headless: boolean;
  /** A folder that was prepared and locked for this process. */
  readonly dataFolder: string;
  readonly browser: FoundBrowser;
  /** The built page. */
  readonly rendererFolder: string;
  readonly version: string;
  /** Where exports go while the planner has chosen nothing; without it 五年 in the Documents folder. */
  readonly exportFolder?: string;
  /** The language of a first start; without it Chinese. */
  readonly locale?: Settings["locale"];
  /** The page's size in a run without a window, in CSS pixels; without it 1366 × 768. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Without it the installed package @fontsource/noto-sans-sc. */
  readonly fontsFolder?: string;
  /** What the planner's data is written to; without it the machine's own disk. */
  readonly disk?: Disk;
}

/** Why a shell ended; one whose page crashed wants to be started again. */
export type ShellEnd = "closed" | "crashed";

/** A running Chromium shell. */
export interface ChromiumShell {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly host: Host;
  /** Addresses of the requests that were cancelled, in their order. */
  readonly blockedRequests: readonly string[];
  /** Resolves when the last window is closed, or its page crashed, and the host has ended. */
  readonly ended: Promise<ShellEnd>;
  /** Closes every window, after a moment for writes under way, and waits for {@link ended}. */
  readonly close: () => Promise<void>;
}

/** The browser's profile below the data folder. */
const PROFILE = "chromium-profile";

/** Starts the browser over its debugging pipe, opens the page and serves it. Rejects when the browser does not start. */
export async function startChromiumShell(options: ChromiumShellOptions): Promise<ChromiumShell> {
  const windows: { context: BrowserContext | null } = { context: null };
  const host = await createHost({
    shell: "chromium",
    version: options.version,
    dataFolder: options.dataFolder,
    ...(options.exportFolder === undefined ? {} : { exportFolder: options.exportFolder }),
    ...(options.disk === undefined ? {} : { disk: options.disk }),
    fontsFolder: options.fontsFolder ?? installedFonts(),
    locale: options.locale ?? "zh-CN",
    clock: () => new Date(),
    chooseSavePath: null,
    chooseOpenPaths: null,
    chooseFolder: null,
    reveal: options.headless ? null : revealFile,
    printPdf: async (title) => (windows.context === null ? null : await printWindow(windows.context, title)),
    openWindow: async () => {
      if (windows.context !== null) await openFurtherWindow(windows.context);
    },
    emptyDatabase: async () => {
      if (windows.context === null) throw new Error("There is no window");
      return emptyDatabase(windows.context, options.dataFolder);
    },
  });
  try {
    const context = await launch(options, host);
    windows.context = context;
    return await openPage(context, options, host);
  } catch (error) {
    host.log.bug(error);
    await host.close();
    throw error;
  }
}

async function openPage(
  context: BrowserContext,
  options: ChromiumShellOptions,
  host: Host,
): Promise<ChromiumShell> {
  const blockedRequests: string[] = [];
  const closeBrowser = once(() => context.close());
  const run: { end: ShellEnd } = { end: "closed" };
  const ended = endOf(context, host, closeBrowser).then(() => run.end);
  await servePage(context, assetReader(options.rendererFolder), (url) => {
    blockedRequests.push(url);
    host.log.write("warn", `cancelled a request to ${url.slice(0, 200)}`);
  });
  logPageFaults(context, host);
  replaceCrashedWindows(context, host.log, () => {
    run.end = "crashed";
    closeBrowser().catch(() => undefined);
  });
  await bindBridge(context, host.bridge, host.log.bug);
  const page = context.pages()[0] ?? (await context.waitForEvent("page"));
  await grantPermissions(context);
  closeForeignWindows(context, host.log);
  // Nobody could answer a question that shows on no screen; the driver then answers it by closing.
  if (!options.headless) await holdClose(context, host.log, () => undefined);
  await page.goto(`${PAGE_ORIGIN}/`, { waitUntil: "domcontentloaded" });
  returnStrayWindow(page, host.log);
  const close = async () => {
    await closeWindows(context, host.log);
    await closeBrowser();
    await ended;
  };
  return { context, page, host, blockedRequests, ended, close };
}

async function emptyDatabase(context: BrowserContext, dataFolder: string): Promise<boolean> {
  const [page] = context.pages();
  if (page === undefined) throw new Error("There is no window");
  const kept = await copyAside(join(dataFolder, PROFILE, "Default", "IndexedDB"), dataFolder);
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: PAGE_ORIGIN, storageTypes: "indexeddb" });
  await session.detach();
  return kept;
}

async function launch(options: ChromiumShellOptions, host: Host): Promise<BrowserContext> {
  const { browser, headless } = options;
  const reason = await noSandboxReason();
  const withoutSandbox = reason !== null || browser.why === "package";
  if (withoutSandbox) host.log.write("warn", `the browser runs without its sandbox (${reason ?? "package"})`);
  const profile = join(options.dataFolder, PROFILE);
  const freshProfile = await prepareProfile(profile);
  const locale = options.locale ?? "zh-CN";
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless,
    chromiumSandbox: !withoutSandbox,
    args: [...launchArguments({ headless, locale, withoutSandbox, freshProfile })],
    ignoreDefaultArgs: headless ? ["--enable-automation"] : [...DROPPED_ARGUMENTS],
    viewport: headless ? (options.viewport ?? { width: 1366, height: 768 }) : null,
    acceptDownloads: false,
    serviceWorkers: "block",
    // `null` leaves these to the system instead of to the driver.
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  host.log.write("info", `browser ${browser.path} (${browser.why}), ${context.browser()?.version() ?? "?"}`);
  return context;
}

/** Makes the profile where there is none yet, and tells whether it did. */
async function prepareProfile(profile: string): Promise<boolean> {
  await mkdir(join(profile, "Default"), { recursive: true, mode: 0o700 });
  try {
    const path = join(profile, "Default", "Preferences");
    await writeFile(path, JSON.stringify(FIRST_PREFERENCES), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    return false;
  }
}

/** The page may use the clipboard, which the grid needs, and nothing else that asks for leave. */
async function grantPermissions(context: BrowserContext): Promise<void> {
  await context.grantPermissions([]);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: PAGE_ORIGIN });
}

/** What goes wrong in a page without reaching its own error screen. */
function logPageFaults(context: BrowserContext, host: Host): void {
  context.on("weberror", (fault) => host.log.bug(fault.error()));
  context.on("console", (line) => {
    if (line.type() === "error") host.log.write("error", `console: ${line.text().slice(0, 2000)}`);
  });
}

/** Does its work at the first call; later ones get the same. Only the driver's first close waits until the browser's process is gone. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

/**
 * The run ends with its last window; on macOS the browser itself would live on without one. The data folder is another run's only when the
 * browser writes nothing any more.
 */
async function endOf(context: BrowserContext, host: Host, closeBrowser: () => Promise<void>): Promise<void> {
  const watchPage = (page: Page) => {
    page.on("close", () => {
      // A browser that was ended from outside is closed already, which the driver may answer with an error.
      if (context.pages().length === 0) closeBrowser().catch(() => undefined);
    });
  };
  context.pages().forEach(watchPage);
  context.on("page", watchPage);
  await new Promise<void>((resolve) => {
    context.once("close", () => resolve());
  });
  await closeBrowser().catch(() => undefined);
  await host.close();
}

function installedFonts(): string {
  return dirname(createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/unicode.json"));
}
