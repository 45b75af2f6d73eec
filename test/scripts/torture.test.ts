import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

/** What the torture of two quick goals prints. */
async function printed(...options: readonly string[]): Promise<string> {
  const script = resolve(ROOT, "scripts/torture.mjs");
  const words = [script, "--short", "--goals", "2,11", ...options];
  return (await promisify(execFile)(process.execPath, words, { cwd: ROOT, timeout: 100_000 })).stdout;
}

test("the torture prints one array of rows as JSON and nothing else", async () => {
  const rows: unknown = JSON.parse(await printed("--json"));
  expect(rows).toMatchObject([
    { goal: 2, lost: 0, torn: 0, ok: true },
    { goal: 11, ok: true },
  ]);
  const [first] = rows as readonly Readonly<Record<string, unknown>>[];
  expect(Object.keys(first ?? {})).toEqual([
    ...["goal", "runs", "acknowledged", "cutsInCompaction", "lost", "torn", "ok"],
  ]);
  expect(first?.["acknowledged"]).toBeGreaterThan(0);
}, 120_000);

test("the torture prints one line a goal with its figures", async () => {
  const lines = (await printed()).trimEnd().split("\n");
  expect(lines).toEqual([
    expect.stringMatching(/^goal 2: ok, runs \d+, .*acknowledged \d+, .*lost 0, torn 0.* \(\d+ s\)$/u),
    expect.stringMatching(/^goal 11: ok, runs \d+, .* \(\d+ s\)$/u),
  ]);
}, 120_000);
