// Writes seeds/manifest.json: the version of the seeds and the SHA-256 of every seed file. The version rises by one
// when a file has changed, so that a program brings the new seeds into a library that was filled by an older one.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../seeds");
const manifestFile = join(folder, "manifest.json");

const plans = readdirSync(join(folder, "plans"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => `plans/${name}`);
const names = ["concepts.json", "jurisdictions.json", ...plans].sort();
const files = Object.fromEntries(
  names.map((name) => [
    name,
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex"),
  ]),
);

const before = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, "utf8")) : null;
const same = before !== null && JSON.stringify(before.files) === JSON.stringify(files);
// --keep-version is for seeds that no program has been released with yet.
const keep = same || process.argv.includes("--keep-version");
const version = before === null ? 1 : before.version + (keep ? 0 : 1);
writeFileSync(manifestFile, `${JSON.stringify({ version, files }, null, 2)}\n`);
console.log(`${names.length} seed files sealed as version ${version}`);
