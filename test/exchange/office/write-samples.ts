import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { planWorkbook } from "#core/report/workbook/plan-workbook.ts";
import { writeSlides } from "#exchange/slides/write-slides.ts";
import { writeWorkbook } from "#exchange/table/write-workbook.ts";
import { writeWord } from "#exchange/word/write-word.ts";
import { sampleContext, sampleReport } from "../../core/report/sample-report.ts";
import { seedPlan } from "../../seed-plan.ts";

/** The plan of the samples: 台山市科技创新“十三五”规划, which has milestones, observations and tasks. */
const PLAN = "taishan-13";

/** Writes what a bundled plan looks like as a Word, an Excel and a PowerPoint file. */
export async function writeSamples(folder: string): Promise<void> {
  const plan = seedPlan(PLAN);
  const context = sampleContext(plan);
  const report = sampleReport(PLAN);
  await mkdir(folder, { recursive: true });
  const write = (extension: string, bytes: Uint8Array) =>
    writeFile(join(folder, `${PLAN}.${extension}`), bytes);
  await write("docx", await writeWord(report, { editable: true, pictures: new Map() }));
  await write("xlsx", writeWorkbook(planWorkbook(plan, context, context.scenarios.root)));
  await write("pptx", await writeSlides(report, new Map()));
}
