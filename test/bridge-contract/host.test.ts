import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
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
    chooseFolder: null,
    reveal: null,
    openWindow: () => Promise.resolve(),
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
