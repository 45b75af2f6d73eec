import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe-violations.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

/** The key that goes to a room, and what the room shows when it is ready, in any language. */
const ROOMS = [
  ["library", "Control+1", "main table tbody tr"],
  ["indicators", "Control+2", "main [role=rowheader]"],
  ["compare", "Control+3", "main .growth-bars text"],
  ["scenarios", "Control+4", "main [role=img] svg text"],
  ["charts", "Control+5", "main figure [role=img] svg text"],
  ["history", "Control+9", "main .timeline-item"],
  ["settings", "Control+Comma", "main [role=radiogroup]"],
] as const;

const LOOKS = [
  ["zh-CN", "light"],
  ["zh-CN", "dark"],
  ["en", "light"],
  ["en", "dark"],
] as const;

const DRAFT = "恩平市科学技术发展“十四五”规划";
const TARGET = "2025 目标表述";
/** The indicator whose target cannot be read. */
const WRONG = "年发明专利申请量";

describe("accessibility by axe", () => {
  let workbench: Workbench;
  let page: Page;

  onMachine(async (started) => {
    workbench = started;
    page = workbench.page;
    const library = new LibraryRoom(page);
    await library.ready();
    await library.startNextPlan("恩平市科学技术发展“十三五”规划");
    const indicators = new IndicatorRoom(page);
    await indicators.ready();
    await indicators.type("国家高新技术企业", TARGET, "保底100家，力争130家");
    await indicators.type(WRONG, TARGET, "3—2件");
    await new Frame(page).waitUntilSaved();
  });

  const show = async (locale: "zh-CN" | "en", theme: "light" | "dark") => {
    await workbench.shell.host.bridge.changeSettings({ locale, theme });
    await page.reload();
    await page.locator(`html[lang="${locale}"][data-theme="${theme}"] main h1`).first().waitFor();
    await page.keyboard.press("Control+1");
    await page.locator("main tbody tr").filter({ hasText: DRAFT }).click();
  };

  describe.each(LOOKS)("in %s, %s", (locale, theme) => {
    beforeAll(() => show(locale, theme));

    test.each(ROOMS)("finds no violation in the room %s", async (_name, key, sign) => {
      await page.keyboard.press(key);
      await page.locator(sign).first().waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });

  describe.each(LOOKS)("in %s, %s", (locale, theme) => {
    beforeAll(() => show(locale, theme));

    test("finds no violation in the room of one concept over all plans", async () => {
      await page.keyboard.press("Control+3");
      await page.locator("main [role=radiogroup] label").nth(1).click();
      await page.locator("main [role=img] svg text").first().waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test("finds no violation where two plans cannot be compared, nor in the list of what is not matched", async () => {
      await page.keyboard.press("Control+3");
      await page.locator("main .side-hatched").first().click();
      await page.locator("main .promise-pair").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("tab").nth(1).click();
      await page.locator("main .unmatched li").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("tab").first().click();
    });
  });

  describe("in what opens over a room", () => {
    beforeAll(() => show("zh-CN", "light"));

    test.each([
      ["the command palette", "Control+k"],
      ["the list of shortcuts", "F1"],
      ["the export dialog", "Control+Shift+E"],
    ])("finds no violation in %s", async (_name, key) => {
      await page.keyboard.press("Control+4");
      await new ScenarioRoom(page).ready();
      await page.keyboard.press(key);
      await page.getByRole("dialog").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    });

    test("finds no violation under a cell with wrong input", async () => {
      await page.keyboard.press("Control+2");
      const indicators = new IndicatorRoom(page);
      await indicators.ready();
      await indicators.choose(WRONG, TARGET);
      await indicators.reason.waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });
});
