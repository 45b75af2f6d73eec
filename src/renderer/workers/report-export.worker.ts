import { writeSlides } from "#exchange/slides/write-slides.ts";
import { writeWorkbook } from "#exchange/table/write-workbook.ts";
import { writeWord } from "#exchange/word/write-word.ts";
import { answerOnce } from "./answer-once.ts";
import type { ReportWriteRequest } from "./report-export-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<ReportWriteRequest, Uint8Array<ArrayBuffer>>(self, write, ({ buffer }) => [buffer]);

async function write(request: ReportWriteRequest): Promise<Uint8Array<ArrayBuffer>> {
  switch (request.kind) {
    case "docx":
      return writeWord(request.report, request);
    case "pptx":
      return writeSlides(request.report, request.pictures);
    case "xlsx":
      return writeWorkbook(request.workbook);
  }
}
