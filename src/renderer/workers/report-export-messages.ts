import type { Report } from "#core/report/report.ts";
import type { Workbook } from "#core/report/workbook/workbook.ts";

/** What the report worker is asked to write. */
export type ReportWriteRequest =
  | {
      readonly kind: "docx";
      readonly report: Report;
      /** Whether charts can be edited in Word, as far as it can draw them. */
      readonly editable: boolean;
      /** PNG files by the id of a chart's block. */
      readonly pictures: ReadonlyMap<string, Uint8Array>;
    }
  | {
      readonly kind: "pptx";
      readonly report: Report;
      /** PNG files of the charts that PowerPoint cannot draw. */
      readonly pictures: ReadonlyMap<string, Uint8Array>;
    }
  | { readonly kind: "xlsx"; readonly workbook: Workbook };
