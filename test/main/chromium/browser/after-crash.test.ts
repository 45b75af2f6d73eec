import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { logFileIn } from "#main/host/log-file.ts";
import { freshMachine, removeMachines, startTestShell } from "./start-test-shell.ts";

afterAll(removeMachines);

/** Ends the process behind a page, as a fault of the browser would. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  // There is nobody left who could answer.
  void session.send("Page.crash").catch(() => undefined);
  await crashed;
}

const ready = (page: Page) => page.waitForSelector('html[data-ready="library"]', { state: "attached" });

test("a run whose only window crashed ends as such, and the next one works on the same data", async () => {
  const dataFolder = join(await freshMachine(), "data");
  const first = await startTestShell({ dataFolder });
  await first.page.evaluate(() => localStorage.setItem("kept", "yes"));
  await first.page.reload();
  await crash(first.page);
  expect(await first.ended).toBe("crashed");
  expect(await readFile(logFileIn(dataFolder), "utf8")).toContain("the page of a window crashed");
  const second = await startTestShell({ dataFolder });
  await ready(second.page);
  expect(await second.page.evaluate(() => localStorage.getItem("kept"))).toBe("yes");
  await second.close();
  expect(await second.ended).toBe("closed");
});

test("a window beside another is put in place of one that crashed, and the other stays as it was", async () => {
  const shell = await startTestShell();
  const opened = shell.context.waitForEvent("page");
  expect(await shell.host.bridge.openWindow()).toEqual({ ok: true, value: null });
  const second = await opened;
  await ready(second);
  await second.evaluate(() => document.body.setAttribute("data-first", ""));
  const again = shell.context.waitForEvent("page");
  await crash(shell.page);
  await ready(await again);
  expect(await second.evaluate(() => document.body.hasAttribute("data-first"))).toBe(true);
  expect(shell.context.pages()).toHaveLength(2);
  await shell.close();
});

test("a window that crashes again and again is closed, and what is left stays", async () => {
  const shell = await startTestShell();
  for (let crashes = 1; crashes <= 4; crashes += 1) {
    if (crashes === 1) await shell.host.bridge.openWindow();
    await expect.poll(() => shell.context.pages().length).toBe(2);
    const [, last] = shell.context.pages();
    if (last === undefined) throw new Error("There is no second window");
    await ready(last);
    await crash(last);
    await expect.poll(() => last.isClosed()).toBe(true);
  }
  await ready(shell.page);
  await expect.poll(() => shell.context.pages().length).toBe(1);
  await shell.close();
});
