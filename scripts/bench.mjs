import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";
import { root } from "./run-tool.mjs";

const { values } = parseArgs({ options: { goals: { type: "string" }, json: { type: "boolean" } } });
const goals = (values.goals ?? "").split(",").filter(Boolean).map(Number);

const { module } = await runnerImport(join(root, "test/bench/run-bench.ts"), {
  configFile: false,
  root,
  logLevel: "error",
});
const rows = await module.runBench(goals);

if (values.json) {
  console.log(JSON.stringify(rows));
} else {
  const table = markdown(rows);
  console.log(table);
  if (goals.length === 0) writeFileSync(join(root, "docs/benchmarks.md"), page(table));
}

/** @param {readonly Record<string, any>[]} list */
function markdown(list) {
  const ms = (value) => `${value.toFixed(1)} ms`;
  const times = (value) => `${value.toFixed(2)}×`;
  const lines = list.map((row) =>
    [row.goal, row.name, row.peer, row.runs, ms(row.oursMs), ms(row.peerMs)]
      .concat(
        `${times(row.ratio)} (${times(row.ratioLow)}–${times(row.ratioHigh)})`,
        row.aim,
        row.met ? "met" : "**missed**",
      )
      .join(" | "),
  );
  return [
    "| goal | what | against | runs | ours | theirs | ratio (lowest–highest) | aim | |",
    "|---|---|---|---|---|---|---|---|---|",
    ...lines.map((line) => `| ${line} |`),
  ].join("\n");
}

/** @param {string} table */
function page(table) {
  return `# Measured

Written by \`npm run bench\`: ours and the peer in turn in one run, on ${cpus().length} cores with Node ${process.versions.node}, in the
Chromium shell without a window. Absolute times depend on the machine; the ratio is the figure. The goals are numbered as in the design's table;
those that are not listed belong to capabilities that are not there yet.

${table}

- **9** starts the shell on a machine that has been used before, opens a draft of 32 indicators and waits for its grid; the peer is the same shell
  with a page of one letter.
- **10** types a target into a draft of 32 indicators by real keys and takes the time, in the page, from Enter to the later of the frame that
  shows it and the journal entry that a second connection can read; that connection looks every few milliseconds, which is in the figure. The
  second copy of the journal follows after that.
`;
}
