import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { DraftingRoom } from "./rooms/drafting-room.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { onMachine } from "./on-machine.ts";
import { filesIn, type Workbench } from "./start-workbench.ts";

const HIGH_TECH = "国家高新技术企业";
const TARGET = "2025 目标表述";

describe("the same story without a pointer", () => {
  let workbench: Workbench;
  let page: Page;
  let indicators: IndicatorRoom;

  onMachine(async (started) => {
    workbench = started;
    page = workbench.page;
    indicators = new IndicatorRoom(page);
    await new LibraryRoom(page).ready();
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Name of the control that has the focus, as a screen reader says it. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement === document.body ? null : document.activeElement;
      const label = element?.getAttribute("aria-label") ?? element?.textContent ?? "";
      return label.trim();
    });
  /** Presses a key until the wanted control has the focus. */
  const pressUntil = async (key: string, wanted: RegExp, limit: number) => {
    for (let step = 0; step < limit; step += 1) {
      if (wanted.test(await focused())) return;
      await press(key);
    }
    expect(await focused()).toMatch(wanted);
  };

  /** Sends a key in the very moment in which the first letters of a chart stand in the page. */
  const pressOnceDrawn = (
    press: Readonly<Record<"key" | "code", string> & Record<"ctrlKey" | "shiftKey", boolean>>,
  ) =>
    page.evaluate((init) => {
      const watch = new MutationObserver(() => {
        if (document.querySelector("[role=img] text") === null) return;
        watch.disconnect();
        document.body.dispatchEvent(
          new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }),
        );
      });
      watch.observe(document.body, { childList: true, subtree: true });
    }, press);

  test("finds Enping in the list of plans and starts its next plan", async () => {
    await pressUntil("Tab", /江门市科技创新/u, 60);
    await pressUntil("ArrowDown", /恩平市/u, 6);
    await press("Control+n");
    await new DraftingRoom(page).step("基本信息").waitFor();
    await pressUntil("Tab", /^直接建立$/u, 30);
    await press("Enter");
    await expect.poll(() => new Frame(page).title.innerText()).toContain("恩平市科学技术发展“十四五”规划");
    await indicators.ready();
  });

  test("walks to the target of an indicator and writes it", async () => {
    await pressUntil("F6", / · /u, 12);
    await pressUntil("ArrowDown", new RegExp(`^${HIGH_TECH} · `, "u"), 40);
    await pressUntil("ArrowRight", / · 2025 目标表述/u, 30);
    await page.keyboard.type("保底100家，力争130家");
    await press("Enter");
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toBe("保底100家，力争130家");
    await press("Control+z");
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toBe("—");
    await press("Control+y");
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toBe("保底100家，力争130家");
  });

  test("corrects wrong input in place", async () => {
    await press("F2");
    await page.keyboard.press("End");
    await page.keyboard.type("左右");
    await press("Enter");
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toContain("左右");
    expect(await indicators.isMarked(HIGH_TECH, TARGET)).toBe(true);
    await press("Control+z");
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toBe("保底100家，力争130家");
  });

  test("writes what was being typed when the window loaded again", async () => {
    await page.keyboard.type("达到120家");
    await page.reload();
    await indicators.ready();
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toBe("达到120家");
    await pressUntil("F6", / · /u, 12);
    await press("Control+z");
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toBe("保底100家，力争130家");
  });

  test("leaves the grid, projects and exports", async () => {
    await press("F6");
    expect(await focused()).not.toMatch(/ · 2025 目标表述/u);
    await pressOnceDrawn({ key: "E", code: "KeyE", ctrlKey: true, shiftKey: true });
    await press("Control+4");
    await new ScenarioRoom(page).ready();
    const dialog = page.getByRole("dialog", { name: "导出图" });
    await dialog.waitFor();
    await pressUntil("Tab", /^导出$/u, 12);
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await filesIn(workbench.exportFolder)).toHaveLength(1);
    await pressUntil("Tab", /打开所在文件夹|关闭/u, 60);
  });

  test("types a number over the one that is shown", async () => {
    const scenario = new ScenarioRoom(page);
    await scenario.knob.focus();
    await press("Control+a", "Delete");
    expect(await scenario.knob.inputValue()).toBe("");
    await page.keyboard.type("90");
    expect(await scenario.knob.inputValue()).toBe("90");
    await expect.poll(() => scenario.said()).toContain("2025 年到 90 家，距目标 100 家 还差 10 家。");
    await press("Control+a", "Delete", "Tab");
    expect(await scenario.knob.inputValue()).toBe("90");
  });

  test("finds commands, plans and indicators in the palette by pinyin", async () => {
    await press("Control+k");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("jmskjcx");
    await page
      .getByRole("option", { name: /江门市科技创新“十四五”规划/u })
      .first()
      .waitFor();
    await press("Enter");
    await expect.poll(() => new Frame(page).title.innerText()).toContain("江门市科技创新“十四五”规划");
  });
});
