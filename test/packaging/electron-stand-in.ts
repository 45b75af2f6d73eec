import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What Electron's own program has before its fuses: 32 characters, then version, count and one state a fuse. */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

/** The fuses as Electron ships them, in the order of its fuse wire; "1" is on. */
const SHIPPED_FUSES = "10110001";

/** Electron's fuses by their place in the wire. */
const FUSES = [
  "runAsNode",
  "cookieEncryption",
  "nodeOptions",
  "inspect",
  "asarIntegrity",
  "onlyFromAsar",
  "browserSnapshot",
  "fileProtocolPrivileges",
] as const;

const FILES: Readonly<Record<string, Uint8Array | string>> = {
  electron: Buffer.concat([
    Buffer.from(`stand-in ${FUSE_SENTINEL}`, "latin1"),
    Buffer.from([1, SHIPPED_FUSES.length]),
    Buffer.from(SHIPPED_FUSES, "latin1"),
    Buffer.from(" end", "latin1"),
  ]),
  LICENSE: "stand-in",
  "LICENSES.chromium.html": "stand-in",
  version: "stand-in",
  "locales/de.pak": "stand-in",
  "locales/en-US.pak": "stand-in",
  "locales/zh-CN.pak": "stand-in",
  "resources/readme.txt": "stand-in",
};

/**
 * Writes a folder that the packer takes for Electron's Linux distribution: the real one cannot be had without a network,
 * and what the packer does to it (names, languages, fuses, the archive beside it) needs only these files.
 */
export async function writeElectronStandIn(folder: string): Promise<void> {
  for (const [path, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, { mode: path === "electron" ? 0o755 : 0o644 });
  }
}

/** Reads which fuses of a packed program are on. */
export async function readFuses(program: string): Promise<Readonly<Record<string, boolean>>> {
  const bytes = await readFile(program);
  const wire = bytes.indexOf(FUSE_SENTINEL, 0, "latin1") + FUSE_SENTINEL.length + 2;
  return Object.fromEntries(FUSES.map((name, at) => [name, bytes[wire + at] === "1".charCodeAt(0)]));
}
