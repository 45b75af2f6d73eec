import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { systemError } from "../torture/model-disk.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const DRAFT = "恩平市科学技术发展“十四五”规划";
const ROW = "高新技术企业";
const DUTY = "责任部门";
const TARGET = "2025 目标表述";

/** The real disk, on which what holds waiting edits finds no room while `full`. */
const journals = { full: false };
const disk: Disk = {
  ...nodeDisk,
  open: async (path, which) => {
    const file = await nodeDisk.open(path, which);
    const append = (bytes: Uint8Array) =>
      journals.full && path.includes("-waiting") ? Promise.reject(systemError("ENOSPC")) : file.append(bytes);
    return { ...file, append };
  },
};

let machine: string;
let workbench: Workbench;

/** Has the browser's database refuse every edit, as a full disk does, until the page is loaded anew. */
const refuseEdits = (page: Page) =>
  page.evaluate(() => {
    for (const method of ["put", "add"] as const) {
      const native: unknown = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)?.value;
      if (typeof native !== "function") throw new Error(`No ${method}`);
      IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...row: unknown[]) {
        const request = Reflect.apply(native, this, row) as IDBRequest<IDBValidKey>;
        if (this.name === "plans") this.transaction.abort();
        return request;
      };
    }
  });

const start = async () => {
  workbench = await startWorkbench({ machine, disk });
  await new LibraryRoom(workbench.page).ready();
};

/** Closes the window as its own button does; what it asks, answered by `answer`, is counted. */
async function closeWindow(answer: "stay" | "go"): Promise<readonly string[]> {
  const { page } = workbench;
  const questions: string[] = [];
  const ended = new Promise<void>((end) => {
    page.once("close", () => end());
    page.once("dialog", (dialog) => {
      questions.push(dialog.type());
      void (answer === "go" ? dialog.accept() : dialog.dismiss()).then(() =>
        answer === "go" ? null : end(),
      );
    });
  });
  await page.close({ runBeforeUnload: true });
  await ended;
  return questions;
}

/** What the page tells the shell, and whether it would stop its close. */
const guardOf = (page: Page) =>
  page.evaluate(() => ({
    told: document.documentElement.getAttribute("data-at-risk"),
    stops: !window.dispatchEvent(new Event("beforeunload", { cancelable: true })),
  }));

beforeAll(async () => {
  machine = await freshMachine();
  await start();
  await new LibraryRoom(workbench.page).startNextPlan("恩平市科学技术发展“十三五”规划");
  await new IndicatorRoom(workbench.page).ready();
  await new Frame(workbench.page).waitUntilSaved();
  await workbench.close();
});
beforeEach(async () => {
  journals.full = false;
  await start();
  await new LibraryRoom(workbench.page).open(DRAFT);
});
afterEach(async () => {
  await workbench.close();
});
afterAll(() => removeMachine(machine));

const CALM = { told: null, stops: false };

describe("closing the window", () => {
  test("is asked about while a text stands in a form, and calm before, after, and once an edit is saved", async () => {
    const { page } = workbench;
    const indicators = new IndicatorRoom(page);
    await indicators.choose(ROW, TARGET);
    await page.keyboard.press("Shift+F2");
    const note = page.getByRole("dialog").getByRole("textbox").first();
    await note.waitFor();
    expect(await guardOf(page)).toEqual(CALM);
    await note.fill("按上年统计公报核对");
    expect(await closeWindow("stay")).toEqual(["beforeunload"]);
    expect(await note.inputValue()).toBe("按上年统计公报核对");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await guardOf(page)).toEqual(CALM);
    await indicators.type(ROW, TARGET, "达到120家");
    await new Frame(page).waitUntilSaved();
    expect(await guardOf(page)).toEqual(CALM);
    expect(await closeWindow("go")).toEqual([]);
  });

  test("is calm while the machine holds what the database refused, but for a cell that is being typed into", async () => {
    const { page } = workbench;
    const indicators = new IndicatorRoom(page);
    await indicators.choose(ROW, DUTY);
    await page.keyboard.type("市科工");
    expect(await guardOf(page)).toEqual(CALM);
    await page.keyboard.press("Escape");
    await refuseEdits(page);
    await indicators.type(ROW, TARGET, "达到130家");
    await page.getByText("关闭窗口也不会丢失").waitFor();
    await expect.poll(() => guardOf(page)).toEqual(CALM);
    await indicators.choose(ROW, DUTY);
    await page.keyboard.type("市科工");
    expect(await closeWindow("stay")).toEqual(["beforeunload"]);
    await page.keyboard.press("Escape");
    expect(await closeWindow("go")).toEqual([]);
    await workbench.close();
    await start();
    await new LibraryRoom(workbench.page).open(DRAFT);
    expect(await new IndicatorRoom(workbench.page).text(ROW, TARGET)).toBe("达到130家");
  });

  test("is asked about while an edit is in this window only; who stays loses nothing", async () => {
    const { page } = workbench;
    const indicators = new IndicatorRoom(page);
    journals.full = true;
    await refuseEdits(page);
    await indicators.type(ROW, TARGET, "达到140家");
    await page.getByText("这些修改目前只在本窗口中").waitFor();
    expect(await closeWindow("stay")).toEqual(["beforeunload"]);
    expect(await indicators.text(ROW, TARGET)).toBe("达到140家");
    expect(await guardOf(page)).toEqual({ told: "only-here", stops: true });
    expect(await closeWindow("go")).toEqual(["beforeunload"]);
  });
});

describe("a run that is ended", () => {
  test("keeps a cell that is being typed into for the next start", async () => {
    await new IndicatorRoom(workbench.page).choose(ROW, DUTY);
    await workbench.page.keyboard.type("市科工商务局");
    await workbench.close();
    await start();
    await new LibraryRoom(workbench.page).open(DRAFT);
    const indicators = new IndicatorRoom(workbench.page);
    await expect.poll(() => indicators.text(ROW, DUTY)).toBe("市科工商务局");
  });
});
