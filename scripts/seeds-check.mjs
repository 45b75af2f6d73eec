// Checks the seed files beyond what the build does: prints every problem in a line of its own and then one line of what there is.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { root } from "./run-tool.mjs";

/** Where the source documents are, on machines that have them. */
const documentsFolder = join(root, "../shared/seeds");

/** @param {string} file */
async function load(file) {
  const { module } = await runnerImport(join(root, file), { configFile: false, root, logLevel: "error" });
  return module;
}

const { readSeedTexts, SEEDS_FOLDER } = await load("scripts/seeds-plugin.ts");
const { checkSeeds } = await load("src/exchange/plan-file/check-seeds.ts");

const texts = readSeedTexts(SEEDS_FOLDER);

/** Text of the documents that the plans name and that are here. */
function readDocuments() {
  const names = Object.entries(texts)
    .filter(([path]) => path.startsWith("plans/"))
    .flatMap(([, text]) => [...text.matchAll(/"file": *"([^"/\\]+)"/gu)].map(([, file]) => file ?? ""));
  const here = [...new Set(names)].filter((file) => existsSync(join(documentsFolder, file)));
  return Object.fromEntries(here.map((file) => [file, readFileSync(join(documentsFolder, file), "utf8")]));
}

const { problems, summary } = await checkSeeds(texts, readDocuments());
for (const problem of problems) console.log(problem);
console.log(summary);
process.exitCode = problems.length === 0 ? 0 : 1;
