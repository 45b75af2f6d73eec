import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// Electron's program cannot be had here, so Node runs the built main process with a stand-in for Electron's module. The
// program lies alone in a folder, as in a packed one, with no other package to reach.

const ROOT = resolve(import.meta.dirname, "../..");

/** After what time a main process that does not end by itself is ended, in ms. */
const LONGEST_RUN = 20_000;

let program: string;

beforeAll(async () => {
  program = await mkdtemp(join(tmpdir(), "wunian-main-"));
  await cp(join(ROOT, "out"), join(program, "out"), { recursive: true });
  await cp(join(ROOT, "package.json"), join(program, "package.json"));
  const electron = join(program, "node_modules", "electron");
  await mkdir(electron, { recursive: true });
  await cp(join(import.meta.dirname, "electron-module-stand-in.mjs"), join(electron, "index.mjs"));
  const manifest = { name: "electron", version: "0.0.0", exports: "./index.mjs" };
  await writeFile(join(electron, "package.json"), JSON.stringify(manifest));
}, 30_000);

afterAll(async () => {
  await rm(program, { recursive: true, force: true });
});

/** Runs the main process until Electron would be ready, then `steps`, which sees the stand-in as `electron` and prints with `say`. */
async function run(
  steps: string,
  dataFolder: string,
  ...words: string[]
): Promise<{ said: unknown; errors: string }> {
  const script = join(program, `drive-${Math.abs(Number(process.hrtime.bigint() % 1_000_000n))}.mjs`);
  await writeFile(
    script,
    `import * as electron from "electron";
await import("./out/main/index.js");
electron.makeReady();
const until = async (test) => { while (!test()) await new Promise((wake) => setImmediate(wake)); };
const say = (value) => process.stdout.write(JSON.stringify(value) + "\\n");
const call = (method, argument, frame = { url: "app://workbench/", parent: null }) =>
  electron.seen.calls.get("wunian:call")({ senderFrame: frame }, method, argument);
const fetchPage = (url, method = "GET") => electron.seen.pages.get("app")(new Request(url, { method }));
const play = async () => {
${steps}
};
// The main process writes what nobody caught to its log and lives on; here it must be seen.
await play().catch((error) => process.stderr.write(String(error?.stack ?? error)));
process.exit(electron.seen.exitCode ?? 0);
`,
  );
  const child = spawn(process.execPath, [script, "--data-dir", dataFolder, ...words], {
    cwd: program,
    env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "", LC_MESSAGES: "" },
    timeout: LONGEST_RUN,
  });
  let out = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const code = await new Promise((done) => child.once("close", done));
  const line = out.trim().split("\n").at(-1) ?? "";
  if (line === "") throw new Error(`The main process said nothing (exit ${String(code)}): ${errors}`);
  const said: unknown = JSON.parse(line);
  return { said, errors };
}

const WINDOW_OPEN = "await until(() => electron.seen.windows[0]?.url);";

const freshFolder = () => mkdtemp(join(program, "data-"));

