import { runNode } from "./run-tool.mjs";
import { countStep, countsLine, sumCounts } from "./tally.mjs";

/** @typedef {{ name: string, args: readonly string[] }} Step One check: a Node program that ends with 0 when all is well. */

/**
 * Runs all jobs, two at a time in the order given, and adds up what they count.
 * @param {readonly (() => Promise<import("./tally.mjs").Counts>)[]} jobs
 */
export async function inPairs(jobs) {
  const waiting = [...jobs];
  /** @type {import("./tally.mjs").Counts[]} */
  const counts = [];
  const takeTurns = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) counts.push(await job());
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return sumCounts(counts);
}

/**
 * Runs a step; prints its line, and its output when it fails.
 * @param {Step} step
 */
export async function runStep({ name, args }) {
  const { exitCode, output, ms } = await runNode(args);
  printResult(name, exitCode === 0 ? "ok" : "FAILED", ms);
  if (exitCode !== 0) console.log(indented(output));
  return countStep(exitCode);
}

/**
 * Runs the steps as a program of their own: ends with the counts, and non-zero when a step failed.
 * @param {readonly Step[]} steps
 */
export async function runStepsAsProgram(steps) {
  const counts = await inPairs(steps.map((step) => () => runStep(step)));
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
