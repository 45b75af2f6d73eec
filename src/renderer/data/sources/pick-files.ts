import type { DesktopBridge, OpenedFile, OpenKind, OpenOutcome, Reply } from "#bridge/desktop-bridge.ts";
import { OPEN_EXTENSIONS } from "#bridge/file-kinds.ts";
import { MAX_OPENED_BYTES, MAX_OPENED_TOGETHER } from "#bridge/open-limits.ts";
import { done } from "#bridge/reply.ts";

/** Lets the planner choose files: in the machine's own dialog where it has one, else in the page's. */
export async function pickFiles(
  bridge: Pick<DesktopBridge, "capabilities" | "openFiles">,
  kinds: readonly OpenKind[],
): Promise<Reply<OpenOutcome>> {
  const able = await bridge.capabilities();
  if (!able.ok) return able;
  return able.value.openDialog ? bridge.openFiles(kinds) : pickInPage(kinds);
}

/** The page's own file picker. The browser opens it just after a key or click only, and says nothing when it does not. */
async function pickInPage(kinds: readonly OpenKind[]): Promise<Reply<OpenOutcome>> {
  if (!navigator.userActivation.isActive) {
    return {
      ok: false,
      code: "internal",
      message: "The file picker needs a key or click that was just made.",
    };
  }
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = kinds.flatMap((kind) => OPEN_EXTENSIONS[kind].map((extension) => `.${extension}`)).join(",");
  input.hidden = true;
  document.body.append(input);
  try {
    const chosen = await new Promise<readonly File[]>((resolve) => {
      input.addEventListener("change", () => resolve([...(input.files ?? [])]));
      input.addEventListener("cancel", () => resolve([]));
      input.click();
    });
    return done(
      chosen.length === 0 ? { kind: "cancelled" } : { kind: "opened", files: await readFiles(chosen) },
    );
  } finally {
    input.remove();
  }
}

/** Reads files that the planner chose or dropped, within the limits that hold for the machine's dialog. */
export async function readFiles(files: readonly File[]): Promise<readonly OpenedFile[]> {
  const read: OpenedFile[] = [];
  let room = MAX_OPENED_TOGETHER;
  for (const file of files) {
    const opened = await readFile(file, room);
    read.push(opened);
    if (opened.kind === "read") room -= opened.bytes.byteLength;
  }
  return read;
}

async function readFile(file: File, room: number): Promise<OpenedFile> {
  const { name, size } = file;
  if (size > MAX_OPENED_BYTES) return { kind: "unread", name, reason: "too-large" };
  if (size > room) return { kind: "unread", name, reason: "too-many" };
  try {
    return { kind: "read", name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    // A folder, or a file that went away or was changed in the meantime.
    if (error instanceof DOMException) return { kind: "unread", name, reason: "unreadable" };
    throw error;
  }
}
