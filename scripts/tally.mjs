/** @typedef {{ passed: number, failed: number, skipped: number }} Counts How many checks or tests ended which way. */

/**
 * The part of vitest's JSON report that is counted.
 * @typedef {object} VitestReport
 * @property {boolean} success false also for an error outside any test
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {ReadonlyArray<{ status: string, assertionResults: ReadonlyArray<unknown> }>} testResults one a file
 */

/**
 * What a vitest run counts for. A file that cannot be loaded, an error outside any test, a run without any test and a
 * run without a report each count as one failure: none of them may look like success.
 * @param {VitestReport | undefined} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + unloaded;
  const broken = failed === 0 && (!report.success || exitCode !== 0 || passed + skipped === 0);
  return { passed, failed: broken ? 1 : failed, skipped };
}

/**
 * What one step that only succeeds or fails counts for.
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countStep(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * All counts together.
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function sumCounts(parts) {
  return parts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * Counts as a line: "12 passed, 0 failed", with ", 3 skipped" where something was skipped.
 * @param {Counts} counts
 */
export function countsLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
