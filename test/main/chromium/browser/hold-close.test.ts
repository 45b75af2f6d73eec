import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Dialog, Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { RISK_ATTRIBUTE } from "#bridge/risk.ts";
import { holdClose } from "#main/chromium/hold-close.ts";
import type { ChromiumShell } from "#main/chromium/start-chromium-shell.ts";
import { freshMachine, removeMachines, startTestShell } from "./start-test-shell.ts";

afterAll(removeMachines);

/** A page that says what it would lose and asks before it goes; `until` has it stored a moment after it was first asked. */
async function atRisk(page: Page, risk: "storing" | "only-here", until: "stored" | "never"): Promise<void> {
  // A browser asks only for a page that somebody has touched.
  await page.mouse.click(50, 50);
  await page.evaluate(
    ({ name, said, ends }) => {
      const root = document.documentElement;
      root.setAttribute(name, said);
      const stay = (event: Event) => {
        event.preventDefault();
        if (!ends) return;
        // While the question stands, the page stands still.
        setTimeout(() => {
          root.removeAttribute(name);
          window.removeEventListener("beforeunload", stay);
        });
      };
      window.addEventListener("beforeunload", stay);
    },
    { name: RISK_ATTRIBUTE, said: risk, ends: until === "stored" },
  );
}

let shell: ChromiumShell;

describe("a window with something to lose, on a screen", () => {
  let questions: Dialog[];
  beforeEach(async () => {
    questions = [];
    shell = await startTestShell();
    await holdClose(shell.context, shell.host.log, (dialog) => questions.push(dialog));
    await shell.page.reload();
  });
  afterEach(() => shell.close());
  const question = async (count: number) => {
    await expect.poll(() => questions.length, { timeout: 15_000 }).toBe(count);
    return questions[count - 1] ?? expect.fail("No question was asked");
  };

  test("closes by itself once what was under way is stored, and asks nothing", async () => {
    await atRisk(shell.page, "storing", "stored");
    await shell.page.close({ runBeforeUnload: true });
    await shell.ended;
    expect(questions).toEqual([]);
  });

  test("stays, or goes, as the planner answers", async () => {
    await atRisk(shell.page, "only-here", "never");
    await shell.page.close({ runBeforeUnload: true });
    await (await question(1)).dismiss();
    expect(await shell.page.evaluate(() => document.title)).toBe("契约");
    await shell.page.close({ runBeforeUnload: true });
    await (await question(2)).accept();
    await shell.ended;
  });

  test("asks after a while when what was under way does not end", async () => {
    await atRisk(shell.page, "storing", "never");
    await shell.page.close({ runBeforeUnload: true });
    await (await question(1)).accept();
    await shell.ended;
  });

  test("is loaded anew, and not closed, where that was asked for", async () => {
    await atRisk(shell.page, "storing", "stored");
    const session = await shell.context.newCDPSession(shell.page);
    const loaded = shell.page.waitForEvent("load");
    await session.send("Page.reload");
    await loaded;
    await shell.page.waitForSelector('html[data-ready="library"]', { state: "attached" });
    expect(questions).toEqual([]);
  });

  test("asks before it is loaded anew, and stays", async () => {
    await atRisk(shell.page, "only-here", "never");
    await shell.page.evaluate(() => document.body.setAttribute("data-first", ""));
    const session = await shell.context.newCDPSession(shell.page);
    await session.send("Page.reload").catch(() => undefined);
    await (await question(1)).dismiss();
    expect(await shell.page.evaluate(() => document.body.hasAttribute("data-first"))).toBe(true);
  });
});

/** The command lines of all programs that run. */
async function programs(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "args="]);
  return stdout.split("\n");
}

describe("a run that ends", () => {
  const KEY = "written-last";

  test("gives writes under way their time, and lets the page keep what is half typed", async () => {
    const dataFolder = join(await freshMachine(), "data");
    const first = await startTestShell({ dataFolder });
    await first.page.evaluate(
      ({ name, key }) => {
        const root = document.documentElement;
        root.setAttribute(name, "storing");
        localStorage.setItem(key, "nothing");
        window.addEventListener("pagehide", () => {
          const stored = root.hasAttribute(name) ? "too early" : "stored";
          localStorage.setItem(key, `${stored}, half typed`);
        });
        setTimeout(() => root.removeAttribute(name), 300);
      },
      { name: RISK_ATTRIBUTE, key: KEY },
    );
    await first.close();
    const second = await startTestShell({ dataFolder });
    const kept = await second.page.evaluate((key) => localStorage.getItem(key), KEY);
    await second.close();
    expect(kept).toBe("stored, half typed");
  });

  test.each(["the shell", "its last window"])(
    "is over only when the browser is gone: %s is closed",
    async (closed) => {
      const dataFolder = join(await freshMachine(), "data");
      const own = await startTestShell({ dataFolder });
      const held = async () => (await programs()).some((line) => line.includes(dataFolder));
      expect(await held()).toBe(true);
      if (closed === "the shell") await own.close();
      else await own.page.close();
      await own.ended;
      expect(await held()).toBe(false);
    },
  );

  test("does not wait for a page that never gets done, and without a screen nothing asks", async () => {
    const other = await startTestShell();
    await atRisk(other.page, "storing", "never");
    await other.close();
    const last = await startTestShell();
    await atRisk(last.page, "only-here", "never");
    await last.page.close({ runBeforeUnload: true });
    await last.ended;
  });
});
