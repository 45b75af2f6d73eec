import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { BRIDGE_METHODS } from "#bridge/method-table.ts";

type Listener = (event: object, ...values: unknown[]) => void;

/** Runs the built preload script as Electron does, with a stand-in for the two parts of Electron that a sandboxed one may use. */
async function preload() {
  const exposed = new Map<string, Record<string, (...values: unknown[]) => unknown>>();
  const invoked: unknown[][] = [];
  const listeners = new Map<string, Set<Listener>>();
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: Record<string, () => unknown>) => exposed.set(name, value),
    },
    ipcRenderer: {
      invoke: (...values: unknown[]) => {
        invoked.push(values);
        return Promise.resolve("reply");
      },
      on: (channel: string, listener: Listener) =>
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
    },
  };
  const code = await readFile(resolve(import.meta.dirname, "../../out/preload/index.cjs"), "utf8");
  const asked: string[] = [];
  runInNewContext(code, {
    require: (name: string) => {
      asked.push(name);
      return electron;
    },
  });
  const send = (...values: unknown[]) => {
    for (const listener of listeners.get("wunian:menu") ?? []) listener({ sender: "secret" }, ...values);
  };
  return { exposed, invoked, asked, send };
}

describe("the preload script", () => {
  test("asks for nothing but electron, as a sandboxed script must", async () => {
    expect((await preload()).asked).toEqual(["electron"]);
  });

  test("gives the page one function a method of the bridge, one event, and nothing else", async () => {
    const { exposed } = await preload();
    expect([...exposed.keys()]).toEqual(["desktopBridge", "desktopEvents"]);
    expect(Object.keys(exposed.get("desktopBridge") ?? {}).sort()).toEqual([...BRIDGE_METHODS].sort());
    expect(Object.keys(exposed.get("desktopEvents") ?? {})).toEqual(["onMenuCommand"]);
  });

  test("passes a method's name and its one argument on, and no other", async () => {
    const { exposed, invoked } = await preload();
    await exposed.get("desktopBridge")?.["log"]?.({ level: "info", message: "x" }, "more");
    expect(invoked).toEqual([["wunian:call", "log", { level: "info", message: "x" }]]);
  });

  test("tells the page only names of menu commands, until it no longer listens", async () => {
    const { exposed, send } = await preload();
    const heard: unknown[] = [];
    const stop = exposed
      .get("desktopEvents")
      ?.["onMenuCommand"]?.((...values: unknown[]) => heard.push(values));
    for (const value of ["undo", "format-disk", { toString: () => "undo" }, undefined, "about"])
      send(value, "more");
    expect(heard).toEqual([["undo"], ["about"]]);
    if (typeof stop === "function") Reflect.apply(stop, undefined, []);
    send("undo");
    expect(heard).toHaveLength(2);
  });
});
