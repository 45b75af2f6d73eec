import { rename } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const DRAFT = "恩平市科学技术发展“十四五”规划";
const TARGET = "2025 目标表述";
const [ENTERPRISES, RECOGNISED, BACKBONE] = [
  "高新技术企业",
  "国家高新技术企业",
  "骨干企业研发机构覆盖",
] as const;

let machine: string;
let workbench: Workbench | null = null;
beforeEach(async () => {
  machine = await freshMachine();
});
afterEach(async () => {
  await workbench?.close();
  await removeMachine(machine);
});

/** A disk that takes no entry of a journal any more, as one that is full. */
const cutOff: Disk = {
  ...nodeDisk,
  open: async (path, which) => {
    const file = await nodeDisk.open(path, which);
    if (!path.includes(join("data", "journal"))) return file;
    const full = () => Promise.reject(Object.assign(new Error("ENOSPC"), { code: "ENOSPC" }));
    return { ...file, append: full };
  },
};

/** Two profiles of the browser over one data folder stand for the two shells, which never run at once. */
let inUse: "first" | "second" = "first";
async function startIn(profile: "first" | "second", disk: Disk = nodeDisk): Promise<Workbench> {
  await workbench?.close();
  if (profile !== inUse) {
    const data = join(machine, "data");
    await rename(join(data, "chromium-profile"), join(data, `profile-${inUse}`));
    await rename(join(data, `profile-${profile}`), join(data, "chromium-profile")).catch(() => undefined);
    inUse = profile;
  }
  workbench = await startWorkbench({ machine, disk });
  return workbench;
}

async function openDraft({ page }: Workbench): Promise<IndicatorRoom> {
  const library = new LibraryRoom(page);
  await library.ready();
  const told = page.getByRole("dialog", { name: "规划数据已恢复" });
  if (await told.isVisible()) await told.getByRole("button", { name: "知道了" }).click();
  await library.open(DRAFT);
  const indicators = new IndicatorRoom(page);
  await indicators.ready();
  return indicators;
}

test("two shells that both went on are joined: what differs is chosen once, and both end with the same", async () => {
  inUse = "first";
  const first = await startIn("first");
  const library = new LibraryRoom(first.page);
  await library.ready();
  await library.startNextPlan("恩平市科学技术发展“十三五”规划");
  const indicators = new IndicatorRoom(first.page);
  await indicators.ready();
  await indicators.type(ENTERPRISES, TARGET, "达到100家");
  await new Frame(first.page).waitUntilSaved();

  const second = await startIn("second");
  expect(await (await openDraft(second)).text(ENTERPRISES, TARGET)).toBe("达到100家");

  const alone = await startIn("first", cutOff);
  const before = await openDraft(alone);
  await before.type(ENTERPRISES, TARGET, "达到110家");
  await before.type(RECOGNISED, TARGET, "达到210家");
  await alone.page.getByText("条修改记录尚未写到磁盘").waitFor();

  const other = await startIn("second");
  const there = await openDraft(other);
  await there.type(ENTERPRISES, TARGET, "达到120家");
  await there.type(BACKBONE, TARGET, "达到60%");
  await new Frame(other.page).waitUntilSaved();

  // The planner pulls the plug instead of choosing; the question comes back.
  const unanswered = await startIn("first");
  await unanswered.page
    .getByRole("dialog", { name: "两处的修改有不一致，请选定" })
    .waitFor({ timeout: 60_000 });
  const asked = await startIn("first");
  const dialog = asked.page.getByRole("dialog", { name: "两处的修改有不一致，请选定" });
  await dialog.waitFor({ timeout: 60_000 });
  expect(await dialog.getByRole("radiogroup").allInnerTexts()).toHaveLength(1);
  await dialog.getByRole("radio", { name: "达到120家" }).check();
  await dialog.getByRole("button", { name: "合并" }).click();
  await asked.page.getByText("已合并两处的修改：补入 2 条，本处 2 条").waitFor({ timeout: 60_000 });
  await expectJoined(await openDraft(asked));
  await new Frame(asked.page).waitUntilSaved();
  expect(asked.pageErrors).toEqual([]);

  await expectJoined(await openDraft(await startIn("second")));
}, 180_000);

async function expectJoined(room: IndicatorRoom): Promise<void> {
  expect(await room.text(ENTERPRISES, TARGET)).toBe("达到120家");
  expect(await room.text(RECOGNISED, TARGET)).toBe("达到210家");
  expect(await room.text(BACKBONE, TARGET)).toBe("达到60%");
}
