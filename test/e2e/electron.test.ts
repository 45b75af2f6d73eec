import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { electronArguments } from "../../scripts/start/electron-arguments.mjs";
import { electronProgram } from "../../scripts/start/electron-program.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const program = electronProgram();
const machine = { platform: process.platform, env: process.env, root: process.getuid?.() === 0, smoke: true };

// The suite is one line where it cannot run; the title of that line says why.
if (program === null)
  test.skip("Electron's shell (its program is not in node_modules/electron/dist)", () => undefined);
else suite(program);

function suite(executablePath: string): void {
  describe("Electron's shell", () => {
    let folder: string;
    let application: ElectronApplication;
    let page: Page;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "wunian-electron-"));
      application = await _electron.launch({
        executablePath,
        args: [...electronArguments(machine), ROOT, "--data-dir", join(folder, "data"), "--locale", "zh-CN"],
      });
      page = await application.firstWindow();
      await page.waitForSelector('html[data-ready="library"] main[data-plans]', { state: "attached" });
    }, 60_000);
    afterAll(async () => {
      await application.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    test("opens the five plans on its own secure origin, away from Node", async () => {
      const found = await page.evaluate(() => ({
        origin: location.origin,
        secure: isSecureContext,
        plans: document.querySelector<HTMLElement>("main[data-plans]")?.dataset["plans"],
        node: ["require", "process", "module"].filter((name) => name in window),
      }));
      expect(found).toEqual({ origin: "app://workbench", secure: true, plans: "5", node: [] });
    });

    test("answers the page's bridge", async () => {
      const reply = await page.evaluate<unknown>("desktopBridge.capabilities()");
      expect(reply).toMatchObject({ ok: true, value: { shell: "electron", saveDialog: true, reveal: true } });
    });

    test("lets nothing out: no request, no window, no other page", async () => {
      const tries = await page.evaluate(async () => ({
        fetched: await fetch("http://127.0.0.1:9/").then(
          () => true,
          () => false,
        ),
        opened: window.open("https://example.org/") !== null,
      }));
      expect(tries).toEqual({ fetched: false, opened: false });
      expect(application.windows()).toHaveLength(1);
    });

    test("goes where the native menu says", async () => {
      await application.evaluate(({ Menu }) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
        items.find(({ label }) => label === "设置")?.click();
      });
      await page.getByRole("main", { name: "设置" }).waitFor();
      expect(await page.getByRole("menubar").count()).toBe(0);
    });
  });

  test("the smoke run prints what the library holds and leaves a picture", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wunian-electron-smoke-"));
    try {
      const picture = join(folder, "library.png");
      const words = [...electronArguments(machine), ROOT, "--smoke", "--out", picture];
      const { stdout } = await promisify(execFile)(executablePath, words, { timeout: 60_000 });
      const said: unknown = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
      expect(said).toMatchObject({ shell: "electron", plans: 5 });
      expect((await stat(picture)).size).toBeGreaterThan(10_000);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 90_000);
}
