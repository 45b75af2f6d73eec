import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findBrowser, type FoundBrowser } from "#main/chromium/find-browser.ts";
import {
  startChromiumShell,
  type ChromiumShell,
  type ChromiumShellOptions,
} from "#main/chromium/start-chromium-shell.ts";
import { thisEnvironment } from "#main/host/data-folder.ts";

/** A page of a few lines that stands for the built one where only the shell is tested. */
export const SMALL_PAGE = resolve(import.meta.dirname, "../../../bridge-contract/page");

const machines: string[] = [];

/** A fresh folder that stands for a planner's machine; {@link removeMachines} removes it. */
export async function freshMachine(): Promise<string> {
  const machine = await mkdtemp(join(tmpdir(), "wunian-shell-"));
  machines.push(machine);
  return machine;
}

/** Removes every folder of {@link freshMachine}. */
export async function removeMachines(): Promise<void> {
  for (const machine of machines.splice(0))
    await rm(machine, { recursive: true, force: true, maxRetries: 5 });
}

/** The browser that the program itself would run here without a window. */
export async function testBrowser(): Promise<FoundBrowser> {
  const browser = await findBrowser({ named: null, headless: true }, thisEnvironment());
  if (!browser.ok) throw new Error("There is no Chromium, Chrome or Edge to test with");
  return browser.value;
}

/** Starts the shell without a window on folders of its own, or on the given ones. */
export async function startTestShell(options: Partial<ChromiumShellOptions> = {}): Promise<ChromiumShell> {
  const machine = await freshMachine();
  return startChromiumShell({
    headless: true,
    dataFolder: join(machine, "data"),
    exportFolder: join(machine, "exports"),
    rendererFolder: SMALL_PAGE,
    browser: await testBrowser(),
    version: "0.0.0-test",
    ...options,
  });
}
