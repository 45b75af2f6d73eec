import { runNode } from "./run-tool.mjs";
import { countStep, countsLine, sumCounts } from "./tally.mjs";

/** @typedef {{ name: string, args: readonly string[] }} Step One check: a Node program that ends with 0 when all is well. */

/**
 * Runs all steps, two at a time in the order given, even when one fails; prints a line for each, and the output of one that fails.
 * @param {readonly Step[]} steps
 */
export async function runSteps(steps) {
  const waiting = [...steps];
  /** @type {import("./tally.mjs").Counts[]} */
  const counts = [];
  const takeTurns = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runNode(step.args);
      printResult(step.name, result.exitCode === 0 ? "ok" : "FAILED", result.ms);
      if (result.exitCode !== 0) console.log(indented(result.output));
      counts.push(countStep(result.exitCode));
    }
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return sumCounts(counts);
}

/**
 * Runs the steps as a program of their own: ends with the counts, and non-zero when a step failed.
 * @param {readonly Step[]} steps
 */
export async function runStepsAsProgram(steps) {
  const counts = await runSteps(steps);
  console.log(countsLine(counts));
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {string} outcome
 * @param {number} ms
 */
export function printResult(name, outcome, ms) {
  console.log(`${name} … ${outcome} (${(ms / 1000).toFixed(1)} s)`);
}

/** @param {string} text */
export function indented(text) {
  return text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
