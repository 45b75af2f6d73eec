import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve, sep } from "node:path";

/** The project's folder. */
export const root = resolve(import.meta.dirname, "..");

const require = createRequire(import.meta.url);

/**
 * The JavaScript file that a package names as its command; run by this Node, so that no shell comes in between.
 * @param {string} packageName
 * @param {string} [command]
 */
export function toolPath(packageName, command = packageName) {
  const folder = require.resolve
    .paths(packageName)
    ?.map((path) => join(path, packageName))
    .find((path) => readJson(join(path, "package.json")) !== undefined);
  if (folder === undefined) throw new Error(`${packageName} is not installed: run npm ci`);
  const { bin } = readJson(join(folder, "package.json"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Runs a Node program in the project's folder without standard input, and keeps what it prints.
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, limitMs?: number }} [options]
 * @returns {Promise<{ exitCode: number, output: string, ms: number }>} exit code 124 when the time limit ended it
 */
export function runNode(args, { env = {}, limitMs = 600_000 } = {}) {
  const started = performance.now();
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
      // What it started may live on for a moment and hold its output open; nobody waits for that.
      child.stdout.destroy();
      child.stderr.destroy();
    }, limitMs);
    child.on("error", failed);
    child.on("close", (code) => {
      clearTimeout(limit);
      if (late) chunks.push(Buffer.from(`\nended after ${limitMs / 1000} s without a result\n`));
      const output = Buffer.concat(chunks)
        .toString("utf8")
        .replaceAll(root + sep, "")
        .trim();
      done({ exitCode: late ? 124 : (code ?? 1), output, ms: performance.now() - started });
    });
  });
}
