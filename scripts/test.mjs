import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkSteps } from "./check-steps.mjs";
import { indented, inPairs, printResult, runStep } from "./run-steps.mjs";
import { root, runNode, toolPath } from "./run-tool.mjs";
import { isBuilt, sourcesHash, writeStamp } from "./start/build-stamp.mjs";
import { countsLine, countStep, countVitest, sumCounts } from "./tally.mjs";

/**
 * Vitest's projects that need a browser or the built program, in the order in which they run: one has the machine to itself. Those with the
 * most files come in shards, each with a time limit of its own.
 */
const builtProjects = [
  ["storage"],
  ["shell"],
  ["e2e", "1/2"],
  ["e2e", "2/2"],
  ["torture"],
  ["packaging"],
  ["electron"],
];

const build = { name: "build", args: [toolPath("electron-vite"), "build"] };

/** Builds what is stale; what the tests then run is what `npm start` would run. */
async function buildProgram() {
  const hash = await sourcesHash(root);
  if (await isBuilt(root, hash)) {
    printResult(build.name, "ok, up to date", 0);
    return countStep(0);
  }
  const counts = await runStep(build);
  if (counts.failed === 0) await writeStamp(root, hash);
  return counts;
}

/** Checks the seeds; what they hold and what is wrong with them is worth reading also when all is well. */
async function checkSeeds() {
  const { exitCode, output, ms } = await runNode(["scripts/seeds-check.mjs"]);
  printResult("seeds  check", exitCode === 0 ? "ok" : "FAILED", ms);
  console.log(indented(output));
  return countStep(exitCode);
}

/**
 * Runs one vitest project, prints its line, the output of a failure, and why a test was skipped.
 * @param {string} project
 * @param {string} reports folder for vitest's reports
 * @param {string} [shard] which part of its files, such as 1/2
 */
async function runProject(project, reports, shard) {
  const reportFile = join(reports, `${project}.json`);
  const result = await runNode(
    [
      toolPath("vitest"),
      ...["run", "--project", project, "--maxWorkers=2", "--reporter=default", "--reporter=json"],
      `--outputFile.json=${reportFile}`,
      ...(shard === undefined ? [] : [`--shard=${shard}`]),
    ],
    { env: { CI: "true", NO_COLOR: "1" }, limitMs: 1_500_000 },
  );
  const report = await readReport(reportFile);
  const counts = countVitest(report, result.exitCode);
  printResult(`tests  ${project}${shard === undefined ? "" : ` ${shard}`}`, countsLine(counts), result.ms);
  if (counts.failed > 0) console.log(indented(result.output));
  else for (const title of skippedTitles(report)) console.log(`    skipped: ${title}`);
  return counts;
}

/**
 * @param {string} file
 * @returns {Promise<any>} undefined where vitest ended before it could write one
 */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Titles of the skipped tests; a title says why.
 * @param {any} report
 * @returns {string[]}
 */
function skippedTitles(report) {
  return (report?.testResults ?? []).flatMap((/** @type {any} */ file) =>
    file.assertionResults
      .filter((/** @type {any} */ test) => test.status === "skipped" || test.status === "pending")
      .map((/** @type {any} */ test) => test.fullName),
  );
}

const reports = await mkdtemp(join(tmpdir(), "wunian-test-"));
try {
  const parts = [
    await inPairs([
      ...checkSteps.map((step) => () => runStep(step)),
      checkSeeds,
      buildProgram,
      () => runProject("unit", reports),
    ]),
  ];
  for (const [project = "", shard] of builtProjects) parts.push(await runProject(project, reports, shard));
  const counts = sumCounts(parts);
  process.exitCode = counts.failed === 0 ? 0 : 1;
  console.log(countsLine(counts));
} finally {
  await rm(reports, { recursive: true, force: true });
}
