import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A package that is installed into a folder of its own for one run. */
export interface TemporaryPackage {
  readonly module: unknown;
  readonly remove: () => Promise<void>;
}

/** Installs a package of exactly this version and loads it; throws when the registry does not have it. */
export async function temporaryPackage(name: string, version: string): Promise<TemporaryPackage> {
  const folder = await mkdtemp(join(tmpdir(), "wunian-peer-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const flags = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
    await run("npm", ["install", "--prefix", folder, ...flags, `${name}@${version}`], { cwd: folder });
    const path = createRequire(join(folder, "index.js")).resolve(name);
    const module: unknown = await import(pathToFileURL(path).href);
    return { module, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
