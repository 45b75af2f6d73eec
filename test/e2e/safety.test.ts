import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LOW_DISK_BYTES, READ_ONLY_DISK_BYTES } from "#bridge/disk-space.ts";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { BackupsRoom } from "./rooms/backups-room.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { filesIn, freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const DRAFT = "恩平市科学技术发展“十四五”规划";
const ROW = "高新技术企业";
const BELOW = "国家高新技术企业";
const TARGET = "2025 目标表述";

/** A disk whose free space is what the test says. */
const space = { free: 100 * LOW_DISK_BYTES };
/** Parts of the path of files that take nothing any more, as on a disk that is full. */
const full = new Set<string>();
const disk: Disk = {
  ...nodeDisk,
  free: () => Promise.resolve(space.free),
  open: async (path, which) => {
    const file = await nodeDisk.open(path, which);
    const append = (bytes: Uint8Array) =>
      [...full].some((part) => path.includes(part))
        ? Promise.reject(Object.assign(new Error("ENOSPC"), { code: "ENOSPC" }))
        : file.append(bytes);
    return { ...file, append };
  },
};

let machine: string;
let workbench: Workbench;

const start = async () => {
  workbench = await startWorkbench({ machine, disk });
  await new LibraryRoom(workbench.page).ready();
  return workbench.page;
};

beforeEach(async () => {
  space.free = 100 * LOW_DISK_BYTES;
  full.clear();
  machine = await freshMachine();
  const page = await start();
  await new LibraryRoom(page).startNextPlan("恩平市科学技术发展“十三五”规划");
  const indicators = new IndicatorRoom(page);
  await indicators.ready();
  await indicators.type(ROW, TARGET, "达到120家");
  await new Frame(page).waitUntilSaved();
});
afterEach(async () => {
  await workbench.close();
  await removeMachine(machine);
});

describe("a disk that fills up", () => {
  test("is told early, pauses editing before it is full, and leaves the ways out open", async () => {
    space.free = LOW_DISK_BYTES - 1;
    let page = workbench.page;
    await page.reload();
    await page.getByText("磁盘空间不多，剩余 1.9 GB").waitFor();
    await page.getByText("剩余不足 500 MB 时将暂停编辑").waitFor();
    space.free = READ_ONLY_DISK_BYTES - 1;
    await page.getByRole("button", { name: "重新检查" }).click();
    await page.getByText("已暂停编辑").waitFor();

    const indicators = new IndicatorRoom(page);
    await indicators.type(ROW, TARGET, "达到150家");
    await expect.poll(() => indicators.text(ROW, TARGET)).toBe("达到120家");
    await page.getByRole("button", { name: "导出全部规划…" }).click();
    await expect.poll(() => filesIn(workbench.exportFolder)).toEqual(["我的规划.wunian"]);

    space.free = 100 * LOW_DISK_BYTES;
    await page.getByRole("button", { name: "重新检查" }).click();
    await expect.poll(() => page.getByText(/磁盘空间不足，剩余/u).count()).toBe(0);
    await indicators.type(ROW, TARGET, "达到150家");
    await new Frame(page).waitUntilSaved();
    await workbench.close();
    page = await start();
    await new LibraryRoom(page).open(DRAFT);
    expect(await new IndicatorRoom(page).text(ROW, TARGET)).toBe("达到150家");
  });
});

describe("a database that is gone", () => {
  test("is built again at the start, and one calm dialog says up to which edit", async () => {
    await workbench.close();
    await rm(join(machine, "data", "chromium-profile", "Default", "IndexedDB"), { recursive: true });
    workbench = await startWorkbench({ machine, disk });
    const { page } = workbench;
    const dialog = page.getByRole("dialog", { name: "规划数据已恢复" });
    await dialog.getByText("规划数据库不在原处或没有内容。").waitFor();
    await dialog.getByText(/1 部规划，2 条修改/u).waitFor();
    await dialog.getByText(new RegExp(`恢复到最后一次修改：.*《${DRAFT}》`, "u")).waitFor();
    await page.keyboard.press("Escape");
    await new LibraryRoom(page).open(DRAFT);
    const indicators = new IndicatorRoom(page);
    expect(await indicators.text(ROW, TARGET)).toBe("达到120家");
    await page.keyboard.press("Control+z");
    await expect.poll(() => indicators.text(ROW, TARGET)).not.toBe("达到120家");
  });
});

