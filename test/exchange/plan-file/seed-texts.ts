import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SeedTexts } from "#exchange/plan-file/validate-seeds.ts";

/** The folder of the seed files, and that of the five documents, which is there on some machines only. */
export const SEEDS_FOLDER = join(import.meta.dirname, "../../../seeds");

/** All seed files as text, by their path below `seeds/`. */
export function seedTexts(): SeedTexts {
  const plans = readdirSync(join(SEEDS_FOLDER, "plans")).map((name) => `plans/${name}`);
  const files = ["manifest.json", "concepts.json", "jurisdictions.json", ...plans];
  return Object.fromEntries(
    files
      .filter((file) => existsSync(join(SEEDS_FOLDER, file)))
      .map((file) => [file, readFileSync(join(SEEDS_FOLDER, file), "utf8")]),
  );
}
