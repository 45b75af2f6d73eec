import { SaxesParser } from "saxes";
import type { ArchiveError } from "../archive/archive-error.ts";

/** Why a file is no workbook that can be read. */
export type WorkbookError =
  | ArchiveError
  | { readonly kind: "not-a-workbook" }
  /** It declares a document type, by which XML can be made to grow without end. */
  | { readonly kind: "document-type" }
  | { readonly kind: "too-deep"; readonly limit: number }
  | { readonly kind: "too-many-cells"; readonly limit: number }
  | { readonly kind: "broken-part"; readonly entry: string };

/** What the parts of a workbook may hold; `places` counts those left empty before a cell, too, since each takes room. */
export const SHEET_LIMITS = {
  cells: 200_000,
  places: 4_000_000,
  depth: 64,
  columns: 16_384,
  rows: 1_048_576,
} as const;

/** Ends the reading of a part. */
export class RefusedPart extends Error {
  readonly reason: WorkbookError;

  constructor(reason: WorkbookError) {
    super(reason.kind);
    this.reason = reason;
  }
}

/** What happens while an XML part is read; names come without their prefix. */
export interface PartHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads an XML part strictly, without document types and not too deep. */
export function parsePart(xml: string, handler: PartHandler): void {
  const parser = new SaxesParser();
  let depth = 0;
  const plain = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("error", () => {
    throw new RefusedPart({ kind: "broken-part", entry: "xml" });
  });
  parser.on("doctype", () => {
    throw new RefusedPart({ kind: "document-type" });
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > SHEET_LIMITS.depth) throw new RefusedPart({ kind: "too-deep", limit: SHEET_LIMITS.depth });
    handler.open?.(plain(name), attributes);
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handler.close?.(plain(name));
  });
  parser.write(xml).close();
}
