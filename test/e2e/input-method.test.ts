import type { CDPSession, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { DraftingRoom } from "./rooms/drafting-room.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";

const FIRST = "国家高新技术企业";
const SECOND = "高新技术企业";
const DEPARTMENT = "责任部门";

describe("an input method over a cell that is not being edited", () => {
  let page: Page;
  let keyboard: CDPSession;
  let indicators: IndicatorRoom;

  onMachine(async (workbench) => {
    page = workbench.page;
    keyboard = await page.context().newCDPSession(page);
    indicators = new IndicatorRoom(page);
    await new LibraryRoom(page).ready();
    await page.evaluate(() => {
      location.hash = "/plan/enping-13/indicators";
    });
    await indicators.ready();
  });

  /** What the browser is told by an input method: the letters so far, underlined and open. */
  const compose = (text: string) =>
    keyboard.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  const accept = (text: string) => keyboard.send("Input.insertText", { text });

  test("changes nothing in a bundled plan and says why", async () => {
    await indicators.choose(FIRST, DEPARTMENT);
    await compose("w");
    await accept("我");
    await expect.poll(() => indicators.note.innerText()).toContain("内置规划只读");
    expect(await indicators.text(FIRST, DEPARTMENT)).toBe("—");
  });

  test("keeps its first letter and writes each character once", async () => {
    await page.getByRole("button", { name: "编制下一期规划" }).click();
    await new DraftingRoom(page).makeAtOnce();
    await expect.poll(() => page.url()).toContain("draft");
    await indicators.ready();
    await indicators.choose(FIRST, DEPARTMENT);
    await compose("k");
    await compose("ke");
    await compose("keji");
    await accept("科技局");
    await page.keyboard.press("Enter");
    await expect.poll(() => indicators.text(FIRST, DEPARTMENT)).toBe("科技局");
  });

  test("writes what it has composed when another cell is chosen", async () => {
    await indicators.choose(SECOND, DEPARTMENT);
    await compose("统计局");
    await indicators.choose(FIRST, DEPARTMENT);
    await expect.poll(() => indicators.text(SECOND, DEPARTMENT)).toBe("统计局");
    expect(await indicators.text(FIRST, DEPARTMENT)).toBe("科技局");
  });

  test.each([
    ["Enter", () => page.keyboard.press("Enter")],
    ["another cell", () => indicators.choose(FIRST, DEPARTMENT)],
  ])("leaves a cell as it was when a composition is given up, then %s", async (_, leave) => {
    await indicators.choose(SECOND, DEPARTMENT);
    await compose("ke");
    await compose("");
    await leave();
    await new Frame(page).waitUntilSaved();
    expect(await indicators.text(SECOND, DEPARTMENT)).toBe("统计局");
  });
});
