import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import { BRIDGE_METHODS, callBridge, isBridgeMethod } from "#bridge/method-table.ts";
import { refused } from "#bridge/reply.ts";
import { ARGUMENT_CASES } from "../bridge-contract/wrong-arguments.ts";

/** A host that must not be reached, or that answers every call the same way. */
function bridgeThat(answer: () => Promise<never>): DesktopBridge {
  return {
    capabilities: answer,
    readSettings: answer,
    changeSettings: answer,
    chooseExportFolder: answer,
    chooseBackupFolder: answer,
    saveFile: answer,
    openFiles: answer,
    revealFile: answer,
    appendJournal: answer,
    journalHeads: answer,
    readJournal: answer,
    restartJournal: answer,
    compactJournal: answer,
    writeBackup: answer,
    listBackups: answer,
    readBackup: answer,
    verifyBackup: answer,
    diskSpace: answer,
    subsetFont: answer,
    printPdf: answer,
    openWindow: answer,
    emptyDatabase: answer,
    log: answer,
  };
}

const unreachable = bridgeThat(() => Promise.reject(new Error("reached")));
const noBug = (error: unknown) => expect.fail(`reported ${String(error)}`);

describe.each(BRIDGE_METHODS)("%s", (method) => {
  // A relative folder is refused by the host, which knows the platform, and not by the table.
  const wrong = ARGUMENT_CASES[method].wrong.filter(
    (value) =>
      !JSON.stringify(value).match(/^\{"(?:exportFolder|backupFolder)":"(relative\/folder|\.\.?)"\}$/),
  );

  test("a wrong argument never reaches the host", async () => {
    await fc.assert(
      fc.asyncProperty(wrong, async (argument) => {
        const reply = await callBridge(unreachable, method, argument, noBug);
        expect(reply).toMatchObject({ ok: false, code: "bad-argument" });
      }),
      { numRuns: 1000 },
    );
  });

  test("a right argument reaches the host, and a bug there becomes a code", async () => {
    const report = vi.fn();
    const reply = await callBridge(unreachable, method, ARGUMENT_CASES[method].valid, report);
    expect(reply).toEqual(refused("internal", "The method failed; the log has the details"));
    expect(JSON.stringify(reply)).not.toContain("reached");
    expect(report).toHaveBeenCalledOnce();
  });
});

describe("methods that are not there", () => {
  test.each([
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "then",
    "",
    "saveFile ",
    0,
    null,
    undefined,
    {},
  ])("%j", async (method) => {
    expect(isBridgeMethod(method)).toBe(false);
    expect(await callBridge(unreachable, method, undefined, noBug)).toMatchObject({
      ok: false,
      code: "unknown-method",
    });
  });

  // A browser's channel turns half of a surrogate pair into U+FFFD; Electron's carries it.
  test.each([
    ["saveFile", { kind: "png", suggestedName: "\ud800", bytes: new Uint8Array() }],
    ["appendJournal", { store: "main", sequence: 1, after: null, json: '"\udc00"', offset: 0, more: false }],
    ["subsetFont", { text: "\ud800", weight: 400 }],
    ["changeSettings", { exportFolder: "/\ud800" }],
  ])("%s refuses text that UTF-8 cannot hold", async (method, argument) => {
    expect(await callBridge(unreachable, method, argument, noBug)).toMatchObject({
      ok: false,
      code: "bad-argument",
    });
  });

  test("an argument that fails when it is looked at is a bug, not a crash", async () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("trap");
        },
      },
    );
    const report = vi.fn();
    expect(await callBridge(unreachable, "log", trap, report)).toMatchObject({ ok: false, code: "internal" });
    expect(report).toHaveBeenCalledOnce();
  });
});
