import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runChromiumProgram } from "#main/chromium/run-program.ts";
import { takeInstanceLock } from "#main/host/instance-lock.ts";
import { freshMachine, removeMachines, SMALL_PAGE } from "./start-test-shell.ts";

interface Outcome {
  readonly code: number;
  readonly said: readonly string[];
  readonly complained: readonly string[];
}

async function run(words: readonly string[], rendererFolder = SMALL_PAGE): Promise<Outcome> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runChromiumProgram({
    words,
    rendererFolder,
    pictureFile: join(machine, "picture.png"),
    version: "0.0.0-test",
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said, complained };
}

let machine = "";
beforeEach(async () => {
  machine = await freshMachine();
  vi.stubEnv("LANG", "zh_CN.UTF-8");
  vi.stubEnv("LC_ALL", "");
});
afterEach(() => vi.unstubAllEnvs());
afterAll(removeMachines);

/** Each of these ends before a window would open. */
const withDisplay = () => vi.stubEnv("DISPLAY", ":nowhere");

describe("the smoke run", () => {
  test("ends with the counts of the page as JSON and leaves a picture", async () => {
    const { code, said, complained } = await run(["--smoke"]);
    expect([code, complained]).toEqual([0, []]);
    const last: unknown = JSON.parse(said.at(-1) ?? "");
    expect(last).toMatchObject({ shell: "chromium", plans: 5, indicators: 1, observations: 2, targets: 3 });
    const picture = await readFile(join(machine, "picture.png"));
    // Width and height stand in the PNG's header at byte 16.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1366, 768]);
  });

  test("takes a size and a place for the picture", async () => {
    const out = join(machine, "a", "b.png");
    const { code } = await run(["--smoke", "--size", "800x600", "--out", out, "--theme", "dark"]);
    expect(code).toBe(0);
    expect((await readFile(out)).readUInt32BE(16)).toBe(800);
  });
});

describe("a start that cannot be says so in one line", () => {
  test("without a display, naming the run that needs none", async () => {
    vi.stubEnv("DISPLAY", "");
    vi.stubEnv("WAYLAND_DISPLAY", "");
    const { code, complained } = await run([]);
    expect(code).toBe(1);
    expect(complained).toEqual([expect.stringContaining("--smoke")]);
  });

  test("with an unwritable data folder, naming it", async () => {
    withDisplay();
    await writeFile(join(machine, "file"), "x");
    const folder = join(machine, "file", "data");
    const { code, complained } = await run(["--data-dir", folder]);
    expect(code).toBe(1);
    expect(complained).toEqual([expect.stringMatching(/^无法写入数据文件夹“.*file.data”（ENOTDIR）/)]);
  });

  test("with an unwritable data folder named to a smoke run, which needs none of its own", async () => {
    await writeFile(join(machine, "file"), "x");
    const { code, complained } = await run(["--smoke", "--data-dir", join(machine, "file", "data")]);
    expect([code, complained]).toEqual([1, [expect.stringContaining("无法写入数据文件夹")]]);
  });

  test("without the named browser, saying what to install, in the system's language", async () => {
    vi.stubEnv("LANG", "en_US.UTF-8");
    const { code, complained } = await run(["--smoke", "--browser", join(machine, "none")]);
    expect(code).toBe(1);
    expect(complained).toEqual([expect.stringMatching(/is no browser that can be started: install /)]);
  });

  test("with a browser that does not start", async () => {
    const { code, complained } = await run(["--smoke", "--browser", "/bin/false"]);
    expect(code).toBe(1);
    expect(complained).toEqual([expect.stringContaining("“/bin/false”无法启动")]);
  });

  test("with an option that it does not know", async () => {
    expect(await run(["--frobnicate"])).toMatchObject({
      code: 1,
      complained: ["无法识别的选项：--frobnicate"],
    });
  });

  test("without a built page", async () => {
    await mkdir(join(machine, "empty"));
    const { code, complained } = await run(["--smoke"], join(machine, "empty"));
    expect([code, complained.length]).toEqual([1, 1]);
  });

  test("as a second instance: it asks the first to come to the front and ends well", async () => {
    withDisplay();
    const first = await takeInstanceLock(machine);
    const asked = new Promise<void>((resolve) => first?.onFrontRequest(resolve));
    const { code, said, complained } = await run(["--data-dir", machine]);
    expect([code, complained]).toEqual([0, []]);
    expect(said).toEqual([expect.stringContaining("已在运行")]);
    await asked;
    await first?.release();
  });

  test("in the language that was chosen in the settings", async () => {
    withDisplay();
    await writeFile(join(machine, "settings.json"), JSON.stringify({ locale: "en" }));
    const { complained } = await run(["--data-dir", machine, "--browser", "/nowhere"]);
    expect(complained[0]).toContain("install");
  });
});
