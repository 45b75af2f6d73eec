import { expect, onTestFinished, test } from "vitest";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { createPastDatabase } from "../storage/past-version.ts";
import { VERSION_3 } from "../storage/database-of-version-3.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { filesIn, freshMachine, removeMachine, startWorkbench } from "./start-workbench.ts";

const MB = 1024 * 1024;

test("where the backup before an upgrade has no room, the window says so and how much it needs, exports the data, and another try upgrades", async () => {
  const machine = await freshMachine();
  onTestFinished(() => removeMachine(machine));
  let free = 10_000 * MB;
  const disk: Disk = { ...nodeDisk, free: () => Promise.resolve(free) };
  const workbench = await startWorkbench({ machine, disk });
  onTestFinished(() => workbench.close());
  const { page, exportFolder } = workbench;
  await new LibraryRoom(page).ready();
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase("wunian");
        request.onsuccess = resolve;
      }),
  );
  await page.evaluate(createPastDatabase, [VERSION_3, "wunian"] as const);
  free = 90 * MB;
  await page.reload();
  const alert = page.getByRole("alert");
  await alert.getByRole("heading", { name: "升级前的备份未能保存" }).waitFor();
  // The copy takes less than one MB beside the 100 MB that stay free for the journal.
  expect(await alert.innerText()).toContain("至少 101 MB 的可用空间");
  await page.getByRole("button", { name: "导出现有数据…" }).click();
  await page.getByRole("status").filter({ hasText: "已导出" }).waitFor();
  expect(await filesIn(exportFolder)).toHaveLength(1);

  free = 10_000 * MB;
  await page.getByRole("button", { name: "重试" }).click();
  await new LibraryRoom(page).ready();
  await page.getByText("同事的规划").first().waitFor();
});
