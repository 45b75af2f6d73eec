import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { browserCandidates } from "#main/chromium/browser-candidates.ts";
import { findBrowser } from "#main/chromium/find-browser.ts";
import { temporaryFolder } from "../host/temporary-folder.ts";

const nothingPackaged = () => Promise.resolve(null);
const wish = { named: null, headless: false };

/** A Mac without any browser, whatever this machine has; its home folder is the one given. */
const bareMac = (home: string, env: Readonly<Record<string, string>> = {}) =>
  ({ platform: "darwin", home, env }) as const;

async function program(path: string): Promise<string> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, "");
  await chmod(path, 0o755);
  return path;
}

describe("places of browsers", () => {
  test.each([
    [
      "linux",
      { PATH: "/x:relative:" },
      "/home/a",
      ["/x/chromium", "/usr/bin/chromium", "/snap/bin/chromium"],
    ],
    ["linux", {}, "/home/a", ["/opt/google/chrome/google-chrome", "/usr/bin/microsoft-edge-stable"]],
    ["darwin", {}, "/Users/a", ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]],
    ["darwin", {}, "/Users/a", ["/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"]],
    [
      "win32",
      { PROGRAMFILES: "C:\\Program Files", "PROGRAMFILES(X86)": "C:\\Program Files (x86)" },
      "C:\\Users\\a",
      [
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
      ],
    ],
    ["win32", { LOCALAPPDATA: "C:\\L" }, "C:\\Users\\a", ["C:\\L\\Chromium\\Application\\chrome.exe"]],
  ] as const)("on %s with %j", (platform, env, home, places) => {
    const paths = browserCandidates({ platform, env, home }).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([...places]));
    expect(paths.every((path) => path.startsWith("/") || /^[A-Z]:\\/.test(path))).toBe(true);
  });
});

describe("which browser runs", () => {
  test("the one that was named goes before the variable, and both before an installed one", async () => {
    const home = await temporaryFolder();
    const installed = await program(join(home, "Applications/Chromium.app/Contents/MacOS/Chromium"));
    const named = await program(join(home, "named"));
    const variable = await program(join(home, "variable"));
    const mac = bareMac(home, { CHROME: variable });
    expect(await findBrowser({ ...wish, named }, mac, nothingPackaged)).toMatchObject({
      value: { path: named, why: "named" },
    });
    expect(await findBrowser(wish, mac, nothingPackaged)).toMatchObject({ value: { path: variable } });
    expect(await findBrowser(wish, bareMac(home, { CHROME: "" }), nothingPackaged)).toEqual({
      ok: true,
      value: { name: "Chromium", path: installed, why: "installed" },
    });
  });

  test("a named one that is not there is not silently replaced", async () => {
    const home = await temporaryFolder();
    await program(join(home, "Applications/Chromium.app/Contents/MacOS/Chromium"));
    const named = join(home, "nowhere");
    expect(await findBrowser({ ...wish, named }, bareMac(home), nothingPackaged)).toEqual({
      ok: false,
      error: { kind: "named-missing", named },
    });
  });

  test("a folder and a file that cannot be started are no browsers", async () => {
    const home = await temporaryFolder();
    const folder = join(home, "Applications/Chromium.app/Contents/MacOS/Chromium");
    await mkdir(folder, { recursive: true });
    expect(await findBrowser(wish, bareMac(home), nothingPackaged)).toMatchObject({ ok: false });
    await writeFile(join(home, "plain"), "", { mode: 0o644 });
    expect(await findBrowser({ ...wish, named: join(home, "plain") }, bareMac(home))).toMatchObject({
      ok: false,
    });
  });

  test("the package serves only runs without a window", async () => {
    const home = await temporaryFolder();
    const packaged = () => Promise.resolve("/unpacked");
    expect(await findBrowser(wish, bareMac(home), packaged)).toEqual({
      ok: false,
      error: { kind: "none-installed", named: "" },
    });
    expect(await findBrowser({ ...wish, headless: true }, bareMac(home), packaged)).toMatchObject({
      value: { path: "/unpacked", why: "package" },
    });
  });
});
