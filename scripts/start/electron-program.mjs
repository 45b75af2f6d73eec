import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runNode } from "../run-tool.mjs";

const require = createRequire(import.meta.url);

/** How long the download may take to send its first bytes, and later to send further ones, in milliseconds. */
const connectLimit = 10_000;
const stallLimit = 60_000;
const rememberFor = 24 * 60 * 60 * 1000;

/** @returns {string} the folder of the electron package; throws where it is not installed */
function packageFolder() {
  return dirname(require.resolve("electron/package.json"));
}

/**
 * Electron's program, without loading its package, which would download it on its own.
 * @returns {string | null}
 */
export function electronProgram() {
  const folder = packageFolder();
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const program = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, "dist"),
    readFileSync(pathFile, "utf8").trim(),
  );
  return existsSync(program) ? program : null;
}

/**
 * Downloads and unpacks Electron's program. Gives up where nothing arrives within ten seconds.
 * @param {(percent: number) => void} onProgress
 * @returns {Promise<{ program: string } | { failure: string }>}
 */
export async function downloadElectron(onProgress) {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const checksums = JSON.parse(await readFile(join(folder, "checksums.json"), "utf8"));
  const { downloadArtifact } = await import("@electron/get");
  const patience = createPatience();
  try {
    await downloadArtifact({
      version,
      artifactName: "electron",
      platform: process.platform,
      arch: process.arch,
      checksums,
      downloadOptions: {
        quiet: true,
        signal: patience.signal,
        getProgressCallback: async (/** @type {{ percent: number }} */ { percent }) => {
          patience.renew();
          onProgress(Math.floor(percent * 100));
        },
      },
    });
  } catch (error) {
    return { failure: patience.signal.aborted ? `${connectLimit / 1000} s` : reasonOf(error) };
  } finally {
    patience.end();
  }
  const unpacked = await runNode([join(folder, "install.js")]);
  const program = electronProgram();
  return program === null ? { failure: unpacked.output.split("\n", 1)[0] ?? "" } : { program };
}

/** A signal that aborts after ten seconds, or a minute after the last sign of life. */
function createPatience() {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), connectLimit);
  return {
    signal: controller.signal,
    renew: () => {
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(), stallLimit);
    },
    end: () => clearTimeout(timer),
  };
}

/** @param {unknown} error */
function reasonOf(error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string"
    ? cause.code
    : (cause.message.split("\n", 1)[0] ?? "");
}

/** @param {string} root */
const memoryFile = (root) => join(root, "out/.electron-unreachable");

/**
 * When a download last failed, if that is less than a day ago.
 * @param {string} root
 * @returns {Promise<Date | null>}
 */
export async function rememberedFailure(root) {
  if (!existsSync(memoryFile(root))) return null;
  const when = new Date(await readFile(memoryFile(root), "utf8"));
  const age = Date.now() - when.getTime();
  return age >= 0 && age < rememberFor ? when : null;
}

/**
 * Remembers that a download failed, or forgets it.
 * @param {string} root
 * @param {boolean} failed
 */
export async function rememberDownload(root, failed) {
  if (!failed) return rm(memoryFile(root), { force: true });
  await mkdir(dirname(memoryFile(root)), { recursive: true });
  await writeFile(memoryFile(root), new Date().toISOString());
}
