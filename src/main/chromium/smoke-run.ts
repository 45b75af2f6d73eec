import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "playwright-core";
import type { CommandLine } from "#main/host/command-line.ts";
import type { ChromiumShell } from "./start-chromium-shell.ts";

/** What the library holds, as the page says it. */
export interface LibraryCounts {
  readonly plans: number;
  readonly indicators: number;
  readonly observations: number;
  readonly targets: number;
}

/** How long the first start may take until the library can be used, in milliseconds. */
export const READY_TIMEOUT = 60_000;

/** Waits until the page says that its library can be used. Rejects after {@link READY_TIMEOUT}. */
export async function waitForLibrary(page: Page): Promise<LibraryCounts> {
  await page.waitForSelector('html[data-ready="library"] main[data-plans]', {
    state: "attached",
    timeout: READY_TIMEOUT,
  });
  const counts = await page
    .locator("main[data-plans]")
    .evaluate((main) => Object.fromEntries(Object.entries(main.dataset)));
  const count = (name: keyof LibraryCounts): number => {
    const value = Number(counts[name]);
    if (!Number.isInteger(value)) throw new Error(`The library does not say its number of ${name}`);
    return value;
  };
  return {
    plans: count("plans"),
    indicators: count("indicators"),
    observations: count("observations"),
    targets: count("targets"),
  };
}

/** Writes a picture of the page, in the theme, language and room of the command line. */
export async function takePicture(shell: ChromiumShell, wanted: CommandLine, path: string): Promise<void> {
  const { page, host } = shell;
  const change = {
    ...(wanted.theme === null ? {} : { theme: wanted.theme }),
    ...(wanted.locale === null ? {} : { locale: wanted.locale }),
  };
  if (Object.keys(change).length > 0) {
    await host.bridge.changeSettings(change);
    await page.reload();
    await waitForLibrary(page);
  }
  if (wanted.room !== null) await openRoom(page, wanted.room);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path });
}

/** Opens a room by its address behind `#/` and waits until the library is gone and nothing in the new room is under way. */
async function openRoom(page: Page, room: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = `#/${address}`;
  }, room);
  const settled = () =>
    document.querySelector("main[data-plans]") === null &&
    document.querySelector('main, [role="main"]') !== null &&
    document.querySelector('[aria-busy="true"]') === null;
  await page.waitForFunction(settled, undefined, { timeout: READY_TIMEOUT });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
