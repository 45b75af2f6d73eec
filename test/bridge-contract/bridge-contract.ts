import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BridgeMethod, Capabilities, DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import { BRIDGE_METHODS } from "#bridge/method-table.ts";
import { type JournalBatch, piecesOf } from "#bridge/journal.ts";
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
      const wanted = {
        ...({ locale: "en", theme: "dark", tourDismissed: true } as const),
        ...{ exportFolder: custom, planner: "林晓" },
      };
      const expected = {
        ...{ ...wanted, backupFolder: null },
        exportFolder: { label: custom, custom: true },
        planner: { name: "林晓", custom: true },
      };
      expect(valueOf(await subject.bridge.changeSettings(wanted))).toEqual(expected);
      await restart();
      expect(valueOf(await subject.bridge.readSettings())).toEqual(expected);
      const back = valueOf(await subject.bridge.changeSettings({ exportFolder: null, locale: "zh-CN" }));
      expect(back).toMatchObject({ locale: "zh-CN", theme: "dark", exportFolder: { custom: false } });
      expect(back.exportFolder.label).toBe(folders().exports);
      const unnamed = valueOf(await subject.bridge.changeSettings({ planner: null }));
      expect(unnamed.planner).toEqual({ name: userInfo().username, custom: false });
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
      for (const choose of ["chooseExportFolder", "chooseBackupFolder"] as const)
        expect(await subject.bridge[choose]()).toMatchObject({ ok: false, code: "unsupported" });
    });

    test("without an open dialog choosing files is unsupported", async () => {
      const reply = await subject.bridge.openFiles(["text"]);
      expect(reply).toMatchObject({ ok: false, code: "unsupported" });
    });

    const append = (sequence: number, json = `{"值":${sequence}}`) => {
      const after = sequence === 1 ? null : sequence - 1;
      return subject.bridge.appendJournal({ store: "main", sequence, after, json, offset: 0, more: false });
    };

    test("the journal survives a restart and a torn tail, and its sequence only rises", async () => {
      for (const sequence of [1, 2, 3]) expect(valueOf(await append(sequence))).toEqual({ sequence });
      expect(valueOf(await append(2))).toEqual({ sequence: 2 });
      expect(await append(2, "{}")).toMatchObject({ ok: false, code: "journal-conflict" });
      expect(await append(7)).toMatchObject({ ok: false, code: "journal-behind" });
      await subject.close();
      const file = join(folders().data, "journal", "main", "0000000000000001.log");
      const whole = await readFile(file);
      await writeFile(file, whole.subarray(0, whole.length - 5));
      subject = await start(folders());
      const [head] = valueOf(await subject.bridge.journalHeads());
      expect(head).toMatchObject({ store: "main", base: 0, last: 2, count: 2 });
      expect(head?.setAside).toBeGreaterThan(0);
      expect(valueOf(await append(3))).toEqual({ sequence: 3 });
      const { entries, next } = valueOf(
        await subject.bridge.readJournal({ store: "main", after: 1, offset: 0 }),
      );
      expect(next).toBeNull();
      expect(entries).toEqual([
        { store: "main", sequence: 2, after: 1, json: '{"值":2}', offset: 0, more: false },
        { store: "main", sequence: 3, after: 2, json: '{"值":3}', offset: 0, more: false },
      ]);
    });

    test("an entry longer than one call may carry crosses in pieces, and later ones follow it", async () => {
      const json = JSON.stringify("五年𠮷".repeat(1_300_000));
      for (const piece of piecesOf({ store: "main", sequence: 4, after: 3, json }))
        expect(valueOf(await subject.bridge.appendJournal(piece))).toEqual({ sequence: 4 });
      expect(valueOf(await append(5))).toEqual({ sequence: 5 });
      await restart();
      const texts = new Map<number, string>();
      let place: { after: number; offset: number } | null = { after: 2, offset: 0 };
      while (place !== null) {
        const batch: JournalBatch = valueOf(await subject.bridge.readJournal({ store: "main", ...place }));
        for (const { sequence, json: piece, offset } of batch.entries) {
          const before = texts.get(sequence) ?? "";
          expect(offset).toBe(before.length);
          texts.set(sequence, before + piece);
        }
        place = batch.next;
      }
      expect([...texts.keys()]).toEqual([3, 4, 5]);
      expect(texts.get(4) === json).toBe(true);
    });

    test("a journal set aside begins anew, and its old files stay on the disk", async () => {
      expect(valueOf(await subject.bridge.restartJournal("main"))).toBeNull();
      expect(valueOf(await subject.bridge.journalHeads())).toEqual([]);
      expect(await append(6)).toMatchObject({ ok: false, code: "journal-behind" });
      expect(valueOf(await append(1))).toEqual({ sequence: 1 });
      const names = await readdir(join(folders().data, "journal"));
      expect(names.filter((name) => name.startsWith("main.aside-"))).toHaveLength(1);
    });

    const backUp = (
      sequence: number,
      plans: number,
      text: string,
      reason: "manual" | "periodic" = "manual",
    ) => {
      const content = new TextEncoder().encode(text);
      return subject.bridge.writeBackup({ store: "main", sequence, reason, plans, bytes: content });
    };

    test("a backup comes back byte for byte after a restart, verified, and damage to it is seen", async () => {
      const written = valueOf(await backUp(1, 2, "备份一"));
      expect(written).toMatchObject({
        kind: "written",
        second: "none",
        backup: { store: "main", sequence: 1, reason: "manual", plans: 2, size: 9, places: ["own"] },
      });
      await restart();
      const { backups, second } = valueOf(await subject.bridge.listBackups());
      expect(second).toEqual({ kind: "none" });
      expect(backups).toHaveLength(1);
      const id = backups[0]?.id ?? "";
      expect(backups[0]?.verifiedAt).toBeGreaterThan(0);
      expect(new TextDecoder().decode(valueOf(await subject.bridge.readBackup(id)))).toBe("备份一");
      expect(valueOf(await subject.bridge.verifyBackup(id))).toMatchObject({
        own: "good",
        second: "missing",
      });
      await writeFile(join(folders().data, "backups", `${id}.wunian`), "备份二");
      expect(await subject.bridge.readBackup(id)).toMatchObject({ ok: false, code: "damaged" });
      expect(valueOf(await subject.bridge.verifyBackup(id))).toEqual({
        own: "damaged",
        second: "missing",
        mended: [],
        verifiedAt: null,
      });
      const gone = id.replace("main", "other");
      expect(await subject.bridge.readBackup(gone)).toMatchObject({ ok: false, code: "not-found" });
      expect(await subject.bridge.verifyBackup(gone)).toMatchObject({ ok: false, code: "not-found" });
    });

    test("a database without plans leaves no backup beside those that hold some", async () => {
      expect(valueOf(await backUp(0, 0, "空"))).toEqual({ kind: "empty" });
    });

    test("a second folder gets a copy, which outlives the first, and its absence is calm", async () => {
      const stick = join(home, "stick");
      const changed = valueOf(await subject.bridge.changeSettings({ backupFolder: stick }));
      expect(changed.backupFolder).toBe(stick);
      const written = valueOf(await backUp(2, 1, "备份三"));
      expect(written).toMatchObject({ second: "written", backup: { places: ["own", "second"] } });
      const id = written.kind === "written" ? written.backup.id : "";
      await writeFile(join(folders().data, "backups", `${id}.wunian`), "备份四");
      expect(valueOf(await subject.bridge.verifyBackup(id))).toMatchObject({
        ...{ own: "damaged", second: "good", mended: ["own"] },
        verifiedAt: expect.any(Number) as number,
      });
      await rm(join(folders().data, "backups"), { recursive: true });
      expect(new TextDecoder().decode(valueOf(await subject.bridge.readBackup(id)))).toBe("备份三");
      await rm(stick, { recursive: true });
      expect(valueOf(await subject.bridge.listBackups()).second).toMatchObject({ kind: "absent" });
      expect(valueOf(await backUp(3, 1, "备份四"))).toMatchObject({ second: "absent" });
      valueOf(await subject.bridge.changeSettings({ backupFolder: null }));
    });

    test("entries leave the journal only in whole files that two good backups hold", async () => {
      valueOf(await backUp(4, 1, "备份五"));
      expect(valueOf(await subject.bridge.compactJournal("main"))).toMatchObject({ base: 0, last: 1 });
    });

    test("tells how much room the disk has", async () => {
      const { free, level } = valueOf(await subject.bridge.diskSpace());
      expect(free).toBeGreaterThan(0);
      expect(["enough", "low", "read-only"]).toContain(level);
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

    test("a page that no window shows is not printed", async () => {
      expect(await subject.bridge.printPdf("没有这样的窗口")).toMatchObject({ ok: false, code: "not-found" });
    });

    test("a second window can be asked for", async () => {
      expect(await subject.bridge.openWindow()).toEqual({ ok: true, value: null });
      expect(await subject.bridge.emptyDatabase()).toEqual({
        ok: true,
        value: { kept: expect.any(Boolean) as boolean },
      });
    });
  });
}

/** The value of a reply that must be a success. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
  return reply.value;
}
