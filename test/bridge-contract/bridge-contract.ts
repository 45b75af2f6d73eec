import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BridgeMethod, Capabilities, DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import { BRIDGE_METHODS } from "#bridge/method-table.ts";
import { parseJournal } from "#main/host/journal-frame.ts";
import { readJournal } from "#main/host/journal-files.ts";
import { ARGUMENT_CASES } from "./wrong-arguments.ts";

/** A running machine side, as the page sees it. */
export interface Subject {
  /** Calls a method by name with any argument, as an untrusted page could. */
  readonly call: (method: unknown, argument?: unknown) => Promise<unknown>;
  /** The same calls, one after the other. */
  readonly callAll: (method: BridgeMethod, args: readonly unknown[]) => Promise<readonly unknown[]>;
  /** The bridge as the page's adapter offers it. */
  readonly bridge: DesktopBridge;
  readonly close: () => Promise<void>;
}

/** How a subject is started on a machine's folders, which outlive it. */
export type StartSubject = (folders: { readonly data: string; readonly exports: string }) => Promise<Subject>;

const WRONG_CALLS = 200;

/** What every shell promises to the page; `machine` makes the folder that stands for a planner's machine. */
export function describeBridgeContract(
  name: string,
  shell: Capabilities["shell"],
  start: StartSubject,
  machine: () => Promise<string>,
): void {
  describe(`the bridge contract, ${name}`, () => {
    let home = "";
    let subject: Subject;
    const folders = () => ({ data: join(home, "data"), exports: join(home, "五年") });
    const restart = async () => {
      await subject.close();
      subject = await start(folders());
    };
    beforeAll(async () => {
      home = await machine();
      subject = await start(folders());
    });
    afterAll(() => subject.close());

    const bytes = Uint8Array.of(0, 1, 127, 128, 255);
    const save = (suggestedName: string) => subject.bridge.saveFile({ kind: "png", suggestedName, bytes });

    test("says what it can", async () => {
      const value = valueOf(await subject.bridge.capabilities());
      expect(value).toMatchObject({
        shell,
        version: "0.0.0-test",
        saveDialog: false,
        openDialog: false,
        folderDialog: false,
      });
    });

    test.each(BRIDGE_METHODS)("refuses every wrong argument of %s", async (method) => {
      const wrong = fc.sample(ARGUMENT_CASES[method].wrong, WRONG_CALLS);
      const replies = await subject.callAll(method, wrong);
      expect(replies).toHaveLength(WRONG_CALLS);
      replies.forEach((reply, index) =>
        expect(reply, `for ${JSON.stringify(wrong[index]).slice(0, 200)}`).toMatchObject({
          ok: false,
          code: "bad-argument",
        }),
      );
    });

    test.each(["constructor", "__proto__", "", 7, null, undefined, { name: "log" }])(
      "knows no method %j",
      async (method) => {
        expect(await subject.call(method)).toMatchObject({ ok: false, code: "unknown-method" });
      },
    );

    test("settings are there again after a restart", async () => {
      const custom = join(home, "我的图表");
      const wanted = { locale: "en", theme: "dark", tourDismissed: true, exportFolder: custom } as const;
      const expected = { ...wanted, exportFolder: { label: custom, custom: true } };
      expect(valueOf(await subject.bridge.changeSettings(wanted))).toEqual(expected);
      await restart();
      expect(valueOf(await subject.bridge.readSettings())).toEqual(expected);
      const back = valueOf(await subject.bridge.changeSettings({ exportFolder: null, locale: "zh-CN" }));
      expect(back).toMatchObject({ locale: "zh-CN", theme: "dark", exportFolder: { custom: false } });
      expect(back.exportFolder.label).toBe(folders().exports);
    });

    test("a file keeps its bytes and gets a name that every system takes", async () => {
      const saved = valueOf(await save("a/b: 恩平市<GDP>"));
      expect(saved).toMatchObject({ kind: "saved", name: "a_b_ 恩平市_GDP_.png", folder: folders().exports });
      expect(await readFile(join(folders().exports, "a_b_ 恩平市_GDP_.png"))).toEqual(Buffer.from(bytes));
    });

    test("no file is ever overwritten", async () => {
      await writeFile(join(folders().exports, "图.png"), "the planner's own");
      const names = [];
      for (let time = 0; time < 3; time += 1) names.push(valueOf(await save("图")));
      expect(names).toMatchObject([{ name: "图 (2).png" }, { name: "图 (3).png" }, { name: "图 (4).png" }]);
      expect(await readFile(join(folders().exports, "图.png"), "utf8")).toBe("the planner's own");
      expect((await readdir(folders().exports)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    });

    test("an export folder that cannot be written is refused and the old one stays", async () => {
      const file = join(home, "a file");
      await writeFile(file, "x");
      const reply = await subject.bridge.changeSettings({ exportFolder: join(file, "below") });
      expect(reply).toMatchObject({ ok: false, code: "not-writable" });
      const settings = valueOf(await subject.bridge.readSettings());
      expect(settings.exportFolder).toEqual({ label: folders().exports, custom: false });
    });

    test("an export folder that went away while the program ran is said with a code", async () => {
      const folder = join(home, "usb");
      valueOf(await subject.bridge.changeSettings({ exportFolder: folder }));
      await rm(folder, { recursive: true });
      await writeFile(folder, "now a file");
      expect(await save("图")).toMatchObject({ ok: false, code: "not-writable" });
      valueOf(await subject.bridge.changeSettings({ exportFolder: null }));
    });

    test("only files of this run can be shown", async () => {
      const reply = await subject.bridge.revealFile("00000000-0000-0000-0000-000000000000");
      expect(reply.ok).toBe(false);
      expect(["not-found", "unsupported"]).toContain(reply.ok ? "" : reply.code);
    });

    test("without a folder dialog choosing a folder is unsupported", async () => {
      expect(await subject.bridge.chooseExportFolder()).toMatchObject({ ok: false, code: "unsupported" });
    });

    test("without an open dialog choosing files is unsupported", async () => {
      const reply = await subject.bridge.openFiles(["text"]);
      expect(reply).toMatchObject({ ok: false, code: "unsupported" });
    });

    test("the journal survives a restart and a torn tail, and its sequence only rises", async () => {
      const append = (sequence: number, json = `{"值":${sequence}}`) =>
        subject.bridge.appendJournal({ store: "main", sequence, json });
      for (const sequence of [1, 2, 3]) expect(valueOf(await append(sequence))).toEqual({ sequence });
      expect(valueOf(await append(2))).toEqual({ sequence: 2 });
      expect(await append(2, "{}")).toMatchObject({ ok: false, code: "bad-argument" });
      await subject.close();
      const file = join(folders().data, "journal", "main.log");
      const whole = await readFile(file);
      await writeFile(file, whole.subarray(0, whole.length - 5));
      expect(parseJournal(whole.subarray(0, whole.length - 5)).records).toHaveLength(2);
      subject = await start(folders());
      expect(valueOf(await append(3))).toEqual({ sequence: 3 });
      expect((await readJournal(folders().data, "main")).map(({ json }) => json)).toEqual([
        '{"值":1}',
        '{"值":2}',
        '{"值":3}',
      ]);
      expect((await readdir(join(folders().data, "journal"))).some((name) => name.endsWith(".bin"))).toBe(
        true,
      );
    });

    test("a font for a text is WOFF2", async () => {
      const font = valueOf(await subject.bridge.subsetFont({ text: "恩平 2.3％ ≥ →", weight: 600 }));
      expect(font).toBeInstanceOf(Uint8Array);
      expect(Buffer.from(font.subarray(0, 4)).toString("latin1")).toBe("wOF2");
    });

    test("a line of the page stands in the log", async () => {
      expect(await subject.bridge.log({ level: "warn", message: "第一行\n第二行" })).toEqual({
        ok: true,
        value: null,
      });
      const log = await readFile(join(folders().data, "logs", "wunian.log"), "utf8");
      expect(log).toMatch(/ warn page: 第一行 ⏎ 第二行\n/);
    });

    test("a second window can be asked for", async () => {
      expect(await subject.bridge.openWindow()).toEqual({ ok: true, value: null });
    });
  });
}

/** The value of a reply that must be a success. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
  return reply.value;
}
