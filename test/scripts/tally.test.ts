import { describe, expect, test } from "vitest";
import { countStep, countsLine, countVitest, sumCounts } from "../../scripts/tally.mjs";

const nothing = { passed: 0, failed: 0, skipped: 0 };

const report = (over: Partial<Parameters<typeof countVitest>[0]> = {}) => ({
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [1, 2, 3] }],
  ...over,
});

describe("counting a vitest run", () => {
  test("takes passed, failed and skipped tests as vitest counts them", () => {
    const counted = countVitest(
      report({ success: false, numFailedTests: 2, numPendingTests: 4, numTodoTests: 1 }),
      1,
    );
    expect(counted).toEqual({ passed: 3, failed: 2, skipped: 5 });
  });

  test.each([
    ["a file that cannot be loaded", report({ success: false, testResults: [unloaded(), unloaded()] }), 1, 2],
    ["an error outside any test", report({ success: false }), 1, 1],
    ["an exit code that the report does not explain", report(), 1, 1],
    ["a run without any test", report({ numPassedTests: 0, testResults: [] }), 0, 1],
    ["a run without a report", undefined, 0, 1],
  ])("counts %s as failed", (_what, given, exitCode, failed) => {
    expect(countVitest(given, exitCode).failed).toBe(failed);
  });

  test("takes a run whose tests are all skipped as well ended", () => {
    expect(countVitest(report({ numPassedTests: 0, numPendingTests: 2 }), 0)).toEqual({
      ...nothing,
      skipped: 2,
    });
  });
});

test.each([
  [0, { ...nothing, passed: 1 }],
  [1, { ...nothing, failed: 1 }],
  [124, { ...nothing, failed: 1 }],
])("counts a step that ends with %i as one", (exitCode, counts) => {
  expect(countStep(exitCode)).toEqual(counts);
});

test("adds the parts up", () => {
  expect(
    sumCounts([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]),
  ).toEqual({ passed: 11, failed: 22, skipped: 33 });
  expect(sumCounts([])).toEqual(nothing);
});

test.each([
  [{ passed: 12, failed: 0, skipped: 0 }, "12 passed, 0 failed"],
  [{ passed: 12, failed: 3, skipped: 1 }, "12 passed, 3 failed, 1 skipped"],
])("writes the last line of %o", (counts, line) => {
  expect(countsLine(counts)).toBe(line);
});

function unloaded() {
  return { status: "failed", assertionResults: [] };
}
