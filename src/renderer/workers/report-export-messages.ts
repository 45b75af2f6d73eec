import type { Report } from "#core/report/report.ts";
import type { Workbook } from "#core/report/workbook/workbook.ts";
import type { ChartPicture } from "#exchange/word/write-word.ts";

/** What the report worker is asked to write. */
export type ReportWriteRequest =
  | {
      readonly kind: "docx";
      readonly report: Report;
      /** By the id of a chart's block; a chart without one stays editable. */
      readonly pictures: ReadonlyMap<string, ChartPicture>;
    }
  | { readonly kind: "pptx"; readonly report: Report }
  | { readonly kind: "xlsx"; readonly workbook: Workbook };
