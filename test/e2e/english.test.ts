import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { openPackage, partText } from "../exchange/office/office-package.ts";
import { onMachine } from "./on-machine.ts";
import { filesIn } from "./start-workbench.ts";

const DRAFT = "恩平市科学技术发展“十四五”规划";
/** The title that is proposed for the plan after the draft. */
const AFTER = "恩平市科学技术发展“十五五”规划";
const TYPED = "保底100家，力争130家";

describe("the English interface", () => {
  let page: Page;
  let folder: string;

  onMachine(async (workbench) => {
    page = workbench.page;
    folder = workbench.exportFolder;
    const library = new LibraryRoom(page);
    await library.ready();
    await library.startNextPlan("恩平市科学技术发展“十三五”规划");
    const indicators = new IndicatorRoom(page);
    await indicators.ready();
    await indicators.type("国家高新技术企业", "2025 目标表述", TYPED);
    await page.keyboard.press("Control+Comma");
    await page.getByText("English", { exact: true }).click();
    await page.locator('html[lang="en"]').waitFor();
  });

  test("came without a restart", async () => {
    await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toBe("Settings");
  });

  test.each([
    ["library", "Control+1", "main table tbody tr"],
    ["indicators", "Control+2", "main [role=rowheader]"],
    ["compare", "Control+3", "main .growth-bars text"],
    ["scenarios", "Control+4", "main [role=img] svg text"],
    ["settings", "Control+Comma", "main [role=radiogroup]"],
    ["palette", "Control+k", "[role=dialog], dialog[open]"],
  ])("has no Chinese word of its own in %s", async (_name, key, sign) => {
    await page.keyboard.press(key);
    await page.locator(sign).first().waitFor();
    expect(await chineseLeft(page)).toEqual([]);
  });

  test("has no Chinese word of its own in one concept over all plans, nor where plans cannot be compared", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+3");
    await page.locator("main .side-hatched").first().click();
    await page.locator("main .promise-pair").waitFor();
    expect(await chineseLeft(page)).toEqual([]);
    await page.locator("main [role=radiogroup] label").nth(1).click();
    await page.locator("main [role=img] svg text").first().waitFor();
    expect(await chineseLeft(page)).toEqual([]);
  });

  test("leaves the words of a chart in the language of the document that it goes into", async () => {
    await page.keyboard.press("Control+5");
    await page.getByLabel("Indicator").selectOption({ label: "国家高新技术企业" });
    await page.getByRole("button", { name: "Ranking of plans" }).press("Enter");
    const texts = page.getByRole("region", { name: "Preview" }).locator("svg text");
    await expect.poll(() => texts.allTextContents()).toContain("恩平“十三五”");
  });

  test("makes the report of changes in the language of documents", async () => {
    await page.keyboard.press("Control+9");
    await page.getByRole("button", { name: "Compare…" }).press("Enter");
    await page.getByRole("button", { name: "Export to Word" }).press("Enter");
    const written = async () => (await filesIn(folder)).find((name) => name.endsWith(".docx"));
    await expect.poll(written).toBeDefined();
    const file = openPackage(await readFile(join(folder, (await written()) ?? "")));
    const said = partText(file, "word/document.xml").replaceAll(/<[^>]*>/gu, " ");
    expect(said).toContain("“现在”与“建立时”相比");
    expect(said).not.toMatch(/[a-z]{2,}/u);
  });

  test.each([
    ["the list of shortcuts", "F1"],
    ["the export dialog", "Control+Shift+E"],
  ])("has no Chinese word of its own in %s", async (_name, key) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+4");
    await page.locator("main [role=img] svg text").first().waitFor();
    await page.keyboard.press(key);
    await page.getByRole("dialog").waitFor();
    expect(await chineseLeft(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("has no Chinese word of its own in the steps to the next plan", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+1");
    await page.locator("main tbody tr").filter({ hasText: DRAFT }).click();
    await page.keyboard.press("Control+n");
    for (const step of await page.locator("main nav li button").all()) {
      await step.click();
      expect(await chineseLeft(page)).toEqual([]);
    }
    await page.keyboard.press("Escape");
  });

  test("has no Chinese word of its own in the menus", async () => {
    for (const menu of await page.getByRole("menubar").getByRole("menuitem").all()) {
      await menu.click();
      expect(await chineseLeft(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });
});

/** Text and names on the page in which Chinese is left when everything that a plan says is taken away. */
async function chineseLeft(page: Page): Promise<readonly string[]> {
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text) found.push(node.data);
      else if (node instanceof Element) {
        for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
          found.push(node.getAttribute(name) ?? "");
        }
      }
    }
    return found;
  });
  return [...new Set(shown)].filter((text) => /\p{Script=Han}/u.test(withoutPlanWords(text)));
}

/** What is no word of the interface: the logo, the languages' own names, and all that plans and catalogues say. */
const PLAN_WORDS = [...new Set([...seedWords(), DRAFT, AFTER, TYPED, "五", "中文"])].sort(
  (a, b) => b.length - a.length,
);

function withoutPlanWords(text: string): string {
  return PLAN_WORDS.reduce((left, word) => left.replaceAll(word, " "), text);
}

function seedWords(): readonly string[] {
  const seeds = resolve(import.meta.dirname, "../../seeds");
  const files = [
    "concepts.json",
    "jurisdictions.json",
    ...readdirSync(join(seeds, "plans")).map((f) => `plans/${f}`),
  ];
  return files.flatMap((file) => stringsOf(JSON.parse(readFileSync(join(seeds, file), "utf8"))));
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
