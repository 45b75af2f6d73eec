import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { build } from "vite";
import { SEEDS_FOLDER, seedsCheck } from "../../scripts/seeds-plugin.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "seeds-"));
  cpSync(SEEDS_FOLDER, join(folder, "seeds"), { recursive: true });
  writeFileSync(join(folder, "entry.js"), "export const built = true;\n");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Builds an entry of one line with the check over the copied seeds. */
function buildWithSeeds(): Promise<unknown> {
  return build({
    configFile: false,
    logLevel: "silent",
    root: folder,
    plugins: [seedsCheck(join(folder, "seeds"))],
    build: { write: false, lib: { entry: join(folder, "entry.js"), formats: ["es"] } },
  });
}

describe("the build", () => {
  test("goes on over the sealed seeds", async () => {
    await expect(buildWithSeeds()).resolves.toBeDefined();
  });

  test("stops at a seed file that was changed after it was sealed", async () => {
    const file = join(folder, "seeds/plans/enping-13.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("33", "34"));
    await expect(buildWithSeeds()).rejects.toThrow(/seeds\/plans\/enping-13\.json: wrong hash: /u);
  });
});
