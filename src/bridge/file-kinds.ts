import type { ExportKind, OpenKind } from "./desktop-bridge.ts";

/** The extension of each kind of file that leaves the program. */
export const FILE_EXTENSIONS: Readonly<Record<ExportKind, string>> = {
  svg: "svg",
  png: "png",
  pdf: "pdf",
  zip: "zip",
  plan: "wunian",
  csv: "csv",
  docx: "docx",
  xlsx: "xlsx",
  pptx: "pptx",
};

/** The extensions of each kind of file that comes in; a plan also comes as the JSON inside a plan file. */
export const OPEN_EXTENSIONS: Readonly<Record<OpenKind, readonly string[]>> = {
  text: ["txt"],
  plan: ["wunian", "json"],
  sheet: ["xlsx"],
};
