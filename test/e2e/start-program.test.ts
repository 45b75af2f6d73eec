import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { coloursOf, readPng } from "./png-file.ts";

const root = resolve(import.meta.dirname, "../..");
const PICTURE = resolve(root, "out/smoke/library.png");

/** What the seed files hold, counted from the files themselves. */
function seedTotals() {
  const plans = readdirSync(resolve(root, "seeds/plans")).map(
    (file): SeedPlan => JSON.parse(readFileSync(resolve(root, "seeds/plans", file), "utf8")) as SeedPlan,
  );
  const indicators = plans.flatMap((plan) => plan.indicators);
  return {
    plans: plans.length,
    indicators: indicators.length,
    observations: indicators.reduce((sum, { observations }) => sum + observations.length, 0),
    targets: indicators.reduce((sum, { targets }) => sum + targets.length, 0),
  };
}

interface SeedPlan {
  readonly indicators: readonly {
    readonly observations: readonly unknown[];
    readonly targets: readonly unknown[];
  }[];
}

let lines: readonly string[];
let exitCode: number | null;

beforeAll(async () => {
  await rm(PICTURE, { force: true });
  // What `npm start -- --smoke` runs, on a machine without a display.
  const child = spawn(process.execPath, [resolve(root, "scripts/start.mjs"), "--smoke"], {
    cwd: root,
    env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  exitCode = await new Promise((done) => {
    child.on("close", done);
  });
  lines = out.trim().split("\n");
}, 120_000);

test("the smoke run says which shell runs and why", () => {
  expect(exitCode).toBe(0);
  expect(lines.some((line) => /Chromium/u.test(line))).toBe(true);
});

test("its last line tells what the library holds", () => {
  const told: unknown = JSON.parse(lines.at(-1) ?? "");
  expect(seedTotals().plans).toBe(5);
  expect(told).toEqual({ shell: "chromium", ...seedTotals(), startMs: expect.any(Number) as number });
});

test("its picture shows the library at 1366 × 768", async () => {
  const png = readPng(await readFile(PICTURE));
  expect([png.width, png.height]).toEqual([1366, 768]);
  expect(coloursOf(png).length).toBeGreaterThan(100);
});
