import { spawn } from "node:child_process";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NATIVE_VERSIONS } from "#renderer/data/db/probe-database.ts";
import { SCHEMA_VERSION } from "#renderer/data/db/workbench-database.ts";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import {
  freshMachine,
  removeMachine,
  RENDERER_FOLDER,
  startWorkbench,
  type Workbench,
} from "./start-workbench.ts";

const ENPING = "恩平市科学技术发展“十三五”规划";
const DRAFT = "恩平市科学技术发展“十四五”规划";
const HIGH_TECH = "国家高新技术企业";
const TARGET = "2025 目标表述";

let machine: string;
let running: Workbench | null = null;

beforeEach(async () => {
  machine = await freshMachine();
});
afterEach(async () => {
  await running?.close();
  running = null;
  await removeMachine(machine);
});

/** The version of the database that a later program would bring. */
const NEWER = SCHEMA_VERSION + 1;

async function start(rendererFolder = RENDERER_FOLDER): Promise<Workbench> {
  await running?.close();
  running = await startWorkbench({ machine, rendererFolder });
  return running;
}

async function startDraft(): Promise<{ workbench: Workbench; indicators: IndicatorRoom }> {
  const workbench = await start();
  const library = new LibraryRoom(workbench.page);
  await library.ready();
  await library.startNextPlan(ENPING);
  const indicators = new IndicatorRoom(workbench.page);
  await indicators.ready();
  return { workbench, indicators };
}

describe("a database of a newer program", () => {
  test("is refused with what to do, and is as it was when the newer program has it again", async () => {
    const { workbench, indicators } = await startDraft();
    await indicators.type(HIGH_TECH, TARGET, "达到100家");
    await new Frame(workbench.page).waitUntilSaved();

    await raiseDatabaseVersion(workbench, NEWER * NATIVE_VERSIONS);
    await workbench.page.getByText("另一个窗口已启用新版程序，本窗口不再保存改动").waitFor();

    const { page } = await start();
    const refusal = page.getByRole("alert");
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain(`数据版本为 ${NEWER}，本程序最高识别到 ${SCHEMA_VERSION}`);
    expect(await refusal.innerText()).toContain("数据没有改动，全部完好");
    expect(await titlesInDatabase(page)).toContain(DRAFT);
  });
});

describe("a bundled plan that is not the one that was shipped", () => {
  test("stops the start with the file's name, and nothing is written", async () => {
    const tampered = await tamperedPage(machine);
    const { page } = await start(tampered);
    const refusal = page.getByRole("alert");
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain("plans/enping-13.json");
    expect(await refusal.innerText()).toContain("您编制的规划没有改动");
    expect(await titlesInDatabase(page)).toEqual([]);

    const mended = await start();
    const library = new LibraryRoom(mended.page);
    await library.ready();
    expect(await library.titles()).toHaveLength(5);
  });
});

/** A column, what is typed into it, and what the reason must speak of. */
const RUBBISH = [
  ["2020 基期", "约莫三十来家吧", "未读成数值"],
  ["2020 基期", "12 34.5.6", "未读成数值"],
  ["2020 基期", "3亿元", "不能换算成“家”"],
  [TARGET, "达到3亿元", "不能换算成“家”"],
  [TARGET, "达到12345678901234567890家", "数位过多"],
  [TARGET, "<img src=x onerror=alert(1)>5", "未能读懂"],
  [TARGET, "=SUM(A1:A5)", "未能读懂"],
] as const;

