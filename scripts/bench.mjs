import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, runnerImport } from "vite";
import { benchPage, benchTable } from "./bench/bench-page.mjs";
import { root } from "./run-tool.mjs";

const COMPUTE_GOALS = [1, 2, 3, 4, 7];
/** Of goal 7 the pictures. */
const SHELL_GOALS = [6, 7, 9, 10, 11];
const compiled = join(root, "node_modules/.cache/bench");

const { values } = parseArgs({
  options: { goals: { type: "string" }, peers: { type: "boolean" }, json: { type: "boolean" } },
});
const asked = (values.goals ?? "").split(",").filter(Boolean).map(Number);
const isAsked = (/** @type {number} */ goal) => asked.length === 0 || asked.includes(goal);
const computed = COMPUTE_GOALS.filter(isAsked);
const parts = [
  ...computed.map((goal) => ({ goal, measure: computeGoal })),
  ...SHELL_GOALS.filter(isAsked).map((goal) => ({ goal, measure: shellGoal })),
];

/** @type {import("../test/bench/bench-row.ts").BenchRow[]} */
const rows = [];
if (computed.length > 0) await compileComputeGoals();
for (const { goal, measure } of parts) {
  try {
    rows.push(...(await measure(goal)));
  } catch (error) {
    // The figures of the other goals are not lost, but the page is left as it was.
    console.error(`goal ${goal} could not be measured:`, error);
    process.exitCode = 1;
  }
}

if (values.json) {
  const lines = rows.filter(({ target }) => target !== null);
  console.log(
    JSON.stringify(
      lines.map(({ goal, against, ratio, spread, target }) => ({ goal, against, ratio, spread, target })),
    ),
  );
} else {
  console.log(benchTable(rows));
  if (asked.length === 0 && process.exitCode !== 1)
    writeFileSync(join(root, "docs/benchmarks.md"), benchPage(rows, values.peers === true));
}

/** Bundles what is timed, as the program itself is: modules loaded one by one run hot loops several times slower. */
async function compileComputeGoals() {
  await build({
    configFile: false,
    root,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: join(root, "test/bench/compute-goals.ts"),
      outDir: compiled,
      emptyOutDir: true,
      minify: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "[name].mjs" } },
    },
  });
}

/**
 * Runs one goal in a process of its own.
 * @param {number} goal
 * @returns {Promise<import("../test/bench/bench-row.ts").BenchRow[]>}
 */
async function computeGoal(goal) {
  const args = [
    join(compiled, "compute-goals.mjs"),
    "--goal",
    String(goal),
    "--folder",
    join(root, "test/bench"),
  ];
  if (values.peers) args.push("--peers");
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (part) => (printed += part));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`Goal ${goal} could not be measured`);
  return JSON.parse(printed);
}

/**
 * @param {number} goal
 * @returns {Promise<readonly import("../test/bench/bench-row.ts").BenchRow[]>}
 */
async function shellGoal(goal) {
  const options = {
    configFile: /** @type {const} */ (false),
    root,
    logLevel: /** @type {const} */ ("error"),
  };
  const { module } = await runnerImport(join(root, "test/bench/shell-goals.ts"), options);
  return module.runShellGoal(goal);
}
