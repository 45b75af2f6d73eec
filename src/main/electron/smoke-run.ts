import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { BrowserWindow } from "electron";
import type { CommandLine } from "../host/command-line.ts";
import { type LibraryCounts, readCounts } from "./library-counts.ts";

/** How long the first start may take until the library can be used, in milliseconds. */
export const READY_TIMEOUT = 60_000;

/** Waits until the library can be used, goes to the wanted room, writes a picture of it, and returns what the library holds. */
export async function runSmoke(
  window: BrowserWindow,
  wanted: CommandLine,
  picture: string,
): Promise<LibraryCounts> {
  const written = await inPage(window, waitFor('html[data-ready="library"] main[data-plans]'));
  const counts = readCounts(written);
  if (wanted.room !== null) {
    const room = wanted.room.split("/")[0] ?? "";
    await inPage(window, `location.hash = ${JSON.stringify(`#/${wanted.room}`)}`);
    await inPage(window, waitFor(`html[data-ready=${JSON.stringify(room)}]`));
  }
  await inPage(window, "document.fonts.ready.then(() => null)");
  await mkdir(dirname(picture), { recursive: true });
  await writeFile(picture, (await window.webContents.capturePage()).toPNG());
  return counts;
}

/** Code for the page: the data of the element that a selector finds, as soon as there is one. */
function waitFor(selector: string): string {
  return `new Promise((resolve, reject) => {
    const look = () => {
      const found = document.querySelector(${JSON.stringify(selector)});
      if (found === null) return false;
      observer.disconnect();
      resolve({ ...found.dataset });
      return true;
    };
    const observer = new MutationObserver(look);
    if (look()) return;
    observer.observe(document.documentElement, { attributes: true, childList: true, subtree: true });
    setTimeout(() => reject(new Error("The page was not ready in time")), ${READY_TIMEOUT});
  })`;
}

async function inPage(window: BrowserWindow, code: string): Promise<unknown> {
  const value: unknown = await window.webContents.executeJavaScript(code);
  return value;
}
