import { randomUUID } from "node:crypto";
import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DesktopBridge, SaveRequest } from "#bridge/desktop-bridge.ts";
import { FILE_EXTENSIONS } from "#bridge/file-kinds.ts";
import { done, refused } from "#bridge/reply.ts";
import type { Disk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { refusedWrite } from "./file-error.ts";
import { safeFileName } from "./file-name.ts";
import type { HostOptions } from "./host-options.ts";
import { saveAtChosenPath, saveIntoFolder } from "./save-export.ts";

/** The methods of the bridge that write files for the planner and show them; only files of this run can be shown. */
export function createFileMethods(
  exportFolder: () => string,
  { chooseSavePath, reveal }: Pick<HostOptions, "chooseSavePath" | "reveal">,
  disk: Disk,
  afterSaveIn: (folder: string) => void,
): Pick<DesktopBridge, "saveFile" | "revealFile"> {
  const written = new Map<string, string>();

  const save = async (request: SaveRequest): Promise<string | null> => {
    if (chooseSavePath === null) return saveIntoFolder(exportFolder(), request, disk);
    const name = `${safeFileName(request.suggestedName)}.${FILE_EXTENSIONS[request.kind]}`;
    const path = join(exportFolder(), name);
    const chosen = await chooseSavePath({ path, kind: request.kind });
    return chosen === null ? null : saveAtChosenPath(chosen, request, disk);
  };

  return {
    saveFile: async (request) => {
      try {
        const path = await save(request);
        if (path === null) return done({ kind: "cancelled" });
        const handle = randomUUID();
        written.set(handle, path);
        afterSaveIn(dirname(path));
        return done({ kind: "saved", handle, name: basename(path), folder: dirname(path) });
      } catch (error) {
        return refusedWrite(error);
      }
    },
    revealFile: async (handle) => {
      if (reveal === null) return refused("unsupported", "This machine has no file manager");
      const path = written.get(handle);
      if (path === undefined) return refused("not-found", "No file of this run has this handle");
      try {
        await access(path);
        await reveal(path);
        return done(null);
      } catch (error) {
        if (errorCode(error) === "") throw error;
        return refused("not-found", `The file cannot be shown (${errorCode(error)})`);
      }
    },
  };
}
