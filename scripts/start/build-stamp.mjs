import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What the built program is made from. */
const sources = [
  "src",
  "seeds",
  "resources",
  "scripts/run-time-files-plugin.ts",
  "scripts/seeds-plugin.ts",
  "electron.vite.config.ts",
  "package.json",
  "package-lock.json",
];

/** What the build has to have written. */
const products = [
  "out/main/index.js",
  "out/main/chromium.js",
  "out/preload/index.cjs",
  "out/renderer/index.html",
];

const stampFile = "out/.build-stamp";

/**
 * A hash of every file that the build reads, by path and content.
 * @param {string} root the project's folder
 */
export async function sourcesHash(root) {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const path of await filesOf(root, source)) {
      hash
        .update(`${path}\0`)
        .update(await readFile(join(root, path)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * Tells whether the built program is the one that these sources make.
 * @param {string} root
 * @param {string} hash of the sources
 */
export async function isBuilt(root, hash) {
  if (!products.every((path) => existsSync(join(root, path)))) return false;
  const stamp = join(root, stampFile);
  return existsSync(stamp) && (await readFile(stamp, "utf8")) === hash;
}

/**
 * Remembers which sources the built program was made from.
 * @param {string} root
 * @param {string} hash
 */
export async function writeStamp(root, hash) {
  const stamp = join(root, stampFile);
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
}

/**
 * Paths of the files in a folder, or of the one file, in a fixed order; none where there is nothing.
 * @param {string} root
 * @param {string} source
 * @returns {Promise<string[]>}
 */
async function filesOf(root, source) {
  if (!existsSync(join(root, source))) return [];
  if (/\.\w+$/.test(source)) return [source];
  const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "/").length))
    .sort();
}
