import { join } from "node:path";
import { runnerImport } from "vite";
import { root } from "./run-tool.mjs";

// Writes the sample exports of a bundled plan to docs/samples.
const { module } = await runnerImport(join(root, "test/exchange/office/write-samples.ts"), {
  configFile: false,
  root,
  logLevel: "error",
});
await module.writeSamples(join(root, "docs/samples"));