describe("rubbish in cells", () => {
  test("is kept as typed and marked, with a reason, and goes away by undo", async () => {
    const { workbench, indicators } = await startDraft();
    for (const [column, typed, reason] of RUBBISH) {
      await indicators.type(HIGH_TECH, column, typed);
      await expect.poll(() => indicators.text(HIGH_TECH, column)).toContain(typed);
      expect(await indicators.isMarked(HIGH_TECH, column), typed).toBe(true);
      await indicators.choose(HIGH_TECH, column);
      await expect.poll(() => indicators.reason.innerText()).toContain(reason);
      expect(await indicators.reason.innerText()).toContain("原输入已保留");
      await workbench.page.keyboard.press("Control+z");
      await expect.poll(() => indicators.isMarked(HIGH_TECH, column)).toBe(false);
    }
    expect(workbench.pageErrors).toEqual([]);
  });

  test("pastes as one step, whatever the clipboard holds, and undoes as one", async () => {
    const { workbench, indicators } = await startDraft();
    const { page } = workbench;
    const before = await indicators.grid.innerText();
    await indicators.choose(HIGH_TECH, TARGET);
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        '保底100家，力争130家\t市局\n"又一行\t"\n\u0000\u202e—\t５％\n\n===\t=1+1',
      ),
    );
    await page.keyboard.press("Control+v");
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toBe("保底100家，力争130家");
    await new Frame(page).waitUntilSaved();
    await page.keyboard.press("Control+z");
    await expect.poll(() => indicators.text(HIGH_TECH, TARGET)).toBe("—");
    expect(await indicators.grid.innerText()).toBe(before);
    expect(workbench.pageErrors).toEqual([]);
  });

  test("does not change a bundled plan, and says what to do instead", async () => {
    const workbench = await start();
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.open(ENPING);
    const indicators = new IndicatorRoom(workbench.page);
    await indicators.ready();
    await indicators.choose(HIGH_TECH, "2020 目标表述");
    await workbench.page.keyboard.type("5");
    await expect.poll(() => indicators.note.innerText()).toContain("请先建立副本");
    expect(await indicators.text(HIGH_TECH, "2020 目标表述")).toBe("达到33家");
  });
});

describe("a data folder that cannot be written", () => {
  test("ends the start with one line that names the folder and the way out", async () => {
    const file = join(machine, "a file");
    await writeFile(file, "");
    const { code, err } = await runProgram(["--data-dir", join(file, "data")]);
    expect(code).toBe(1);
    expect(err).toContain(join(file, "data"));
    expect(err).toContain("--data-dir");
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("an export folder that cannot be written", () => {
  test("is told in the room, with what is safe and what to do, and the plan is as it was", async () => {
    await writeFile(join(machine, "exports"), "a file where the folder should be");
    const { workbench, indicators } = await startDraft();
    await indicators.type(HIGH_TECH, TARGET, "达到100家");
    const scenario = new ScenarioRoom(workbench.page);
    await scenario.show();
    await scenario.chooseIndicator(HIGH_TECH);
    await scenario.tryExport({ kind: "SVG", size: "半栏" });
    await expect.poll(() => scenario.notice.innerText()).toContain("文件没有导出");
    expect(await scenario.notice.innerText()).toContain("规划数据不受影响");
    expect(await scenario.notice.innerText()).toContain("请在“设置”中另选一个");
    expect(workbench.pageErrors).toEqual([]);
  });
});

async function raiseDatabaseVersion({ page }: Workbench, version: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolveOpen, reject) => {
        const request = indexedDB.open("wunian", wanted);
        request.onsuccess = () => {
          request.result.close();
          resolveOpen();
        };
        request.onerror = () => reject(new Error(String(request.error)));
      }),
    version,
  );
}

/** Titles of the stored plans, read without the program. */
function titlesInDatabase(page: Workbench["page"]): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((found, reject) => {
        const request = indexedDB.open("wunian");
        request.onerror = () => reject(new Error(String(request.error)));
        request.onsuccess = () => {
          const db = request.result;
          if (!db.objectStoreNames.contains("plans")) {
            found([]);
            return;
          }
          const rows = db.transaction("plans").objectStore("plans").getAll();
          rows.onsuccess = () => {
            db.close();
            found(rows.result.map((row: { title: string }) => row.title));
          };
        };
      }),
  );
}

/** A copy of the built page in which one figure of one bundled plan is another. */
async function tamperedPage(folder: string): Promise<string> {
  const copy = join(folder, "tampered");
  await cp(RENDERER_FOLDER, copy, { recursive: true });
  const assets = join(copy, "assets");
  const [name] = (await readdir(assets)).filter((file) => file.startsWith("enping-13"));
  if (name === undefined) throw new Error("the built page has no part with the plan of Enping");
  const text = await readFile(join(assets, name), "utf8");
  const changed = text.replace("达到33家", "达到34家");
  if (changed === text) throw new Error("nothing was tampered with");
  await writeFile(join(assets, name), changed);
  return copy;
}

function runProgram(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const program = resolve(import.meta.dirname, "../../out/main/chromium.js");
  // The display is never reached: the folder is looked at first.
  const env = { ...process.env, DISPLAY: ":99" };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((done) => {
    child.on("close", (code) => done({ code, out, err }));
  });
}
