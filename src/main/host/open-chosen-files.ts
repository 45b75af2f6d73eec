import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { OpenedFile, OpenKind, OpenOutcome, Reply } from "#bridge/desktop-bridge.ts";
import { MAX_OPENED_BYTES, MAX_OPENED_TOGETHER } from "#bridge/open-limits.ts";
import { done, refused } from "#bridge/reply.ts";
import { errorCode } from "./error-code.ts";
import type { HostOptions } from "./host-options.ts";

/** Lets the planner choose files and reads them; a file that cannot be read does not keep the others back. */
export async function openChosenFiles(
  kinds: readonly OpenKind[],
  chooseOpenPaths: HostOptions["chooseOpenPaths"],
): Promise<Reply<OpenOutcome>> {
  if (chooseOpenPaths === null) return refused("unsupported", "This shell has no dialog for files to open");
  const paths = await chooseOpenPaths(kinds);
  if (paths === null) return done({ kind: "cancelled" });
  const files: OpenedFile[] = [];
  let room = MAX_OPENED_TOGETHER;
  for (const path of paths) {
    const file = await readChosenFile(path, room);
    files.push(file);
    if (file.kind === "read") room -= file.bytes.byteLength;
  }
  return done({ kind: "opened", files });
}

/** Reads one file unless it is larger than one file may be, or than `room` bytes. */
async function readChosenFile(path: string, room: number): Promise<OpenedFile> {
  const name = basename(path);
  const unread = (reason: Extract<OpenedFile, { kind: "unread" }>["reason"]): OpenedFile => ({
    kind: "unread",
    name,
    reason,
  });
  try {
    const found = await stat(path);
    // Folders, devices and pipes are nothing to read, and a pipe would never end.
    if (!found.isFile()) return unread("unreadable");
    if (found.size > MAX_OPENED_BYTES) return unread("too-large");
    if (found.size > room) return unread("too-many");
    const bytes = await readFile(path);
    return { kind: "read", name, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  } catch (error) {
    if (errorCode(error) === "") throw error;
    return unread("unreadable");
  }
}
