import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPackage, packageFaults, partText } from "../exchange/office/office-package.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ReportRoom } from "./rooms/report-room.ts";
import { filesIn, freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

describe("the report of a plan, by keyboard", () => {
  let machine: string;
  let workbench: Workbench;
  let report: ReportRoom;

  beforeAll(async () => {
    machine = await freshMachine();
    workbench = await startWorkbench({ machine });
    report = new ReportRoom(workbench.page);
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.open("台山市科技创新“十三五”规划");
    await report.show();
  });
  afterAll(async () => {
    await workbench.close();
    await removeMachine(machine);
  });

  test("shows the pages, and in the outline where each part begins", async () => {
    await expect.poll(() => report.preview.locator(".sheet").count()).toBeGreaterThan(5);
    const entries = (await report.entries()).map((text) => text.replace(/\s+/gu, " "));
    expect(entries[0]).toBe("一、编制依据 3");
    expect(entries).toContainEqual(expect.stringMatching(/^表1 主要指标 \d+$/u));
  });

  test("leaves out what the planner does not want", async () => {
    await report.main.getByRole("checkbox", { name: "目录" }).press("Space");
    await expect.poll(async () => (await report.entries())[0]?.replace(/\s+/gu, " ")).toBe("一、编制依据 1");
  });

  test("leaves as a sound Word file", async () => {
    await report.export("导出 Word");
    expect(await filesIn(workbench.exportFolder)).toEqual(["台山市科技创新“十三五”规划.docx"]);
    const file = openPackage(await readFile(join(workbench.exportFolder, "台山市科技创新“十三五”规划.docx")));
    expect(packageFaults(file)).toEqual([]);
    expect(partText(file, "word/document.xml")).toContain("国家高新技术企业达到50家（其中2017年达到35家）");
  });

  test("leaves as an Excel file with formulas, and as slides", async () => {
    for (const [item, extension] of [
      ["导出 Excel（含公式）", "xlsx"],
      ["导出 PowerPoint（一图一页）", "pptx"],
    ] as const) {
      await report.exportAs(item);
      const name = `台山市科技创新“十三五”规划.${extension}`;
      await expect.poll(() => filesIn(workbench.exportFolder)).toContain(name);
      const file = openPackage(await readFile(join(workbench.exportFolder, name)));
      expect(packageFaults(file)).toEqual([]);
    }
  });

  test("asks nothing of any network and throws nothing", () => {
    expect(workbench.strayRequests()).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });
});
