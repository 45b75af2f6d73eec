import { err, ok, type Result } from "#core/result.ts";
import { ARCHIVE_LIMITS, type ArchiveLimits, SMALL_ENTRY_BYTES } from "../archive/archive-limits.ts";
import { unpackEntry } from "../archive/unpack-entry.ts";
import { readZipDirectory, type ZipEntry } from "../archive/zip-directory.ts";
import { RefusedPart, SHEET_LIMITS, type WorkbookError } from "./parse-part.ts";
import { readStrings, readStyles, readSheet, readRelations, readSheetList } from "./workbook-parts.ts";

/**
 * A cell as it was read: what it says, and for a number how many digits its format prints, `null` for as they come; a number that is printed
 * in per cent is 0.7 for 70%. Dates, logical values and errors are not read.
 */
export type ReadCell =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "number" | "percent";
      readonly value: number;
      readonly decimals: number | null;
    }
  | { readonly kind: "unread" };

/** A sheet as it was read: rows of cells, `null` where there is none. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (ReadCell | null)[])[];
}

/**
 * Reads the sheets of an .xlsx file from anywhere: sizes, checksums and counts are held to limits while it is unpacked, document types are
 * refused, formulas are not looked at, only what they came to. Charts, macros and whatever else may be in it are not unpacked.
 */
export function readWorkbook(
  bytes: Uint8Array,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Result<readonly ReadSheet[], WorkbookError> {
  if (bytes.byteLength > limits.packed) return err({ kind: "too-large", limit: limits.packed });
  const directory = readZipDirectory(bytes, limits.entries);
  if (!directory.ok) return directory;
  try {
    return ok(readSheets(new Parts(directory.value, limits)));
  } catch (error) {
    if (error instanceof RefusedPart) return err(error.reason);
    throw error;
  }
}

function readSheets(parts: Parts): readonly ReadSheet[] {
  const relations = readRelations(parts.text("xl/_rels/workbook.xml.rels"));
  const strings = readStrings(parts.optional("xl/sharedStrings.xml"));
  const formats = readStyles(parts.optional("xl/styles.xml"));
  const room = { cells: SHEET_LIMITS.cells, places: SHEET_LIMITS.places };
  return readSheetList(parts.text("xl/workbook.xml")).flatMap(({ name, relation }) => {
    const target = relations.get(relation);
    if (target === undefined) return [];
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    return [{ name, rows: readSheet(parts.text(path), { strings, formats, room }) }];
  });
}

/** The parts of the file, unpacked when they are asked for and counted together. */
class Parts {
  readonly #entries = new Map<string, ZipEntry>();
  readonly #ratio: number;
  #room: number;

  constructor(entries: readonly ZipEntry[], { unpacked, ratio }: ArchiveLimits) {
    for (const entry of entries) {
      if (this.#entries.has(entry.name)) throw new RefusedPart({ kind: "repeated-entry", entry: entry.name });
      this.#entries.set(entry.name, entry);
    }
    this.#room = unpacked;
    this.#ratio = ratio;
  }

  text(name: string): string {
    const text = this.optional(name);
    if (text === null) throw new RefusedPart({ kind: "not-a-workbook" });
    return text;
  }

  optional(name: string): string | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const byRatio = Math.max(SMALL_ENTRY_BYTES, entry.packed.length * this.#ratio);
    const content = unpackEntry(entry, Math.min(this.#room, byRatio));
    if (content === "too-large") throw new RefusedPart({ kind: "unpacks-too-large" });
    if (content === "damaged") throw new RefusedPart({ kind: "damaged-entry", entry: name });
    this.#room -= content.length;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(content);
    } catch {
      throw new RefusedPart({ kind: "broken-part", entry: name });
    }
  }
}
