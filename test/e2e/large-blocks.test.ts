import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";

/** A block that takes seconds to reckon, and one that takes less than one. */
const [LONG, SHORT] = [120_000, 2_000];
const TARGET = "2025 目标表述";

let page: Page;
let room: IndicatorRoom;

onMachine(async (workbench) => {
  page = workbench.page;
  room = new IndicatorRoom(page);
  await new LibraryRoom(page).startNextPlan("恩平市科学技术发展“十三五”规划");
  await room.ready();
});

/** Pastes targets from the first row on and far below the last one. */
const pasteTargets = async (count: number) => {
  await room.choose("国家高新技术企业", TARGET);
  await room.paste({ text: Array.from({ length: count }, (_, at) => `达到${at + 1}`).join("\n") });
};
const rows = () =>
  page
    .getByRole("contentinfo")
    .getByText(/项指标/u)
    .innerText();

test("a paste of thousands of rows shows how far it is and can be given up; then nothing is written", async () => {
  const before = { rows: await rows(), target: await room.text("国家高新技术企业", TARGET) };
  await pasteTargets(LONG);
  const notice = page.getByRole("status").filter({ hasText: `正在写入 ${LONG} 个单元格` });
  await notice.getByRole("progressbar").waitFor();
  // Meanwhile the table takes keys.
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => room.active()).not.toContain("国家高新技术企业 ·");
  await notice.getByRole("button", { name: "停止" }).click();
  await expect.poll(() => notice.count()).toBe(0);
  await new Frame(page).waitUntilSaved();
  expect(await rows()).toBe(before.rows);
  expect(await room.text("国家高新技术企业", TARGET)).toBe(before.target);
});

test("one that is not stopped is one command, and what it did is told once it is done", async () => {
  const before = { rows: await rows(), target: await room.text("国家高新技术企业", TARGET) };
  await pasteTargets(SHORT);
  await expect.poll(() => room.note.innerText()).toMatch(/新增 \d+ 行/u);
  await expect.poll(() => room.text("国家高新技术企业", TARGET)).toBe("达到1家");
  await new Frame(page).waitUntilSaved();
  await page.keyboard.press("Control+z");
  await expect.poll(() => room.text("国家高新技术企业", TARGET)).toBe(before.target);
  expect(await rows()).toBe(before.rows);
});

test("what is typed while one is reckoned is kept in its own cell", async () => {
  await pasteTargets(4 * SHORT);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.type("之一");
  await page.keyboard.press("Enter");
  await expect.poll(() => rows()).toMatch(/8\d\d\d 项指标/u);
  await new Frame(page).waitUntilSaved();
  await page.keyboard.press("Control+Home");
  await expect.poll(() => room.active()).toContain("之一");
});

test("a block beyond all tables is refused with its reason", async () => {
  await room.choose("国家高新技术企业", TARGET);
  await room.paste({ text: "1\t2\n".repeat(100_001) });
  await expect.poll(() => room.note.innerText()).toContain("超过 20 万格");
});
