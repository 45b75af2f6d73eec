import type { Locator, Page } from "playwright-core";

/** A file that a test makes up. */
export interface MadeUpFile {
  readonly name: string;
  readonly text: string;
}

/** The originals of plans: how they are attached, their passage in the panel 依据, and the reader. */
export class SourceRoom {
  readonly page: Page;
  readonly main: Locator;
  readonly index: Locator;
  readonly text: Locator;
  readonly stated: Locator;
  readonly evidence: Locator;
  /** The report of the last attaching. */
  readonly notice: Locator;
  /** What the report tells of single files. */
  readonly told: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main", { name: "原文" });
    this.index = this.main.getByRole("navigation", { name: "目录" });
    this.text = this.main.getByRole("region", { name: "原文正文" });
    this.stated = this.main.getByRole("region", { name: "本处表述" });
    this.evidence = page.getByRole("region", { name: "依据" });
    this.notice = page.locator(".shell-notices");
    this.told = this.notice.getByRole("listitem");
  }

  /** The mark on the place that the reader was opened at. */
  get mark(): Locator {
    return this.text.locator("mark.at");
  }

  /** The place that has the focus, as it is printed. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.textContent ?? "");
  }

  /** Does what opens a picker and chooses files there, by their paths or as made-up files. */
  async pick(open: () => Promise<void>, files: readonly string[] | MadeUpFile): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    await open();
    const chooser = await choosing;
    if (isPaths(files)) await chooser.setFiles([...files]);
    else
      await chooser.setFiles({ name: files.name, mimeType: "text/plain", buffer: Buffer.from(files.text) });
  }

  /** Drops a file on a part of the page, as from a file manager; tells whether the page kept the browser from opening it. */
  drop(target: Locator, file: MadeUpFile): Promise<boolean> {
    return target.evaluate((element, { name, text }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: "text/plain" }));
      const event = (type: string) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
      element.dispatchEvent(event("dragover"));
      return !element.dispatchEvent(event("drop"));
    }, file);
  }
}

const isPaths = (files: readonly string[] | MadeUpFile): files is readonly string[] => Array.isArray(files);
