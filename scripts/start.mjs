import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, runNode, toolPath } from "./run-tool.mjs";
import { isBuilt, sourcesHash, writeStamp } from "./start/build-stamp.mjs";
import { chooseShell } from "./start/choose-shell.mjs";
import { electronArguments } from "./start/electron-arguments.mjs";
import { startWords } from "./start/words.mjs";

const words = startWords(process.env);
const thisMachine = { platform: process.platform, env: process.env, root: process.getuid?.() === 0 };

process.exitCode = await start(process.argv.slice(2));

/**
 * Builds what is stale, picks a shell, says which and why, and runs it with the remaining arguments.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
async function start(args) {
  const { asked, rest } = takeShell(args);
  if (asked !== null && asked !== "chromium" && asked !== "electron") return failed(words.badShell(asked));
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) return failed(words.oldNode(process.versions.node));
  if (!existsSync(join(root, "node_modules/electron-vite"))) return failed(words.notInstalled);
  if (!(await build())) return 1;
  const smoke = rest.includes("--smoke");
  const choice = await chooseShell({ root, asked, smoke, words, onProgress: showProgress() });
  if (choice.shell === null) return failed(choice.why);
  console.log(words.runs(choice.shell === "electron" ? "Electron" : "Chromium", choice.why));
  return choice.shell === "electron"
    ? run(choice.program, [...electronArguments({ ...thisMachine, smoke }), root, ...rest])
    : run(process.execPath, [join(root, "out/main/chromium.js"), ...rest]);
}

/**
 * Splits `--shell X` or `--shell=X` off; the last one counts.
 * @param {readonly string[]} args
 */
function takeShell(args) {
  /** @type {string | null} */
  let asked = null;
  const rest = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    if (arg === "--shell") asked = args[(index += 1)] ?? "";
    else if (arg.startsWith("--shell=")) asked = arg.slice("--shell=".length);
    else rest.push(arg);
  }
  return { asked, rest };
}

/** Builds the program unless what is there was made from these very sources. */
async function build() {
  const hash = await sourcesHash(root);
  if (await isBuilt(root, hash)) return true;
  console.log(words.building);
  const { exitCode, output, ms } = await runNode([toolPath("electron-vite"), "build"]);
  if (exitCode !== 0) {
    failed(`${words.buildFailed}\n${output}`);
    return false;
  }
  await writeStamp(root, hash);
  console.log(words.built((ms / 1000).toFixed(1)));
  return true;
}

/** Shows the download's progress: on one line of a terminal, else every tenth part. */
function showProgress() {
  let shown = -1;
  return (/** @type {number} */ percent) => {
    const step = process.stdout.isTTY ? 1 : 10;
    if (percent === 100 ? shown === 100 : percent < shown + step) return;
    shown = percent;
    const line = words.downloading(percent);
    process.stdout.write(process.stdout.isTTY ? `\r${line}${percent === 100 ? "\n" : ""}` : `${line}\n`);
  };
}

/**
 * Runs the program and waits for its end. A key press for interruption reaches the program by itself.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function run(program, args) {
  return new Promise((done, refused) => {
    const child = spawn(program, args, { stdio: "inherit" });
    process.on("SIGINT", () => {});
    for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"]))
      process.on(signal, () => child.kill(signal));
    child.on("error", refused);
    child.on("close", (code) => done(code ?? 1));
  });
}

/** @param {string} line */
function failed(line) {
  console.error(line);
  return 1;
}
