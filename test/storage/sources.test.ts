import { afterEach, describe, expect, test, vi } from "vitest";
import type { OpenedFile } from "#bridge/desktop-bridge.ts";
import { attachFiles } from "#renderer/data/sources/attach-files.ts";
import { createAttaching } from "#renderer/data/sources/attaching.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { sha256Hex } from "#exchange/sha256.ts";
import { buildPlan } from "./build-plan.ts";
import { freshName, openStore, openWithDraft, valueOf } from "./open-for-test.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";
import { watchWrites } from "./watch-writes.ts";

const TEXT = "某县科技规划（𠮷）\r\n到2030年达到33家。\n";

afterEach(() => {
  vi.restoreAllMocks();
});

/** A bundled plan whose original is a given text. */
async function planOfText(id: string, text: string) {
  return { ...buildPlan(id, 1), documents: [{ file: "a.txt", sha256: await sha256Hex(text) }] };
}

const fileOf = (name: string, text: string): OpenedFile => ({
  kind: "read",
  name,
  bytes: new TextEncoder().encode(text),
});

async function openWithText(): Promise<{
  store: WorkbenchStore;
  sha256: string;
  reopen: () => Promise<WorkbenchStore>;
}> {
  const database = freshName();
  const plan = await planOfText("p", TEXT);
  const seeds = await seedBundleOf(1, [plan]);
  const store = await openStore(database, seeds);
  const reopen = async () => {
    await store.close();
    return openStore(database, seeds);
  };
  return { store, sha256: plan.documents[0]?.sha256 ?? "", reopen };
}

describe("originals in the planner's database", () => {
  test("are attached by their bytes, unchanged, and are there after a restart", async () => {
    const { store, sha256, reopen } = await openWithText();
    expect(await store.readSource(sha256)).toBeNull();
    expect(await attachFiles(store, [fileOf("我的副本.txt", TEXT)])).toEqual([
      { kind: "attached", name: "我的副本.txt", title: "p规划" },
    ]);
    const again = await reopen();
    expect(await again.hasSource(sha256)).toBe(true);
    expect(await again.readSource(sha256)).toMatchObject({ sha256, file: "a.txt", text: TEXT, bytes: 55 });
  });

  test("are named once for a plan and the drafts that are made from it", async () => {
    const { store, draft } = await openWithDraft(await planOfText("p", TEXT));
    expect((await store.readPlan(draft))?.documents).toHaveLength(1);
    expect(await store.readNamedDocuments()).toEqual([
      { sha256: await sha256Hex(TEXT), file: "a.txt", title: "p规划" },
    ]);
  });

  test("of several files each has its own outcome, in the order chosen", async () => {
    const { store } = await openWithText();
    const outcomes = await attachFiles(store, [
      fileOf("空.txt", ""),
      fileOf("改过.txt", TEXT.replace("33", "34")),
      fileOf("一.txt", TEXT),
      { kind: "unread", name: "大.txt", reason: "too-large" },
      fileOf("二.txt", TEXT),
    ]);
    expect(outcomes).toEqual([
      { kind: "empty", name: "空.txt" },
      { kind: "unknown", name: "改过.txt" },
      { kind: "attached", name: "一.txt", title: "p规划" },
      { kind: "unread", name: "大.txt", reason: "too-large" },
      { kind: "present", name: "二.txt", title: "p规划" },
    ]);
  });

  test("that cannot be written leave nothing behind, say so, and can be attached later", async () => {
    const { store, sha256 } = await openWithText();
    watchWrites(({ table, transaction }) => {
      if (table === "documentTexts") transaction.abort();
    });
    const [failed] = await attachFiles(store, [fileOf("一.txt", TEXT)]);
    expect(failed).toMatchObject({ kind: "not-stored", title: "p规划", error: { kind: "storage" } });
    vi.restoreAllMocks();
    expect(await store.hasSource(sha256)).toBe(false);
    expect(store.saveState.getState().kind).not.toBe("failed");
    expect(await attachFiles(store, [fileOf("一.txt", TEXT)])).toMatchObject([{ kind: "attached" }]);
  });

  test("are told by names that turn no sentence around", async () => {
    const { store } = await openWithText();
    const outcomes = await attachFiles(store, [fileOf("\u202Etxt.exe😀<img src=x>.txt", "x")]);
    expect(outcomes).toEqual([{ kind: "unknown", name: "txt.exe😀<img src=x>.txt" }]);
  });

  test("are let go of, and come back by undo", async () => {
    const { store, sha256, reopen } = await openWithText();
    await attachFiles(store, [fileOf("一.txt", TEXT)]);
    const unused = () => expect.fail("the machine was asked");
    const attaching = createAttaching({ store, bridge: { capabilities: unused, openFiles: unused } });
    await attaching.detach(sha256);
    expect(await store.hasSource(sha256)).toBe(false);
    expect(attaching.state.getState().message).toMatchObject({ kind: "detached", title: "p规划" });
    await attaching.undo();
    expect(attaching.state.getState()).toEqual({ busy: false, message: null });
    expect((await store.readSource(sha256))?.text).toBe(TEXT);
    valueOf(await store.detachSource(sha256));
    expect(await (await reopen()).hasSource(sha256)).toBe(false);
  });
});

describe("files that are dropped or chosen", () => {
  test("are read and attached, one choice at a time", async () => {
    const { store, sha256 } = await openWithText();
    const unused = () => expect.fail("the machine was asked");
    const attaching = createAttaching({ store, bridge: { capabilities: unused, openFiles: unused } });
    const first = attaching.take([new File([TEXT], "一.txt")]);
    await attaching.take([new File([TEXT], "二.txt")]);
    await first;
    expect(attaching.state.getState().message).toEqual({
      kind: "report",
      outcomes: [{ kind: "attached", name: "一.txt", title: "p规划" }],
    });
    expect(await store.hasSource(sha256)).toBe(true);
  });

  test("come from the machine's dialog where it has one; its refusal is told", async () => {
    const { store } = await openWithText();
    const able = { saveDialog: true, openDialog: true, folderDialog: true, reveal: true };
    const capabilities = { ...able, shell: "electron", version: "0" } as const;
    const attaching = createAttaching({
      store,
      bridge: {
        capabilities: () => Promise.resolve({ ok: true, value: capabilities }),
        openFiles: () => Promise.resolve({ ok: false, code: "internal", message: "" }),
      },
    });
    await attaching.choose();
    expect(attaching.state.getState()).toEqual({
      busy: false,
      message: { kind: "machine", code: "internal" },
    });
  });

  test("larger than 50 MB are not read", async () => {
    const { store } = await openWithText();
    const unused = () => expect.fail("the machine was asked");
    const attaching = createAttaching({ store, bridge: { capabilities: unused, openFiles: unused } });
    await attaching.take([new File([new Uint8Array(50 * 1024 * 1024 + 1)], "大.txt")]);
    expect(attaching.state.getState().message).toEqual({
      kind: "report",
      outcomes: [{ kind: "unread", name: "大.txt", reason: "too-large" }],
    });
  });
});
