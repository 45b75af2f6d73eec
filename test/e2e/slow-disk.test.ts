import { expect, onTestFinished, test } from "vitest";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { freshMachine, removeMachine, startWorkbench } from "./start-workbench.ts";

test("a start that waits for the disk says so after ten seconds, and goes on once it answers", async () => {
  const machine = await freshMachine();
  onTestFinished(() => removeMachine(machine));
  let answer = () => {};
  let away: Promise<void> | null = null;
  const disk: Disk = {
    ...nodeDisk,
    list: async (folder) => {
      await away;
      return nodeDisk.list(folder);
    },
  };
  const workbench = await startWorkbench({ machine, disk });
  onTestFinished(() => workbench.close());
  const { page } = workbench;
  const library = new LibraryRoom(page);
  await library.ready();
  away = new Promise((resolve) => {
    answer = resolve;
  });
  await page.clock.install();
  await page.reload();
  await page.getByText("正在载入…").waitFor();
  const told = page.getByRole("status").filter({ hasText: "比平常慢" });
  expect(await told.count()).toBe(0);
  await page.clock.fastForward(10_000);
  await told.waitFor();
  answer();
  await library.ready();
  expect(await told.count()).toBe(0);
});
