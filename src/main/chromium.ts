import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { runChromiumProgram } from "./chromium/run-program.ts";

// This file is built into out/main; the page and package.json lie beside that.
const projectFolder = resolve(import.meta.dirname, "../..");

process.exitCode = await runChromiumProgram({
  words: process.argv.slice(2),
  rendererFolder: resolve(projectFolder, "out/renderer"),
  pictureFile: resolve(projectFolder, "out/smoke/library.png"),
  version: await programVersion(),
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});

async function programVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(resolve(projectFolder, "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "0";
}
