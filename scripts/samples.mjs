import { join } from "node:path";
import { runnerImport } from "vite";
import { root } from "./run-tool.mjs";

const FOLDER = join(root, "docs/samples");

// Writes the sample exports of a bundled plan to docs/samples; those of the gallery come from the built program.
const { writeSamples } = await imported("test/exchange/office/write-samples.ts");
await writeSamples(FOLDER);
const { writeGallerySamples } = await imported("test/e2e/write-gallery-samples.ts");
await writeGallerySamples(FOLDER, "taishan-13");

/** @param {string} path */
async function imported(path) {
  const { module } = await runnerImport(join(root, path), { configFile: false, root, logLevel: "error" });
  return module;
}
