import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, runnerImport } from "vite";
import type { SeedTexts } from "../src/exchange/plan-file/validate-seeds.ts";

type Validator = typeof import("../src/exchange/plan-file/validate-seeds.ts");

/** The program's own validator; Vite reads it, because the configuration's loader does not follow `#` imports. */
const VALIDATOR = fileURLToPath(new URL("../src/exchange/plan-file/validate-seeds.ts", import.meta.url));

/** Folder of the seed files of this project. */
export const SEEDS_FOLDER = fileURLToPath(new URL("../seeds/", import.meta.url));

/** All JSON files below a seeds folder as text, by their path in it with forward slashes. */
export function readSeedTexts(folder: string): SeedTexts {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".json"),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8")];
    }),
  );
}

/** Stops the build at a broken seed file, with file, path and reason in one line. */
export function seedsCheck(folder: string = SEEDS_FOLDER): Plugin {
  return {
    name: "seeds-check",
    async buildStart() {
      const { module } = await runnerImport<Validator>(VALIDATOR, { configFile: false, logLevel: "error" });
      const seeds = await module.validateSeeds(readSeedTexts(folder));
      if (!seeds.ok) this.error(module.seedErrorText(seeds.error));
    },
  };
}
