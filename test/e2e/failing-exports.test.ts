import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { systemError } from "../torture/model-disk.ts";
import { onMachine } from "./on-machine.ts";
import { BackupsRoom } from "./rooms/backups-room.ts";
import { BesideRoom } from "./rooms/beside-room.ts";
import { ChartsRoom } from "./rooms/charts-room.ts";
import { Frame } from "./rooms/frame.ts";
import { HistoryRoom } from "./rooms/history-room.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import { filesIn, type Workbench } from "./start-workbench.ts";

const PREDECESSOR = "恩平市科学技术发展“十三五”规划";

/** The step of writing an export that fails at present, and with which of the system's codes. */
let failure: { readonly step: "open" | "append" | "rename"; readonly code: string } | null = null;

/** The real disk, whose folder of exports fails as told. A read-only folder and a held file cannot be had for root, under whom this runs. */
const disk: Disk = {
  ...nodeDisk,
  open: async (path, which) => {
    failAt("open", path);
    const file = await nodeDisk.open(path, which);
    const append = async (bytes: Uint8Array) => {
      failAt("append", path);
      await file.append(bytes);
    };
    return { ...file, append };
  },
  rename: async (from, to) => {
    failAt("rename", to);
    await nodeDisk.rename(from, to);
  },
};

function failAt(step: "open" | "append" | "rename", path: string): void {
  if (failure?.step === step && path.includes("exports")) throw systemError(failure.code);
}

const FAILURES = [
  [{ step: "open", code: "EACCES" }, /不能写入/u],
  [{ step: "append", code: "ENOSPC" }, /磁盘空间不足/u],
  [{ step: "rename", code: "EBUSY" }, /不能写入/u],
] as const;

/** A way out of the program, and where it tells what came of it. */
interface WayOut {
  readonly show: (page: Page) => Promise<void>;
  readonly press: (page: Page) => Promise<void>;
  readonly notice: (page: Page) => Locator;
}

const report = (deed: (room: ReportRoom) => Promise<void>): WayOut => ({
  show: (page) => new ReportRoom(page).show(),
  press: (page) => deed(new ReportRoom(page)),
  notice: (page) => new ReportRoom(page).notice,
});

const charts = (deed: (room: ChartsRoom) => Promise<void>): WayOut => ({
  show: (page) => new ChartsRoom(page).show(),
  press: (page) => deed(new ChartsRoom(page)),
  notice: (page) => new ChartsRoom(page).notice,
});

const beside = (item: string): WayOut => ({
  show: async (page) => {
    await page.keyboard.press("Control+3");
    await new BesideRoom(page).ready();
  },
  press: async (page) => {
    await new BesideRoom(page).main.getByRole("button", { name: "导出" }).press("Enter");
    await page.getByRole("menuitem", { name: item }).press("Enter");
  },
  notice: (page) => new BesideRoom(page).notice,
});

const history = (button: string): WayOut => ({
  show: async (page) => {
    await new HistoryRoom(page).show();
    await new HistoryRoom(page).choose("国家高新技术企业");
  },
  press: (page) => new HistoryRoom(page).changes.getByRole("button", { name: button }).press("Enter"),
  notice: (page) => new HistoryRoom(page).notice,
});

const backups: WayOut = {
  show: (page) => new BackupsRoom(page).show(),
  press: (page) => new BackupsRoom(page).main.getByRole("button", { name: "导出全部规划…" }).press("Enter"),
  notice: (page) => new BackupsRoom(page).main.locator(".room-notice"),
};

const WAYS_OUT: readonly (readonly [string, string, WayOut])[] = [
  [
    "the report in Word",
    "docx",
    report((room) => room.main.getByRole("button", { name: "导出 Word" }).press("Enter")),
  ],
  ["the report in Excel", "xlsx", report((room) => room.tryExportAs("导出 Excel（含公式）"))],
  ["the report as slides", "pptx", report((room) => room.tryExportAs("导出 PowerPoint（一图一页）"))],
  ["the report as PDF", "pdf", report((room) => room.tryExportAs("导出 PDF"))],
  ["the report's table", "csv", report((room) => room.tryExportAs("导出 CSV（指标表）"))],
  ["a chart", "svg", charts((room) => room.tryExport("SVG"))],
  ["many charts", "zip", charts((room) => room.tryExportAll(["走势与目标"], "全部有目标的指标"))],
  ["the comparison as a table", "csv", beside("导出为 CSV")],
  ["the comparison in Word", "docx", beside("导出对照报告（Word）")],
  ["the changes as a table", "csv", history("导出 CSV")],
  ["the changes in Word", "docx", history("导出 Word")],
  ["all plans", "wunian", backups],
];

describe("an export that the disk does not take", () => {
  let workbench: Workbench;
  onMachine(
    async (started) => {
      workbench = started;
      await new LibraryRoom(started.page).startNextPlan(PREDECESSOR);
      const indicators = new IndicatorRoom(started.page);
      await indicators.ready();
      await indicators.type("国家高新技术企业", "2025 目标表述", "达到100家");
      await new Frame(started.page).waitUntilSaved();
    },
    { disk },
  );

  /** Files that are not being written. */
  const finished = async () =>
    (await filesIn(workbench.exportFolder)).filter((name) => !name.endsWith(".tmp"));
  const count = async () => (await finished()).length;
  /** Every export that is there, byte for byte. */
  const written = async (): Promise<readonly string[]> => {
    const names = await filesIn(workbench.exportFolder);
    const read = (name: string) => readFile(join(workbench.exportFolder, name), "base64");
    return Promise.all(names.map(async (name) => `${name}: ${await read(name)}`));
  };

  describe.each(WAYS_OUT)("%s", (_, extension, { show, press, notice }) => {
    test("is a file where nothing fails", async () => {
      const { page } = workbench;
      const before = await count();
      await show(page);
      await press(page);
      await expect.poll(count).toBe(before + 1);
      expect((await finished()).some((name) => name.endsWith(`.${extension}`))).toBe(true);
      await notice(page)
        .getByText(/已导出/u)
        .first()
        .waitFor();
    });

    test.each(FAILURES)("at %j is told with its reason, and what was there stays", async (broken, reason) => {
      const { page } = workbench;
      const before = await written();
      failure = broken;
      await press(page);
      await notice(page).getByText(reason).first().waitFor();
      failure = null;
      expect(await written()).toEqual(before);
    });

    test("is there once the disk takes it again", async () => {
      const { page } = workbench;
      const before = await count();
      await press(page);
      await expect.poll(count).toBe(before + 1);
      await notice(page)
        .getByText(/已导出/u)
        .first()
        .waitFor();
    });
  });
});
