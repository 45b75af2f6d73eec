import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AssetReader } from "./asset-response.ts";
import { errorCode } from "./error-code.ts";

/** Reads built files below `folder`; the paths it gets were checked by {@link assetPath}. */
export function assetReader(folder: string): AssetReader {
  return async (path) => {
    try {
      return await readFile(join(folder, ...path.split("/")));
    } catch (error) {
      if (["ENOENT", "EISDIR", "ENOTDIR", "ENAMETOOLONG"].includes(errorCode(error))) return null;
      throw error;
    }
  };
}
