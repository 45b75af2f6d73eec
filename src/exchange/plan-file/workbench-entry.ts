import { BACKUP_LIMITS } from "../archive/archive-limits.ts";
import { readJson } from "../archive/json-entry.ts";
import { unpackEntry } from "../archive/unpack-entry.ts";
import { readZipDirectory } from "../archive/zip-directory.ts";

/** The entry of an archive that holds what a database keeps beside its plans. */
export const WORKBENCH = "workbench.json";

/** What a backup says of the last journal entry that it holds: its number, and the SHA-256 of its text where that was noted. */
export interface LastEntry {
  readonly sequence: number;
  readonly mark: string | null;
}

/** Reads that alone from a backup, without its plans; `null` where it does not say. */
export function readLastEntry(bytes: Uint8Array): LastEntry | null {
  const directory = readZipDirectory(bytes, BACKUP_LIMITS.entries);
  const entry = directory.ok ? directory.value.find(({ name }) => name === WORKBENCH) : undefined;
  if (entry === undefined) return null;
  const content = unpackEntry(entry, BACKUP_LIMITS.unpacked);
  const data = typeof content === "string" ? null : readJson(content);
  const book = data?.ok === true ? data.value : null;
  if (typeof book !== "object" || book === null || !("sequence" in book) || !("entry" in book)) return null;
  const { sequence, entry: mark } = book;
  if (typeof sequence !== "number") return null;
  return { sequence, mark: typeof mark === "string" ? mark : null };
}
