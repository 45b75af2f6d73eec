import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { isBuilt, sourcesHash, writeStamp } from "../../scripts/start/build-stamp.mjs";
import { rememberDownload, rememberedFailure } from "../../scripts/start/electron-program.mjs";
import { startWords } from "../../scripts/start/words.mjs";
import { temporaryFolder } from "../main/host/temporary-folder.ts";

async function put(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

const products = {
  "out/main/index.js": "",
  "out/main/chromium.js": "",
  "out/preload/index.cjs": "",
  "out/renderer/index.html": "",
};

describe("what npm start builds", () => {
  test.each([
    ["a changed source", { "src/a.ts": "2" }],
    ["a new source", { "src/deep/b.ts": "" }],
    ["a changed seed", { "seeds/plan.json": "{ }" }],
    ["another set of packages", { "package-lock.json": "2" }],
    ["a changed plugin of the build", { "scripts/seeds-plugin.ts": "2" }],
  ])("is stale after %s", async (_what, change) => {
    const root = await temporaryFolder();
    await put(root, { "src/a.ts": "1", "seeds/plan.json": "{}", "package-lock.json": "1", ...products });
    await writeStamp(root, await sourcesHash(root));
    expect(await isBuilt(root, await sourcesHash(root))).toBe(true);
    await put(root, change);
    expect(await isBuilt(root, await sourcesHash(root))).toBe(false);
  });

  test("is stale when a product is missing, and not after a change that the build does not read", async () => {
    const root = await temporaryFolder();
    const { "out/main/chromium.js": chromium, ...others } = products;
    await put(root, { "src/a.ts": "1", ...others });
    await writeStamp(root, await sourcesHash(root));
    expect(await isBuilt(root, await sourcesHash(root))).toBe(false);
    await put(root, { "out/main/chromium.js": chromium, "docs/a.md": "x", "test/a.test.ts": "x" });
    expect(await isBuilt(root, await sourcesHash(root))).toBe(true);
  });
});

describe("a download that failed", () => {
  test("is remembered for a day and then tried again", async () => {
    const root = await temporaryFolder();
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    expect(await rememberedFailure(root)).toBeNull();
    await rememberDownload(root, true);
    expect(await rememberedFailure(root)).toBeInstanceOf(Date);
    await writeFile(join(root, "out/.electron-unreachable"), hoursAgo(25));
    expect(await rememberedFailure(root)).toBeNull();
    await writeFile(join(root, "out/.electron-unreachable"), hoursAgo(-5));
    expect(await rememberedFailure(root)).toBeNull();
    await writeFile(join(root, "out/.electron-unreachable"), "rubbish");
    expect(await rememberedFailure(root)).toBeNull();
  });

  test("is forgotten after one that worked", async () => {
    const root = await temporaryFolder();
    await rememberDownload(root, true);
    await rememberDownload(root, false);
    expect(await rememberedFailure(root)).toBeNull();
  });
});

test("the start speaks Chinese unless the system names another language", () => {
  expect(startWords({}).building).toBe("正在生成程序……");
  expect(startWords({ LANG: "en_GB.UTF-8" }).building).toBe("Building…");
  expect(Object.keys(startWords({})).sort()).toEqual(Object.keys(startWords({ LANG: "en" })).sort());
});
