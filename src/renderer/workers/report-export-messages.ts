import type { Report } from "#core/report/report.ts";
import type { ChartPicture } from "#exchange/word/write-word.ts";

/** What the report worker is asked for. */
export interface ReportExportRequest {
  readonly kind: "docx";
  readonly report: Report;
  /** By the id of a chart's block; a chart without one stays editable. */
  readonly pictures: ReadonlyMap<string, ChartPicture>;
}

/** What the report worker answers: the file's bytes, or why there are none (English, for the details). */
export type ReportExportReply =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string };
