import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { OpenOutcome, Reply } from "#bridge/desktop-bridge.ts";
import { callBridge } from "#bridge/method-table.ts";
import { createHost, type Host } from "#main/host/create-host.ts";
import type { HostOptions } from "#main/host/host-options.ts";
import { describeBridgeContract, valueOf, type Subject } from "./bridge-contract.ts";

const machines: string[] = [];
afterAll(async () => {
  for (const machine of machines) await rm(machine, { recursive: true, force: true, maxRetries: 3 });
});

async function freshMachine(): Promise<string> {
  const machine = await mkdtemp(join(tmpdir(), "wunian-contract-"));
  machines.push(machine);
  return machine;
}

function startHost(data: string, exports: string, ports: Partial<HostOptions> = {}): Promise<Host> {
  return createHost({
    shell: "electron",
    version: "0.0.0-test",
    dataFolder: data,
    exportFolder: exports,
    fontsFolder: dirname(createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/unicode.json")),
    locale: "zh-CN",
    clock: () => new Date(),
    chooseSavePath: null,
    chooseOpenPaths: null,
    chooseFolder: null,
    reveal: null,
    printPdf: () => Promise.resolve(null),
    openWindow: () => Promise.resolve(),
    emptyDatabase: () => Promise.resolve(false),
    ...ports,
  });
}

async function startSubject(folders: { readonly data: string; readonly exports: string }): Promise<Subject> {
  const { bridge, close } = await startHost(folders.data, folders.exports);
  const call = (method: unknown, argument?: unknown) =>
    callBridge(bridge, method, argument, (error) => expect.fail(String(error)));
  return {
    call,
    callAll: (method, args) => Promise.all(args.map((argument) => call(method, argument))),
    bridge,
    close,
  };
}

describeBridgeContract("the host itself", "electron", startSubject, freshMachine);

describe("a host whose shell has dialogs", () => {
  const request = { kind: "svg", suggestedName: "图", bytes: Uint8Array.of(1) } as const;

  test("asks for the place and writes there, with the extension, beside a file that is there", async () => {
    const machine = await freshMachine();
    const asked: string[] = [];
    const host = await startHost(join(machine, "data"), machine, {
      chooseSavePath: ({ path }) => {
        asked.push(path);
        return Promise.resolve(join(machine, "chosen"));
      },
    });
    expect(valueOf(await host.bridge.saveFile(request))).toMatchObject({
      name: "chosen.svg",
      folder: machine,
    });
    expect(valueOf(await host.bridge.saveFile(request))).toMatchObject({ name: "chosen (2).svg" });
    expect(asked[0]).toBe(join(machine, "图.svg"));
    await host.close();
  });

  test("a closed dialog is no failure", async () => {
    const machine = await freshMachine();
    const nothing = () => Promise.resolve(null);
    const host = await startHost(join(machine, "data"), machine, {
      chooseSavePath: nothing,
      chooseFolder: nothing,
    });
    expect(await host.bridge.saveFile(request)).toEqual({ ok: true, value: { kind: "cancelled" } });
    expect(valueOf(await host.bridge.chooseExportFolder()).exportFolder.custom).toBe(false);
    await host.close();
  });

  test("a chosen folder becomes the export folder, and a file saved there can be shown until it is gone", async () => {
    const machine = await freshMachine();
    const shown: string[] = [];
    const host = await startHost(join(machine, "data"), machine, {
      chooseFolder: () => Promise.resolve(join(machine, "chosen")),
      reveal: (path) => {
        shown.push(path);
        return Promise.resolve();
      },
    });
    expect(valueOf(await host.bridge.chooseExportFolder()).exportFolder).toEqual({
      label: join(machine, "chosen"),
      custom: true,
    });
    const saved = valueOf(await host.bridge.saveFile(request));
    const handle = saved.kind === "saved" ? saved.handle : "";
    expect(await host.bridge.revealFile(handle)).toEqual({ ok: true, value: null });
    expect(shown).toEqual([join(machine, "chosen", "图.svg")]);
    await rm(join(machine, "chosen", "图.svg"));
    expect(await host.bridge.revealFile(handle)).toMatchObject({ ok: false, code: "not-found" });
    await host.close();
  });
});

describe("a host whose shell has a dialog for files to open", () => {
  const hostChoosing = async (machine: string, paths: readonly string[] | null) => {
    const asked: unknown[] = [];
    const host = await startHost(join(machine, "data"), machine, {
      chooseOpenPaths: (kinds) => {
        asked.push(kinds);
        return Promise.resolve(paths);
      },
    });
    return { host, asked };
  };

  test("gives name and bytes of each chosen file, in the order chosen, and no folder", async () => {
    const machine = await freshMachine();
    await writeFile(join(machine, "乙.txt"), Uint8Array.of(0xe4, 0xb9, 0x99, 0, 255));
    await writeFile(join(machine, "甲.txt"), "");
    const { host, asked } = await hostChoosing(machine, [join(machine, "乙.txt"), join(machine, "甲.txt")]);
    expect(valueOf(await host.bridge.openFiles(["text"]))).toEqual({
      kind: "opened",
      files: [
        { kind: "read", name: "乙.txt", bytes: Uint8Array.of(0xe4, 0xb9, 0x99, 0, 255) },
        { kind: "read", name: "甲.txt", bytes: new Uint8Array() },
      ],
    });
    expect(asked).toEqual([["text"]]);
    expect(valueOf(await host.bridge.capabilities()).openDialog).toBe(true);
    await host.close();
  });

  test("says of each file that it does not read why, and reads the others", async () => {
    const machine = await freshMachine();
    const large = join(machine, "large.txt");
    await writeFile(large, "");
    await truncate(large, 50 * 1024 * 1024 + 1);
    await writeFile(join(machine, "small.txt"), "好");
    const chosen = ["gone.txt", "large.txt", ".", "small.txt"].map((name) => join(machine, name));
    const { host } = await hostChoosing(machine, chosen);
    const { files } = opened(await host.bridge.openFiles(["text"]));
    expect(files).toMatchObject([
      { kind: "unread", name: "gone.txt", reason: "unreadable" },
      { kind: "unread", name: "large.txt", reason: "too-large" },
      { kind: "unread", reason: "unreadable" },
      { kind: "read", name: "small.txt" },
    ]);
    await host.close();
  });

  test("reads no more than 200 MB at once", async () => {
    const machine = await freshMachine();
    const paths = [1, 2, 3, 4, 5].map((number) => join(machine, `${number}.txt`));
    for (const path of paths) {
      await writeFile(path, "");
      await truncate(path, 50 * 1024 * 1024);
    }
    const { host } = await hostChoosing(machine, paths);
    const { files } = opened(await host.bridge.openFiles(["text"]));
    expect(files.map((file) => (file.kind === "read" ? file.bytes.byteLength : file.reason))).toEqual([
      52_428_800,
      52_428_800,
      52_428_800,
      52_428_800,
      "too-many",
    ]);
    await host.close();
  });

  test("a closed dialog is no failure", async () => {
    const machine = await freshMachine();
    const { host } = await hostChoosing(machine, null);
    expect(await host.bridge.openFiles(["text"])).toEqual({ ok: true, value: { kind: "cancelled" } });
    await host.close();
  });
});

function opened(reply: Reply<OpenOutcome>): Extract<OpenOutcome, { kind: "opened" }> {
  const outcome = valueOf(reply);
  if (outcome.kind !== "opened") throw new Error("Nothing was opened");
  return outcome;
}