describe("an edit that waits for the database while its row is deleted in another window", () => {
  const line = `${ROW} · 2025 年目标：达到150家`;

  /** Pastes over two rows what the database refuses, and deletes the first of them elsewhere. Gives the notices of the window. */
  const pasteOverGoneRow = async () => {
    const { page } = workbench;
    const opened = page.context().waitForEvent("page");
    await new Frame(page).choose("文件", "新建窗口");
    const other = new IndicatorRoom(await opened);
    await new LibraryRoom(other.page).open(DRAFT);
    await other.ready();
    await page.evaluate(refuseEdits);
    await new IndicatorRoom(page).choose(ROW, TARGET);
    await page.evaluate(() => navigator.clipboard.writeText("达到150家\n达到50家"));
    await page.keyboard.press("Control+v");
    const notices = page.locator(".shell-notices");
    await notices.getByText("1 项修改尚未写入数据库").waitFor();
    await notices
      .getByRole("listitem")
      .filter({ hasText: `${line}（等 2 格）` })
      .waitFor();

    await other.choose(ROW, TARGET);
    await other.page.keyboard.press("Control+-");
    await expect.poll(() => other.names()).not.toContain(ROW);
    return notices;
  };

  test("is named by the row and cell that is gone and what it put there, and the rest of its block is stored", async () => {
    const { page } = workbench;
    const notices = await pasteOverGoneRow();
    await page.evaluate(takeEdits);
    await notices.getByRole("button", { name: "重新检查" }).click();
    await notices.getByText("此前未能写入的 1 项修改与规划现状不符").waitFor();
    await expect.poll(() => notices.getByRole("listitem").allInnerTexts()).toEqual([`《${DRAFT}》${line}`]);
    await new Frame(page).waitUntilSaved();
    expect(await new IndicatorRoom(page).text(BELOW, TARGET)).toContain("达到50家");
    await notices.getByRole("button", { name: "关闭" }).click();
    await expect.poll(() => notices.getByRole("listitem").count()).toBe(0);
    expect(workbench.pageErrors).toEqual([]);
  });

  test("is named so at the next start, too, where its window ended meanwhile", async () => {
    const { page } = workbench;
    const notices = await pasteOverGoneRow();
    await page.reload();
    await notices.getByText("此前未能写入的 1 项修改与规划现状不符").waitFor();
    await expect.poll(() => notices.getByRole("listitem").allInnerTexts()).toEqual([`《${DRAFT}》${line}`]);
    const indicators = new IndicatorRoom(page);
    await indicators.ready();
    expect(await indicators.text(BELOW, TARGET)).toContain("达到50家");
    await page.reload();
    await indicators.ready();
    expect(await notices.getByRole("listitem").count()).toBe(0);
    expect(workbench.pageErrors).toEqual([]);
  });
});

/** Runs in a page: from now on its database refuses every edit. */
function refuseEdits(): void {
  const native: unknown = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "add")?.value;
  if (typeof native !== "function") throw new Error("No add");
  const refusing = new Proxy(native, {
    apply: (add, store: IDBObjectStore, row) => {
      const request: unknown = Reflect.apply(add, store, row);
      if (store.name === "journal") store.transaction.abort();
      return request;
    },
  });
  Reflect.set(window, "nativeAdd", native);
  Reflect.set(IDBObjectStore.prototype, "add", refusing);
}

/** Runs in a page: takes {@link refuseEdits} back. */
function takeEdits(): void {
  Reflect.set(IDBObjectStore.prototype, "add", Reflect.get(window, "nativeAdd"));
}

