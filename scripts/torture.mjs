import { parseArgs } from "node:util";
import { join } from "node:path";
import { runnerImport } from "vite";
import { root } from "./run-tool.mjs";

/**
 * The torture of each goal of the reliability design: the module and its function; a goal with several adds them up.
 * @type {Readonly<Record<number, readonly (readonly [file: string, name: string])[]>>}
 */
const GOALS = {
  1: [["kills.ts", "tortureWithKills"]],
  2: [["power-cut.ts", "tortureWithPowerCuts"]],
  3: [["full-disk.ts", "tortureWithFullDisk"]],
  4: [["damaged-stores.ts", "tortureWithDamagedStores"]],
  5: [["upgrades.ts", "tortureWithUpgrades"]],
  6: [["in-browser.ts", "tortureWithRestores"]],
  7: [["mutated-files.ts", "tortureWithMutatedFiles"]],
  8: [
    ["failing-writes.ts", "tortureWithFailingWrites"],
    ["in-browser.ts", "tortureWithFailingTransactions"],
  ],
  9: [["network.ts", "tortureNetwork"]],
  10: [["hostile-exports.ts", "tortureWithHostileExports"]],
  11: [["wrong-calls.ts", "tortureWithWrongCalls"]],
  12: [
    ["undo-walk.ts", "tortureWithUndoWalk"],
    ["in-browser.ts", "tortureWithStoredWalk"],
  ],
};

const HELP = `Tortures the program and prints one line a goal, with what was counted.

  npm run torture [-- --goals 1,4] [--short] [--json]

  --goals  only these, by their numbers: ${Object.keys(GOALS).join(", ")}
  --short  the shortened runs that are part of npm test
  --json   one array instead of lines: {"goal":1,"runs":1000,"acknowledged":…,"lost":0,"torn":0,"ok":true}
  --help   this

The goals are those of docs/safety.md. 1, 3, 4, 5 and 9 run the built program: npm run build comes first.`;

const { values } = parseArgs({
  options: {
    goals: { type: "string" },
    short: { type: "boolean" },
    json: { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const asked = (values.goals ?? "").split(",").filter(Boolean).map(Number);
const goals = Object.keys(GOALS)
  .map(Number)
  .filter((goal) => asked.length === 0 || asked.includes(goal));

/** @type {import("../test/torture/torture-row.ts").TortureRow[]} */
const rows = [];
for (const goal of goals) {
  const started = performance.now();
  const row = await torture(goal);
  rows.push(row);
  if (!values.json) console.log(line(row, performance.now() - started));
}
if (values.json)
  console.log(JSON.stringify(rows.map(({ figures, ok, ...row }) => ({ ...row, ...figures, ok }))));
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;

/**
 * Runs every part of a goal; one that breaks off counts as failed, and the other goals go on.
 * @param {number} goal
 * @returns {Promise<import("../test/torture/torture-row.ts").TortureRow>}
 */
async function torture(goal) {
  /** @type {{ goal: number, runs: number, ok: boolean, figures: Record<string, number> }} */
  const sum = { goal, runs: 0, ok: true, figures: {} };
  for (const [file, name] of GOALS[goal] ?? []) {
    try {
      const row = await runPart(file, name);
      sum.runs += row.runs;
      sum.ok &&= row.ok;
      for (const [figure, value] of Object.entries(row.figures))
        sum.figures[figure] = (sum.figures[figure] ?? 0) + value;
    } catch (error) {
      console.error(`goal ${goal} broke off:`, error);
      sum.ok = false;
    }
  }
  return sum;
}

/**
 * @param {string} file
 * @param {string} name
 * @returns {Promise<import("../test/torture/torture-row.ts").TortureRow>}
 */
async function runPart(file, name) {
  const options = {
    configFile: /** @type {const} */ (false),
    root,
    logLevel: /** @type {const} */ ("error"),
  };
  const { module } = await runnerImport(join(root, "test/torture", file), options);
  return module[name](values.short === true);
}

/**
 * @param {import("../test/torture/torture-row.ts").TortureRow} row
 * @param {number} ms
 */
function line({ goal, runs, ok, figures }, ms) {
  const counted = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  const verdict = ok ? "ok" : "FAILED";
  return `goal ${goal}: ${verdict}, ${[`runs ${runs}`, ...counted].join(", ")} (${Math.round(ms / 1000)} s)`;
}
