import { dirname } from "node:path";
import type { Disk, DiskFile, FileState } from "#main/host/disk.ts";
import type { Random } from "./random.ts";

/** The power is gone: this call and every later one fails with it. */
export class PowerCut extends Error {}

interface Inode {
  readonly identity: string;
  bytes: Buffer;
  /** What was there at the last sync. */
  lasting: Buffer;
}

/** A folder itself stands among the names as this. */
const FOLDER: Inode = { identity: "folder", bytes: Buffer.alloc(0), lasting: Buffer.alloc(0) };

/**
 * A disk in memory that tells what would survive a power cut: bytes since their file's last `sync` and names (also those of folders) since their folder's last
 * `syncFolder` may be gone, there, or half there; with the name of a folder goes all that lies in it. It stands for the real thing, which cannot be made to
 * fail here.
 */
export class ModelDisk {
  #names = new Map<string, Inode>([["/", FOLDER]]);
  #lasting = new Map<string, Inode>([["/", FOLDER]]);
  #made = 0;
  #calls = 0;
  #cutAt = Number.POSITIVE_INFINITY;

  /** Calls made so far. */
  get calls(): number {
    return this.#calls;
  }

  /** Cuts the power in the middle of the n-th call from now. */
  cutAfter(calls: number): void {
    this.#cutAt = this.#calls + calls;
  }

  /** The program was killed at the cut, not the machine: all is as it was left, and no more of it lasts than before. */
  killedOnly(): void {
    this.#cutAt = Number.POSITIVE_INFINITY;
  }

  /** Comes back after a power cut with what lasted; what was not synced is there by chance, in whole, in part or as zeros. */
  comeBack(random: Random): void {
    this.#cutAt = Number.POSITIVE_INFINITY;
    const names = new Map(this.#lasting);
    const folders = new Set([...this.#names.keys(), ...this.#lasting.keys()].map((path) => dirname(path)));
    for (const folder of folders) if (random.below(2) === 0) this.#keepNames(folder, names);
    for (const path of [...names.keys()].sort()) if (!names.has(dirname(path))) names.delete(path);
    for (const inode of new Set(names.values())) {
      if (inode === FOLDER) continue;
      inode.bytes = tornBytes(inode, random);
      inode.lasting = Buffer.from(inode.bytes);
    }
    this.#names = names;
    this.#lasting = new Map(names);
  }

  /** The disk as the host uses it. */
  readonly disk: Disk = {
    open: async (path, which) => {
      this.#call();
      const found = this.#names.get(path);
      if (found !== undefined && which === "new") throw systemError("EEXIST");
      if (found === FOLDER) throw systemError("EISDIR");
      if (!this.#names.has(dirname(path))) throw systemError("ENOENT");
      const inode = found ?? { identity: String((this.#made += 1)), bytes: none, lasting: none };
      this.#names.set(path, inode);
      return Promise.resolve(this.#file(inode));
    },
    readFile: (path) => this.#reading(() => Buffer.from(this.#inodeAt(path).bytes)),
    state: (path) =>
      this.#reading(() => {
        const inode = this.#names.get(path);
        return inode === undefined ? null : stateOf(inode);
      }),
    list: (folder) =>
      this.#reading(() => {
        const below = [...this.#names.keys()].filter((path) => path.startsWith(`${folder}/`));
        return [...new Set(below.map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""))].sort();
      }),
    rename: (from, to) =>
      this.#writing(() => {
        const moved = [...this.#names].filter(([path]) => path === from || path.startsWith(`${from}/`));
        if (moved.length === 0) throw systemError("ENOENT");
        for (const [path, inode] of moved) {
          this.#names.delete(path);
          this.#names.set(to + path.slice(from.length), inode);
        }
      }),
    remove: (path) => this.#writing(() => void this.#names.delete(path)),
    makeFolder: (path) =>
      this.#writing(() => {
        if (!this.#names.has(dirname(path))) throw systemError("ENOENT");
        this.#names.set(path, FOLDER);
      }),
    syncFolder: (folder) =>
      this.#writing(() => {
        this.#keepNames(folder, this.#lasting);
      }),
    free: () => Promise.resolve(null),
  };

  #file(inode: Inode): DiskFile {
    return {
      append: (bytes) =>
        this.#writing(
          () => {
            inode.bytes = Buffer.concat([inode.bytes, bytes]);
          },
          () => {
            inode.bytes = Buffer.concat([inode.bytes, bytes.subarray(0, bytes.length >> 1)]);
          },
        ),
      read: (start, length) => this.#reading(() => Buffer.from(inode.bytes.subarray(start, start + length))),
      truncate: (size) =>
        this.#writing(() => {
          inode.bytes = inode.bytes.subarray(0, size);
        }),
      sync: () =>
        this.#writing(() => {
          inode.lasting = Buffer.from(inode.bytes);
        }),
      state: () => this.#reading(() => stateOf(inode)),
      close: () => Promise.resolve(),
    };
  }

  #reading<T>(read: () => T): Promise<T> {
    if (this.#calls >= this.#cutAt) return Promise.reject(new PowerCut());
    return Promise.resolve().then(read);
  }

  async #writing(write: () => void, half?: () => void): Promise<void> {
    this.#call(half);
    await Promise.resolve().then(write);
  }

  #call(half?: () => void): void {
    this.#calls += 1;
    if (this.#calls === this.#cutAt) half?.();
    if (this.#calls >= this.#cutAt) throw new PowerCut();
  }

  #inodeAt(path: string): Inode {
    const inode = this.#names.get(path);
    if (inode === undefined) throw systemError("ENOENT");
    return inode;
  }

  /** Writes the present names of a folder into another list of names. */
  #keepNames(folder: string, names: Map<string, Inode>): void {
    for (const path of [...names.keys()]) if (dirname(path) === folder) names.delete(path);
    for (const [path, inode] of this.#names) if (dirname(path) === folder) names.set(path, inode);
  }
}

const none = Buffer.alloc(0);

const stateOf = ({ identity, bytes }: Inode): FileState => ({ size: bytes.length, changedAt: 0, identity });

/** An error as the system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A file after a power cut: as it was synced, or with some of what came after: in part, as zeros, or whole. */
function tornBytes({ bytes, lasting }: Inode, random: Random): Buffer {
  const grown = bytes.length - lasting.length;
  if (grown <= 0) return random.below(2) === 0 ? bytes : lasting;
  const kept = lasting.length + random.below(grown + 1);
  switch (random.below(4)) {
    case 0:
      return lasting;
    case 1:
      return bytes.subarray(0, kept);
    case 2:
      return Buffer.concat([bytes.subarray(0, kept), Buffer.alloc(bytes.length - kept)]);
    default:
      return bytes;
  }
}
