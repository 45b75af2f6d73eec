import { dirname, join, parse } from "node:path";
import type { SaveRequest } from "#bridge/desktop-bridge.ts";
import { FILE_EXTENSIONS } from "#bridge/file-kinds.ts";
import { type Disk, nodeDisk } from "./disk.ts";
import { numberedName, safeFileName } from "./file-name.ts";
import { makeFolder } from "./make-folder.ts";
import { createFile } from "./write-file.ts";

const MOST_NAMES = 999;

/**
 * Writes an export into a folder, made when it is missing, under the first free name: `x.png`, `x (2).png` …
 * Returns the whole path; throws the system's error.
 */
export async function saveIntoFolder(
  folder: string,
  request: SaveRequest,
  disk: Disk = nodeDisk,
): Promise<string> {
  await makeFolder(folder);
  return createUnderFreeName(folder, safeFileName(request.suggestedName), request, disk);
}

/** Writes an export where a save dialog said; an existing file there is kept and the new one gets a number. */
export async function saveAtChosenPath(path: string, request: SaveRequest, disk: Disk): Promise<string> {
  const { name, ext } = parse(path);
  const stem = ext.toLowerCase() === `.${FILE_EXTENSIONS[request.kind]}` ? name : name + ext;
  return createUnderFreeName(dirname(path), stem, request, disk);
}

function createUnderFreeName(
  folder: string,
  name: string,
  { kind, bytes }: SaveRequest,
  disk: Disk,
): Promise<string> {
  const numbered = (at: number) => join(folder, numberedName(name, FILE_EXTENSIONS[kind], at + 1));
  return createFile(
    Array.from({ length: MOST_NAMES }, (_, at) => numbered(at)),
    bytes,
    disk,
  );
}
