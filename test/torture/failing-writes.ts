import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import type { DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import { createHost } from "#main/host/create-host.ts";
import { type Disk, type DiskFile, nodeDisk } from "#main/host/disk.ts";
import { systemError } from "./model-disk.ts";
import type { TortureRow } from "./torture-row.ts";

const FULL = 1_000;
const SHORT = 60;
const CODES = ["ENOSPC", "EIO", "EACCES"];

/** What the planner's disk is asked to do, and whether all of it or nothing of it is there afterwards. */
interface Work {
  readonly name: string;
  readonly run: (bridge: DesktopBridge, turn: number) => Promise<Reply<unknown>>;
  /** Says what is there by half, `null` when it is all or nothing; `done` tells what the machine replied. */
  readonly judge: (
    bridge: DesktopBridge,
    folder: string,
    turn: number,
    done: boolean,
  ) => Promise<string | null>;
}

/**
 * Goal 8, the machine's part: one write after the other fails in an edit's journal entry, a backup with its second copy, an export, and a change of
 * settings; what was asked for is then there whole or not at all, what was there before is unharmed, and the next try works.
 */
export async function tortureWithFailingWrites(short: boolean): Promise<TortureRow> {
  const points = short ? SHORT : FULL;
  const folder = await mkdtemp(join(tmpdir(), "wunian-failing-"));
  const failing = failingDisk();
  const host = await createHost({ ...hostOptions(folder), disk: failing.disk });
  const figures = { points: 0, refused: 0, halves: 0 };
  try {
    await host.bridge.changeSettings({ backupFolder: join(folder, "stick") });
    for (let turn = 1; figures.points < points; turn += 1) {
      for (const work of WORKS) {
        const { refused, halves } = await failEveryCall(work, host.bridge, folder, turn, failing);
        figures.refused += refused;
        figures.halves += halves;
        figures.points += refused;
      }
    }
  } finally {
    failing.failAt(0, "");
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
  return { goal: 8, runs: figures.points, ok: figures.halves === 0, figures };
}

/** Lets the first call of a work fail, then the second, and so on until the work gets through. */
async function failEveryCall(
  work: Work,
  bridge: DesktopBridge,
  folder: string,
  turn: number,
  failing: FailingDisk,
): Promise<{ readonly refused: number; readonly halves: number }> {
  let refused = 0;
  let halves = 0;
  for (let call = 1; ; call += 1) {
    failing.failAt(call, CODES[(turn + call) % CODES.length] ?? "EIO");
    const reply = await work.run(bridge, turn);
    const hit = failing.hit();
    failing.failAt(0, "");
    const half = await work.judge(bridge, folder, turn, reply.ok);
    if (half !== null) {
      halves += 1;
      console.error(`${work.name}, call ${call}: ${half}`);
    }
    if (!hit) return { refused, halves: halves + (reply.ok ? 0 : 1) };
    refused += 1;
  }
}

const WORKS: readonly Work[] = [
  {
    name: "journal",
    run: (bridge, turn) => bridge.appendJournal(entryOf(turn)),
    judge: async (bridge, _folder, turn, done) => {
      const read = await bridge.readJournal({ store: "main", after: 0, offset: 0 });
      const entries = read.ok ? read.value.entries : [];
      const wrong = entries.findIndex(
        ({ sequence, json }, at) => sequence !== at + 1 || json !== entryOf(at + 1).json,
      );
      if (wrong >= 0) return `entry ${wrong + 1} is not what was written`;
      return entries.length === turn || (!done && entries.length === turn - 1)
        ? null
        : `${entries.length} entries`;
    },
  },
  {
    name: "backup",
    run: (bridge, turn) => bridge.writeBackup(backupOf(turn)),
    judge: async (bridge, folder, turn, done) => {
      const list = await bridge.listBackups();
      if (!list.ok) return "the backups cannot be listed";
      for (const { id, sequence } of list.value.backups) {
        const read = await bridge.readBackup(id);
        if (!read.ok || read.value[0] !== sequence % 256) return `the backup ${id} is broken`;
      }
      const left = (await namesIn(join(folder, "data", "backups"))).filter((name) => name.endsWith(".tmp"));
      if (left.length > 0) return `${left.join()} was left behind`;
      return !done || list.value.backups.some(({ sequence }) => sequence === turn) ? null : "it is not there";
    },
  },
  {
    name: "export",
    run: (bridge, turn) =>
      bridge.saveFile({ kind: "plan", suggestedName: `规划 ${turn}`, bytes: new Uint8Array(9_000).fill(7) }),
    judge: async (_bridge, folder) => {
      const exports = join(folder, "exports");
      for (const name of await namesIn(exports)) {
        const bytes = await readFile(join(exports, name));
        if (bytes.length !== 9_000) return `${name} holds ${bytes.length} bytes`;
      }
      return null;
    },
  },
  {
    name: "settings",
    run: (bridge, turn) => bridge.changeSettings({ theme: turn % 2 === 0 ? "dark" : "light" }),
    judge: async (_bridge, folder) => {
      const text = await readFile(join(folder, "data", "settings.json"), "utf8");
      return text.endsWith("}\n") && typeof JSON.parse(text) === "object" ? null : "the settings are torn";
    },
  },
];

/** Names of the files in a folder that may not be there yet. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return (await nodeDisk.state(folder)) === null ? [] : readdir(folder);
}

function entryOf(sequence: number) {
  const json = `{"n":${sequence}}`;
  return {
    store: "main",
    sequence,
    after: sequence === 1 ? null : sequence - 1,
    json,
    offset: 0,
    more: false,
  };
}

function backupOf(sequence: number) {
  const bytes = new Uint8Array(5_000).fill(sequence % 256);
  return { store: "main", sequence, reason: "periodic", plans: 1, bytes } as const;
}

interface FailingDisk {
  readonly disk: Disk;
  /** Lets the n-th call from now fail, once; 0 for none. */
  readonly failAt: (call: number, code: string) => void;
  /** Whether a call failed since. */
  readonly hit: () => boolean;
}

/** The real disk, of which any single writing call can be made to fail; an append that fails has written half. */
function failingDisk(): FailingDisk {
  let left = 0;
  let code = "";
  let hit = false;
  const fails = (): boolean => {
    left -= 1;
    if (left !== 0) return false;
    hit = true;
    return true;
  };
  const guarded =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      fails() ? Promise.reject(systemError(code)) : call(...args);
  const file = (opened: DiskFile): DiskFile => ({
    ...opened,
    append: async (bytes) => {
      if (!fails()) return opened.append(bytes);
      await opened.append(bytes.subarray(0, bytes.length >> 1));
      throw systemError(code);
    },
    truncate: guarded(opened.truncate),
    sync: guarded(opened.sync),
  });
  return {
    failAt: (call, failure) => {
      left = call;
      code = failure;
      hit = false;
    },
    hit: () => hit,
    disk: {
      ...nodeDisk,
      open: guarded(async (path, which) => file(await nodeDisk.open(path, which))),
      readFile: guarded(nodeDisk.readFile),
      rename: guarded(nodeDisk.rename),
      remove: guarded(nodeDisk.remove),
      makeFolder: guarded(nodeDisk.makeFolder),
      syncFolder: guarded(nodeDisk.syncFolder),
    },
  };
}

function hostOptions(folder: string) {
  const fonts = createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/unicode.json");
  return {
    ...({ shell: "chromium", version: "0.0.0-test", locale: "zh-CN" } as const),
    ...{
      dataFolder: join(folder, "data"),
      exportFolder: join(folder, "exports"),
      fontsFolder: dirname(fonts),
    },
    ...{ chooseSavePath: null, chooseOpenPaths: null, chooseFolder: null, reveal: null },
    clock: () => new Date(),
    printPdf: () => Promise.resolve(null),
    openWindow: () => Promise.resolve(),
    emptyDatabase: () => Promise.resolve(false),
  };
}