describe("a stick for a second copy", () => {
  test("that is pulled out is told calmly, and gets what it missed once it is back", async () => {
    const { page } = workbench;
    const stick = join(machine, "stick");
    await mkdir(stick);
    const backups = new BackupsRoom(page);
    await backups.show();
    await backups.main.getByRole("textbox", { name: "第二备份文件夹" }).fill(stick);
    await page.keyboard.press("Enter");
    await backups.main.getByText(/备份同时存入/u).waitFor();
    await rename(stick, `${stick}-away`);
    await backups.make();
    await backups.main.getByText(/目前不在，接上后自动补存/u).waitFor();
    await rename(`${stick}-away`, stick);
    await backups.main.getByRole("button", { name: "立即备份" }).click();
    await expect.poll(async () => (await filesIn(join(stick, "五年备份"))).length).toBeGreaterThan(1);
  });
});

describe("a second folder without room", () => {
  test("is told in every room, and can be put away", async () => {
    const { page } = workbench;
    const stick = join(machine, "stick");
    await mkdir(stick);
    const backups = new BackupsRoom(page);
    await backups.show();
    await backups.main.getByRole("textbox", { name: "第二备份文件夹" }).fill(stick);
    await page.keyboard.press("Enter");
    await backups.main.getByText(/备份同时存入/u).waitFor();
    full.add(stick);
    await backups.make();
    const told = page.getByRole("status").filter({ hasText: "没有存入第二备份文件夹：那里的空间不足" });
    await told.waitFor();
    expect(await backups.backups.first().innerText()).not.toContain("第二文件夹");
    await new IndicatorRoom(page).show();
    await told.waitFor();
    await told.getByRole("button", { name: "关闭" }).click();
    await expect.poll(() => told.count()).toBe(0);
  });
});

describe("a disk on which neither journal nor backup can be written", () => {
  test("offers the ways out once, and each message says its own", async () => {
    const { page } = workbench;
    full.add(join("data", "journal"));
    full.add(join("data", "backups"));
    await new IndicatorRoom(page).type(ROW, TARGET, "达到150家");
    await page.getByText("条修改记录尚未写到磁盘").waitFor();
    const backups = new BackupsRoom(page);
    await backups.show();
    await backups.main.getByRole("button", { name: "立即备份" }).click();
    await page.getByText("最近一次备份没有完成").waitFor();
    expect(await page.getByRole("button", { name: "重新检查" }).count()).toBe(1);
    full.clear();
    await page.getByRole("button", { name: "重新检查" }).click();
    await new Frame(page).waitUntilSaved();
  });
});

describe("a plan that comes back in a file after both sides went on", () => {
  test("is merged: what both changed is asked once, and undo takes the merge back", async () => {
    const { page, exportFolder } = workbench;
    const backups = new BackupsRoom(page);
    const indicators = new IndicatorRoom(page);
    await indicators.type(ROW, TARGET, "达到130家");
    await new Frame(page).waitUntilSaved();
    await backups.show();
    await backups.main.getByRole("button", { name: "导出全部规划…" }).click();
    await expect.poll(() => filesIn(exportFolder)).toEqual(["我的规划.wunian"]);
    await indicators.show();
    await page.keyboard.press("Control+z");
    await expect.poll(() => indicators.text(ROW, TARGET)).toBe("达到120家");
    await indicators.type(ROW, TARGET, "达到150家");
    await new Frame(page).waitUntilSaved();

    await backups.show();
    const choosing = page.waitForEvent("filechooser");
    await backups.main.getByRole("button", { name: "导入规划文件…" }).click();
    await (await choosing).setFiles(join(exportFolder, "我的规划.wunian"));
    await backups.taking.getByRole("radio", { name: "合并", exact: true }).check({ force: true });
    const conflict = backups.taking.getByRole("radiogroup", { name: `${ROW} · 2025 年目标` });
    await conflict.getByText("现有：达到150家").waitFor();
    await conflict.getByRole("radio", { name: "文件：达到130家" }).check({ force: true });
    await backups.taking.getByRole("button", { name: "导入 1 部规划" }).click();
    await page.getByText("已导入 1 部规划").waitFor();
    await indicators.show();
    await expect.poll(() => indicators.text(ROW, TARGET)).toBe("达到130家");
    await page.keyboard.press("Control+z");
    await expect.poll(() => indicators.text(ROW, TARGET)).toBe("达到150家");
    expect(workbench.pageErrors).toEqual([]);
  });
});
