import { readWorkbook } from "#exchange/table/read-workbook.ts";
import { sheetTexts } from "#exchange/table/sheet-texts.ts";
import { ok } from "#core/result.ts";
import { answerOnce } from "./answer-once.ts";
import type { ReadOutcomes, SheetReadRequest } from "./file-reading-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<SheetReadRequest, ReadOutcomes["sheet"]>(self, async ({ bytes, sheet }) => {
  const read = readWorkbook(bytes);
  if (!read.ok) return read;
  const found = read.value.find(({ name }) => name === sheet);
  return Promise.resolve(ok(found === undefined ? null : sheetTexts(found)));
});
