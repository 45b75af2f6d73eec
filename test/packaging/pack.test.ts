import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isBuiltin } from "node:module";
import { join, resolve } from "node:path";
import { extractFile, listPackage } from "@electron/asar";
import { Arch, build, Platform } from "electron-builder";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import configuration from "../../electron-builder.ts";
import { readFuses, writeElectronStandIn } from "./electron-stand-in.ts";

const ROOT = resolve(import.meta.dirname, "../..");

let folder: string;
let packed: string;
let archive: string;
let paths: readonly string[];

beforeAll(async () => {
  if (!existsSync(join(ROOT, "out/main/index.js")))
    throw new Error("Nothing is built: run npm run build first");
  folder = await mkdtemp(join(tmpdir(), "wunian-pack-"));
  const electronDist = join(folder, "electron");
  await writeElectronStandIn(electronDist);
  await build({
    projectDir: ROOT,
    targets: Platform.LINUX.createTarget("dir", Arch.x64),
    config: {
      ...configuration,
      electronDist,
      directories: { output: join(folder, "dist"), buildResources: "resources" },
    },
  });
  packed = join(folder, "dist", "linux-unpacked");
  archive = join(packed, "resources", "app.asar");
  paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll("\\", "/"));
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("the packed program", () => {
  test("holds the built main, preload and page, and the manifest that names the entry", async () => {
    const manifest: unknown = JSON.parse(extractFile(archive, "package.json").toString("utf8"));
    expect(manifest).toMatchObject({ main: "out/main/index.js", type: "module", productName: "五年" });
    expect(paths).toEqual(
      expect.arrayContaining([
        "/package.json",
        "/out/main/index.js",
        "/out/preload/index.cjs",
        "/out/renderer/index.html",
      ]),
    );
    const parts = await Promise.all(
      ["main", "preload", "renderer"].map((part) => filesBelow(join(ROOT, "out", part))),
    );
    const left = parts.flat().filter((path) => !paths.includes(path));
    expect(left).toEqual(["/out/main/chromium.js"]);
  });

  test("holds nothing else: no packages, sources, tests, seed documents or maps", () => {
    expect([...new Set(paths.map((path) => path.split("/")[1]))].sort()).toEqual(["out", "package.json"]);
    expect(paths.filter((path) => /node_modules|\.(?:tsx?|map|txt)$|\/(?:test|seeds)\//.test(path))).toEqual(
      [],
    );
  });

  test("carries the notices of what it bundles", () => {
    const notices = ["/out/main/licenses.md", "/out/renderer/licenses.md", "/out/main/fonts/LICENSE"];
    expect(paths).toEqual(expect.arrayContaining([...notices, "/out/main/harfbuzz-subset.LICENSE"]));
  });

  test("asks for no package at run time that it does not hold", () => {
    const scripts = paths.filter((path) => /^\/out\/(?:main|preload)\/.*\.c?js$/.test(path));
    const isThere = (name: string) => isBuiltin(name) || name === "electron" || /^\.{0,2}\//.test(name);
    const strange = scripts.flatMap((path) =>
      importsOf(extractFile(archive, path.slice(1)).toString("utf8"))
        .filter((name) => !isThere(name))
        .map((name) => `${name} in ${path}`),
    );
    expect(strange).toEqual([]);
  });

  test("has its fuses set: no Node mode, no inspector, only the checked archive", async () => {
    expect(await readFuses(join(packed, "wunian"))).toEqual({
      runAsNode: false,
      cookieEncryption: false,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      onlyFromAsar: true,
      browserSnapshot: false,
      fileProtocolPrivileges: false,
    });
  });

  test("keeps only the two languages it speaks", async () => {
    expect((await readdir(join(packed, "locales"))).sort()).toEqual(["en-US.pak", "zh-CN.pak"]);
  });
});

describe("the installers", () => {
  test.each([
    ["win", ["nsis"]],
    ["mac", ["dmg"]],
    ["linux", ["AppImage", "deb"]],
  ] as const)("are made for %s, for Intel and ARM", (system, kinds) => {
    expect(configuration[system]?.target).toEqual(
      kinds.map((target) => ({ target, arch: ["x64", "arm64"] })),
    );
  });

  test("find their icons, each with the signature of its format", async () => {
    const head = async (path: string | null | undefined) =>
      (await readFile(join(ROOT, path ?? ""))).subarray(0, 4).toString("hex");
    const { win, mac, linux } = configuration;
    expect(await head(typeof win?.icon === "string" ? win.icon : null)).toBe("00000100");
    expect(await head(typeof mac?.icon === "string" ? mac.icon : null)).toBe(
      Buffer.from("icns").toString("hex"),
    );
    expect(await head(typeof linux?.icon === "string" ? linux.icon : null)).toBe("89504e47");
  });
});

/** The files below a folder of the project, as paths in the archive. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll("\\", "/"));
}

/** The names in code, comments left out, in `import … from`, `import("…")` and `require("…")` of built code. */
function importsOf(code: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"'\n]+)["']/g;
  const bare = code.replace(/^\s*(?:\*|\/\/|\/\*).*$/gm, "");
  return [...bare.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
