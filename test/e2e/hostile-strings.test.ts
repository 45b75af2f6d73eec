import { expect, test } from "vitest";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { seedPlan } from "../seed-plan.ts";
import { hostilePlan } from "../torture/hostile-plans.ts";
import { HOSTILE_STRINGS } from "../torture/hostile-strings.ts";
import { BackupsRoom } from "./rooms/backups-room.ts";
import { CompareRoom } from "./rooms/compare-room.ts";
import { HistoryRoom } from "./rooms/history-room.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

let workbench: Workbench;

onMachine(async (started) => {
  workbench = started;
  await new LibraryRoom(workbench.page).ready();
});

/** A bundled plan with nothing but hostile words, from a string on. */
function takenOver(id: string, first: number): Plan {
  return {
    ...hostilePlan(seedPlan(id), first),
    title: `=1+1<img src=x onerror=globalThis.ran=1>${first}`,
    origin: "own",
  };
}

test("hostile strings in every field of imported plans are shown as text in every room", async () => {
  const { page } = workbench;
  const plans = ["jiangmen-14", "taishan-13", "heshan-14"].map((id, at) => takenOver(id, at * 37));
  const backups = new BackupsRoom(page);
  await backups.show();
  const choosing = page.waitForEvent("filechooser");
  await backups.main.getByRole("button", { name: "导入规划文件…" }).click();
  const buffer = Buffer.from(await writePlanArchive({ plans, workbench: null }));
  await (await choosing).setFiles({ name: "规划.wunian", mimeType: "application/zip", buffer });
  await backups.taking.getByRole("radio", { name: "存为副本" }).first().waitFor();
  for (const copy of await backups.taking.getByRole("radio", { name: "存为副本" }).all())
    await copy.check({ force: true });
  await backups.taking.getByRole("button", { name: "导入 3 部规划" }).click();
  await page.getByText("已导入 3 部规划").waitFor();

  const library = new LibraryRoom(page);
  for (const { title } of plans) {
    await library.show();
    await library.open(title);
    const indicators = new IndicatorRoom(page);
    await indicators.ready();
    await indicators.grid.hover();
    await page.mouse.wheel(0, 4_000);
    for (const Room of [CompareRoom, ScenarioRoom, ReportRoom, HistoryRoom]) await new Room(page).show();
  }
  const alive = await page.evaluate(() => ({
    ran: Reflect.get(globalThis, "ran") !== undefined,
    polluted: Object.keys(Object.prototype),
    foreign: document.querySelectorAll(
      "img[src=x], iframe, object, base, form, a[href^='javascript'], [onerror], [onload]",
    ).length,
  }));
  expect(alive).toEqual({ ran: false, polluted: [], foreign: 0 });
  expect(workbench.pageErrors).toEqual([]);
  expect(workbench.strayRequests()).toEqual([]);
  expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(100);
}, 180_000);
