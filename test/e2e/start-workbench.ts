import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import type { Settings } from "#bridge/desktop-bridge.ts";
import { findBrowser } from "#main/chromium/find-browser.ts";
import { type ChromiumShell, startChromiumShell } from "#main/chromium/start-chromium-shell.ts";
import type { Disk } from "#main/host/disk.ts";
import { thisEnvironment } from "#main/host/data-folder.ts";

/** The built page that is tested. */
export const RENDERER_FOLDER = resolve(import.meta.dirname, "../../out/renderer");

/** The origin of the page; nothing else may be asked for. */
const OWN_ORIGIN = "https://workbench.invalid";

/** How long a control may take to be there, in ms. */
const ACTION_TIMEOUT = 15_000;

/** How a workbench is started; a planner's machine is a folder that may be used again. */
export interface WorkbenchOptions {
  /** From {@link freshMachine}. */
  readonly machine: string;
  readonly rendererFolder?: string;
  readonly locale?: Settings["locale"];
  /** Without it the machine's own. */
  readonly disk?: Disk;
}

/** A running Chromium shell with the real host, and what its pages did. */
export interface Workbench {
  readonly shell: ChromiumShell;
  readonly page: Page;
  readonly exportFolder: string;
  /** Errors that pages threw or wrote to their console, in order; must stay empty. */
  readonly pageErrors: readonly string[];
  /** Addresses that pages asked for beyond their own origin, whether or not the shell stopped them; must stay empty. */
  readonly strayRequests: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** A folder that stands for a planner's machine, empty. */
export function freshMachine(): Promise<string> {
  return mkdtemp(join(tmpdir(), "wunian-e2e-"));
}

/** Removes what {@link freshMachine} made. */
export function removeMachine(machine: string): Promise<void> {
  return rm(machine, { recursive: true, force: true, maxRetries: 5 });
}

/** Starts the shell without a window on a machine, as `npm start` does on a screen. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const browser = await findBrowser({ named: null, headless: true }, thisEnvironment());
  if (!browser.ok) throw new Error("The end-to-end tests found no Chromium, Chrome or Edge");
  const exportFolder = join(options.machine, "exports");
  const shell = await startChromiumShell({
    headless: true,
    dataFolder: join(options.machine, "data"),
    browser: browser.value,
    rendererFolder: options.rendererFolder ?? RENDERER_FOLDER,
    version: "0.0.0-test",
    exportFolder,
    locale: options.locale ?? "zh-CN",
    ...(options.disk === undefined ? {} : { disk: options.disk }),
  });
  shell.context.setDefaultTimeout(ACTION_TIMEOUT);
  const { errors, requests } = watchPages(shell.context);
  return {
    shell,
    page: shell.page,
    exportFolder,
    pageErrors: errors,
    strayRequests: () => [...shell.blockedRequests, ...requests.filter(isStray)],
    close: shell.close,
  };
}

/** Names of the files in a folder, sorted; none where it does not exist yet. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}

function watchPages(context: BrowserContext) {
  const errors: string[] = [];
  const requests: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return { errors, requests };
}

function isStray(url: string): boolean {
  const { origin, protocol } = new URL(url);
  return origin !== OWN_ORIGIN && protocol !== "data:" && protocol !== "blob:";
}
