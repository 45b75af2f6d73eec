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
      const name = `台山市科技创新“十三五”规划.${extension}`;
      await report.exportAs(item, name);
      const file = openPackage(await readFile(join(workbench.exportFolder, name)));
      expect(packageFaults(file)).toEqual([]);
    }
  });

  test("leaves as a PDF on sheets of A4, and as a table that Excel takes for Chinese", async () => {
    const pdf = "台山市科技创新“十三五”规划.pdf";
    await report.exportAs("导出 PDF", pdf);
    const printed = await readFile(join(workbench.exportFolder, pdf), "latin1");
    expect(printed.slice(0, 5)).toBe("%PDF-");
    expect(printed).toContain("%%EOF");
    expect(printed.match(/\/Type \/Page\b/gu)?.length).toBeGreaterThan(5);
    // 210 × 297 mm in points, to the pixel.
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(printed) ?? [];
    expect(Math.abs(Number(width) - (210 / 25.4) * 72)).toBeLessThan(1);
    expect(Math.abs(Number(height) - (297 / 25.4) * 72)).toBeLessThan(1);
    expect(await report.page.locator(".print-pages").count()).toBe(0);
    expect(await report.page.title()).toContain("五年");
    const csv = "台山市科技创新“十三五”规划.csv";
    await report.exportAs("导出 CSV（指标表）", csv);
    const table = await readFile(join(workbench.exportFolder, csv), "utf8");
    expect(table.slice(0, 6)).toBe("\u{feff}序号,指标");
    expect(table).toContain("国家高新技术企业");
  });

  test("asks nothing of any network and throws nothing", () => {
    expect(workbench.strayRequests()).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });
});