describe("the main process", () => {
  test("starts where the system cannot say which folder is that of the documents, and names one itself", async () => {
    const { said } = await run(
      `electron.app.getPath = (name) => {
  if (name === "documents") throw new Error("Failed to get 'documents' path");
  return process.cwd();
};
${WINDOW_OPEN}
say(await call("readSettings"));`,
      await freshFolder(),
    );
    expect(said).toMatchObject({
      ok: true,
      value: { exportFolder: { label: expect.stringMatching(/五年$/u) as string, custom: false } },
    });
  });

  test("opens one guarded window on its own origin and serves the page there", async () => {
    const { said } = await run(
      `${WINDOW_OPEN}
const page = await fetchPage("app://workbench/");
const again = await fetchPage("app://workbench/");
const policy = page.headers.get("content-security-policy");
const [window] = electron.seen.windows;
const { preload, sandbox, contextIsolation, nodeIntegration } = window.options.webPreferences;
const html = await page.text();
const script = /src="\\.\\/(assets\\/[^"]+)"/.exec(html)?.[1];
say({
  scheme: electron.seen.schemes,
  url: window.url, shown: window.shown, guards: { sandbox, contextIsolation, nodeIntegration },
  preload: (await import("node:fs")).existsSync(preload),
  status: page.status, policy: policy.slice(0, policy.indexOf("nonce-")), freshNonce: policy !== again.headers.get("content-security-policy"),
  nonceInPage: html.includes('nonce="' + /'nonce-([^']+)'/.exec(policy)[1] + '"'), placeholder: html.includes("__CSP_NONCE__"),
  script: (await fetchPage("app://workbench/" + script)).headers.get("content-type"),
  missing: (await fetchPage("app://workbench/no.js")).status,
  outside: (await fetchPage("app://workbench/%2e%2e/main/index.js")).status,
  posted: (await fetchPage("app://workbench/", "POST")).status,
});`,
      await freshFolder(),
    );
    expect(said).toEqual({
      scheme: [{ scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } }],
      url: "app://workbench/",
      shown: true,
      guards: { sandbox: true, contextIsolation: true, nodeIntegration: false },
      preload: true,
      status: 200,
      policy: "default-src 'none'; script-src 'self'; style-src-elem 'self' '",
      freshNonce: true,
      nonceInPage: true,
      placeholder: false,
      script: "text/javascript; charset=utf-8",
      missing: 404,
      outside: 404,
      posted: 405,
    });
  });

  test("answers the page's calls, and refuses another frame, another method and a wrong argument by code", async () => {
    const { said } = await run(
      `${WINDOW_OPEN}
say({
  capabilities: await call("capabilities"),
  frame: (await call("capabilities", undefined, { url: "app://workbench/", parent: {} })).code,
  site: (await call("capabilities", undefined, { url: "https://example.org/", parent: null })).code,
  gone: (await call("capabilities", undefined, null)).code,
  method: (await call("readFile", "/etc/passwd")).code,
  argument: (await call("changeSettings", { theme: "pink" })).code,
  opened: await call("openFiles", ["text"]),
  saved: await call("saveFile", { kind: "svg", suggestedName: "图", bytes: new Uint8Array([60]) }),
});`,
      await freshFolder(),
    );
    expect(said).toEqual({
      capabilities: {
        ok: true,
        value: {
          shell: "electron",
          version: "0.1.0",
          saveDialog: true,
          openDialog: true,
          folderDialog: true,
          reveal: true,
        },
      },
      frame: "bad-sender",
      site: "bad-sender",
      gone: "bad-sender",
      method: "unknown-method",
      argument: "bad-argument",
      opened: { ok: true, value: { kind: "cancelled" } },
      saved: { ok: true, value: { kind: "cancelled" } },
    });
  });

  test("makes a font with nothing but its own files", async () => {
    const { said } = await run(
      `${WINDOW_OPEN}
const font = await call("subsetFont", { text: "五年", weight: 400 });
say(Buffer.from(font.value.subarray(0, 4)).toString("latin1"));`,
      await freshFolder(),
    );
    expect(said).toBe("wOF2");
  });

  test("cancels requests, permissions, navigation, windows and embedded pages that are not its own", async () => {
    const { said } = await run(
      `${WINDOW_OPEN}
const own = electron.session.defaultSession;
const [{ webContents }] = electron.seen.windows;
const judged = (url) => { let answer; own.judge({ url }, (given) => (answer = given.cancel)); return answer; };
const permitted = (name) => { let answer; own.permission(webContents, name, (given) => (answer = given), { requestingUrl: "app://workbench/" }); return answer; };
const prevented = (name, url) => { let stopped = false; webContents.emit(name, { url, preventDefault: () => (stopped = true) }); return stopped; };
let download = false;
own.emit("will-download", { preventDefault: () => (download = true) });
say({
  requests: [judged("https://example.org/"), judged("app://workbench/assets/x.js")],
  permissions: [permitted("geolocation"), permitted("clipboard-read")],
  navigation: [prevented("will-navigate", "https://example.org/"), prevented("will-navigate", "app://workbench/")],
  redirect: prevented("will-redirect", "file:///etc/passwd"),
  frame: prevented("will-frame-navigate", "https://example.org/"),
  webview: prevented("will-attach-webview", ""),
  opened: webContents.openHandler({ url: "https://example.org/" }).action,
  download, spellChecker: own.spellChecker,
});`,
      await freshFolder(),
    );
    expect(said).toEqual({
      requests: [true, false],
      permissions: [false, true],
      navigation: [true, false],
      redirect: true,
      frame: true,
      webview: true,
      opened: "deny",
      download: true,
      spellChecker: false,
    });
  });

  test("sends the chosen menu entry to the page, and follows the page's language and theme", async () => {
    const { said } = await run(
      `${WINDOW_OPEN}
const labels = () => electron.seen.menu.map(({ label }) => label);
const before = labels();
const [{ webContents }] = electron.seen.windows;
electron.seen.menu.flatMap(({ submenu }) => submenu).find(({ label }) => label === "建立副本").click();
await call("changeSettings", { locale: "en", theme: "dark" });
say({ before, after: labels(), sent: webContents.sent, theme: electron.nativeTheme.themeSource });`,
      await freshFolder(),
    );
    const mac = process.platform === "darwin";
    expect(said).toEqual({
      before: [...(mac ? ["五年"] : []), "文件", "编辑", "查看", "数据", "工具", "帮助"],
      after: [...(mac ? ["Wunian"] : []), "File", "Edit", "View", "Data", "Tools", "Help"],
      sent: [["wunian:menu", "copyPlan"]],
      theme: "dark",
    });
  });

  test("remembers the window's place, ends with the last window and lets go of the data folder", async () => {
    const folder = await freshFolder();
    const { said } = await run(
      `${WINDOW_OPEN}
await call("openWindow");
for (const window of [...electron.seen.windows]) window.close();
electron.app.emit("window-all-closed");
say({ windows: electron.seen.windows.length, exit: await electron.exited });`,
      folder,
    );
    expect(said).toEqual({ windows: 2, exit: 0 });
    expect(JSON.parse(await readFile(join(folder, "electron-window.json"), "utf8"))).toEqual({
      bounds: { x: 10, y: 20, width: 1200, height: 700 },
      maximized: false,
    });
    expect((await readdir(folder)).filter((name) => name.startsWith("instance."))).toEqual([]);
    const next = await run(`${WINDOW_OPEN}\nsay(electron.seen.windows[0].options);`, folder);
    expect(next.said).toMatchObject({ x: 10, y: 20, width: 1200, height: 700 });
  });

  test("asks before a window closes whose page has something to lose, in the page's language, and closes at the planner's word", async () => {
    const { said } = await run(
      `${WINDOW_OPEN}
const [window] = electron.seen.windows;
const asked = (count) => until(() => electron.seen.questions.length === count);
electron.seen.atRisk = "only-here";
electron.seen.pressed = 1;
window.close();
await asked(1);
const stayed = !window.isDestroyed();
await call("changeSettings", { locale: "en" });
electron.seen.pressed = 2;
window.close();
await asked(2);
await until(() => window.isDestroyed());
say({ stayed, questions: electron.seen.questions.map(({ message, buttons, cancelId }) => ({ message, buttons, cancelId })) });`,
      await freshFolder(),
    );
    expect(said).toEqual({
      stayed: true,
      questions: [
        { message: "还有内容没有保存", buttons: ["保存后关闭", "返回", "仍然关闭"], cancelId: 1 },
        {
          message: "Something is not saved yet",
          buttons: ["Close when saved", "Go back", "Close anyway"],
          cancelId: 1,
        },
      ],
    });
  });

  test("says in a dialog why it does not start when the data folder cannot be written, and ends with 1", async () => {
    const file = join(await freshFolder(), "no-folder");
    await writeFile(file, "");
    const { said, errors } = await run(
      "say({ exit: await electron.exited, boxes: electron.seen.errorBoxes, windows: electron.seen.windows.length });",
      join(file, "data"),
    );
    expect(said).toEqual({
      exit: 1,
      boxes: [["五年", expect.stringContaining("无法写入数据文件夹")]],
      windows: 0,
    });
    expect(errors).toContain(file);
  });

  test("leaves the data folder to a program that already uses it, and ends without a window", async () => {
    const folder = await freshFolder();
    const { said } = await run(
      `${WINDOW_OPEN}
const { spawnSync } = await import("node:child_process");
const second = spawnSync(process.execPath, ["--input-type=module", "-e", \`
import * as electron from "electron";
await import("./out/main/index.js");
electron.makeReady();
const exit = await electron.exited;
process.stdout.write(JSON.stringify({ exit, windows: electron.seen.windows.length, boxes: electron.seen.errorBoxes }));
process.exit(0);
\`, "--", ...process.argv.slice(2)], { cwd: process.cwd(), encoding: "utf8" });
await until(() => electron.seen.windows[0].focused);
say({ second: JSON.parse(second.stdout), focused: electron.seen.windows[0].focused });`,
      folder,
    );
    expect(said).toEqual({ second: { exit: 0, windows: 0, boxes: [] }, focused: true });
  });

  test("prints what the library holds in a smoke run, writes a picture and leaves nothing behind", async () => {
    const folder = await freshFolder();
    const picture = join(folder, "new", "library.png");
    const { said, errors } = await run("await electron.exited;", folder, "--smoke", "--out", picture);
    expect(said).toMatchObject({
      shell: "electron",
      plans: 5,
      indicators: 120,
      observations: 200,
      targets: 130,
    });
    expect(await readFile(picture, "utf8")).toBe("a picture");
    expect(errors).toBe("");
    expect(await readdir(folder)).toEqual(["new"]);
  });

  test("ends a smoke run with 1 when the page does not become ready, with its log beside the picture", async () => {
    const folder = await freshFolder();
    const words = ["--smoke", "--out", join(folder, "library.png")];
    const { said, errors } = await run(
      "electron.seen.library = null;\nsay({ exit: await electron.exited });",
      folder,
      ...words,
    );
    expect(said).toEqual({ exit: 1 });
    expect(errors).toContain("未能就绪");
    expect(await readFile(join(folder, "wunian.log"), "utf8")).toContain("not ready");
  });
});
