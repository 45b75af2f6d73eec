import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { root } from "./run-tool.mjs";

// Projects years of the bundled plans from what was known before them and writes the errors to docs/backtests.md.
const { module } = await runnerImport(join(root, "test/backtest/seed-histories.ts"), {
  configFile: false,
  root,
  logLevel: "error",
});
writeFileSync(join(root, "docs/backtests.md"), module.seedBacktestPage());
