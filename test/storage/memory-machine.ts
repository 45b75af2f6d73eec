import type { Backup } from "#bridge/backup.ts";
import type { Reply } from "#bridge/desktop-bridge.ts";
import { diskLevel, LOW_DISK_BYTES } from "#bridge/disk-space.ts";
import type { JournalEntry } from "#bridge/journal.ts";
import type { StoreBridge } from "#renderer/data/open-workbench.ts";

/** An entry as the machine holds it. */
export interface HeldEntry {
  readonly sequence: number;
  readonly after: number | null;
  readonly json: string;
}

/** A machine side in memory that keeps journals and backups by the contract of the bridge, and may be damaged by a test. */
export interface MemoryMachine {
  readonly bridge: StoreBridge;
  /** The journals by store, the one written last at the end. */
  readonly journals: Map<string, HeldEntry[]>;
  readonly backups: { readonly backup: Backup; bytes: Uint8Array }[];
  /** Refuses the next appends with this code until it is `null` again. */
  refuse: "disk-full" | "not-writable" | null;
  /** Refuses entries alone, as when another program holds the journal's file. */
  isJournalHeld: boolean;
  /** Free bytes of its disk. */
  free: number;
  /** What it says of the size of each journal, in bytes. */
  journalBytes: number;
}

const done = <T>(value: T): Promise<Reply<T>> => Promise.resolve({ ok: true, value });
const refused = (code: "not-found" | "journal-behind" | "journal-conflict" | "disk-full" | "not-writable") =>
  Promise.resolve({ ok: false, code, message: "" } as const);

/** Makes a machine that keeps nothing yet. */
export function memoryMachine(): MemoryMachine {
  const journals: MemoryMachine["journals"] = new Map();
  const backups: MemoryMachine["backups"] = [];
  let pieces = "";
  const append = (entry: JournalEntry) => {
    if (machine.refuse !== null) return refused(machine.refuse);
    if (machine.isJournalHeld) return refused("not-writable");
    const { store, sequence, after, json, more } = entry;
    pieces = entry.offset === 0 ? json : pieces + json;
    if (more) return done({ sequence });
    const held = journals.get(store) ?? [];
    const last = held.at(-1)?.sequence ?? 0;
    if (sequence <= last) {
      const same = held.some((each) => each.sequence === sequence && each.json === pieces);
      return same ? done({ sequence }) : refused("journal-conflict");
    }
    if (after !== null && after !== last)
      return refused(after > last ? "journal-behind" : "journal-conflict");
    journals.delete(store);
    journals.set(store, [...held, { sequence, after, json: pieces }]);
    return done({ sequence });
  };
  const headOf = ([store, held]: [string, HeldEntry[]], at = 0) => {
    const [first] = held;
    const base = first === undefined ? 0 : (first.after ?? first.sequence - 1);
    return {
      ...{ store, base, last: held.at(-1)?.sequence ?? 0, count: held.length },
      ...{ bytes: machine.journalBytes, writtenAt: at, setAside: 0 },
    };
  };
  const bridge: StoreBridge = {
    appendJournal: append,
    journalHeads: () => done([...journals].map((each, at) => headOf(each, at)).reverse()),
    restartJournal: (store) => {
      journals.delete(store);
      return done(null);
    },
    readJournal: ({ store, after, offset }) => {
      const [next, ...rest] = (journals.get(store) ?? []).filter(({ sequence }) => sequence > after);
      if (next === undefined) return done({ entries: [], next: null });
      // Two pieces an entry, so that no reader takes the first one for the whole.
      const half = offset === 0 ? Math.ceil(next.json.length / 2) : next.json.length;
      const more = half < next.json.length;
      const entry = { ...next, store, json: next.json.slice(offset, half), offset, more };
      const behind = rest.length > 0 ? { after: next.sequence, offset: 0 } : null;
      return done({ entries: [entry], next: more ? { after, offset: half } : behind });
    },
    listBackups: () => done({ backups: backups.map(({ backup }) => backup), second: { kind: "none" } }),
    readBackup: (id) => {
      const found = backups.find(({ backup }) => backup.id === id);
      return found === undefined ? refused("not-found") : done(found.bytes);
    },
    writeBackup: ({ bytes, ...facts }) => {
      if (machine.refuse !== null) return refused(machine.refuse);
      const id = `${facts.reason}-${backups.length}`;
      const rest = { size: bytes.length, verifiedAt: null, places: ["own" as const] };
      const backup: Backup = { ...facts, ...rest, id, at: 1_900_000_000_000 + backups.length };
      backups.unshift({ backup, bytes });
      return done({ kind: "written", backup, second: "none" });
    },
    compactJournal: (store) => {
      const kept = backups.filter(({ backup }) => backup.store === store);
      const [, covered] = kept.map(({ backup }) => backup.sequence).sort((a, b) => b - a);
      const held = journals.get(store) ?? [];
      const left = held.filter(({ sequence }) => sequence > (covered ?? 0));
      journals.set(store, left.length === 0 ? held.slice(-1) : left);
      return done(headOf([store, journals.get(store) ?? []]));
    },
    diskSpace: () => done({ free: machine.free, level: diskLevel(machine.free) }),
    emptyDatabase: () => done({ kept: false }),
    log: () => done(null),
  };
  const machine: MemoryMachine = {
    ...{ bridge, journals, backups },
    ...{ refuse: null, isJournalHeld: false, free: 10 * LOW_DISK_BYTES, journalBytes: 0 },
  };
  return machine;
}
