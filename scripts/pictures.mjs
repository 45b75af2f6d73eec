import { join } from "node:path";
import { runnerImport } from "vite";
import { root } from "./run-tool.mjs";

// Takes the README's pictures of the built program.
const { module } = await runnerImport(join(root, "test/e2e/take-pictures.ts"), {
  configFile: false,
  root,
  logLevel: "error",
});
await module.takePictures(join(root, "docs/images"));
