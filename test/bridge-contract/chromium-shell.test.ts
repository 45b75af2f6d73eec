import { resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CHROMIUM_BINDING, type ChromiumBinding } from "#bridge/chromium-binding.ts";
import { BRIDGE_METHODS } from "#bridge/method-table.ts";
import { resolveBridge } from "#renderer/app/resolve-bridge.ts";
import { freshMachine, removeMachines, startTestShell } from "../main/chromium/browser/start-test-shell.ts";
import { describeBridgeContract, type StartSubject } from "./bridge-contract.ts";

afterAll(removeMachines);

const start: StartSubject = async ({ data, exports }) => {
  const shell = await startTestShell({
    dataFolder: data,
    exportFolder: exports,
    rendererFolder: resolve(import.meta.dirname, "page"),
  });
  const callAll = (method: unknown, args: readonly unknown[]): Promise<readonly unknown[]> =>
    shell.page.evaluate(callBound, { binding: CHROMIUM_BINDING, method, args });
  const call = async (method: unknown, argument?: unknown) => (await callAll(method, [argument]))[0];
  // The page's own adapter, over calls that a page makes; what they reply is what this suite examines.
  const bridge = resolveBridge({ [CHROMIUM_BINDING]: call as ChromiumBinding });
  return { call, callAll, bridge, close: shell.close };
};

/** Runs in the page: makes calls through the shell's binding, one after the other. */
async function callBound(calls: {
  binding: string;
  method: unknown;
  args: readonly unknown[];
}): Promise<unknown[]> {
  const bound: unknown = Reflect.get(window, calls.binding);
  if (typeof bound !== "function") throw new Error("The page has no binding");
  const replies: unknown[] = [];
  for (const argument of calls.args)
    replies.push(await Reflect.apply(bound, undefined, [calls.method, argument]));
  return replies;
}

describeBridgeContract("through the Chromium shell", "chromium", start, freshMachine);

test("the page's adapter names every method", () => {
  const adapter = resolveBridge({ [CHROMIUM_BINDING]: () => expect.fail("called") });
  expect(Object.keys(adapter).sort()).toEqual([...BRIDGE_METHODS].sort());
});
