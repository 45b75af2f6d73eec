import { randomUUID } from "node:crypto";
import { unwatchFile, watch, watchFile } from "node:fs";
import { link, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Disk, nodeDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { isDiskFull } from "./file-error.ts";
import { processStart } from "./process-start.ts";

/** A data folder held by this process alone. */
export interface InstanceLock {
  /** Calls `listener` whenever a second start asks this process to come to the front. */
  readonly onFrontRequest: (listener: () => void) => void;
  readonly release: () => Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly token: string;
}

interface ChainEnd {
  /** Who holds or held the lock last; `null` where nobody did, or where the last file holds rubbish. */
  readonly holder: Holder | null;
  readonly file: string;
  /** The file that whoever takes over from them makes. */
  readonly next: string;
}

/** As Node's own `watch` of a folder. */
type WatchNames = (
  folder: string,
  options: { readonly persistent: false },
  listener: (event: string, name: string | null) => void,
) => { readonly close: () => void; readonly on: (event: "error", listener: () => void) => unknown };

const LOCK = "instance.lock";
const REQUEST = "instance.front";
const MAX_ATTEMPTS = 5;
/** How long a file that cannot be read may still be one that is being written, in milliseconds. */
const WRITING_MS = 200;

/**
 * Takes a data folder for this process; `null` when another process that still runs holds it, which is then asked to come
 * to the front. The lock of a process that no longer runs is taken over. Rejects with the system's error.
 *
 * A dead holder's file is never moved away, since a second start could put its own there in between. Whoever takes over makes the file
 * that follows the dead one, which one process alone can do; then its record replaces the first file and the chain is short again.
 *
 * On a disk without room for the record the process starts without one: nothing is edited there, and the browser still locks its own profile.
 */
export async function takeInstanceLock(
  dataFolder: string,
  disk: Disk = nodeDisk,
  watchNames: WatchNames = watch,
): Promise<InstanceLock | null> {
  const path = join(dataFolder, LOCK);
  const own: Holder = {
    pid: process.pid,
    start: (await processStart(process.pid)) ?? "",
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const { holder, next } = await chainEnd(path);
    if (holder !== null && (await stillRuns(holder))) {
      await requestFront(join(dataFolder, REQUEST), own);
      return null;
    }
    const made = await createFile(next, own, disk);
    if (made === "no-room") return heldLock(dataFolder, own, watchNames);
    if (made === "taken") continue;
    // Another may have taken over, and shortened the chain, between the look at its end and the new file.
    if ((await chainEnd(path)).holder?.token === own.token) {
      if (next !== path) await shortenChain(dataFolder, own);
      return heldLock(dataFolder, own, watchNames);
    }
    await rm(next, { force: true });
  }
  throw new Error(`The lock ${path} could not be taken`);
}

/** Follows the files of holders that took over from one another, from the first to the last. */
async function chainEnd(path: string): Promise<ChainEnd> {
  let end: ChainEnd = { holder: null, file: path, next: path };
  for (;;) {
    const { next } = end;
    const holder = await readHolder(next);
    if (holder === "absent") return end;
    end = { holder, file: next, next: `${next}.${holder?.token.slice(0, 8) ?? "rubbish"}` };
  }
}

/** Makes the holder's record the first file, and removes those that followed it. */
async function shortenChain(dataFolder: string, own: Holder): Promise<void> {
  const first = join(dataFolder, LOCK);
  const draft = draftOf(first, own);
  try {
    await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
    await rename(draft, first);
  } catch (error) {
    // A full disk, or Windows while a second start reads that file: a longer chain holds as well.
    if (!isDiskFull(error) && !["EBUSY", "EPERM", "EACCES"].includes(errorCode(error))) throw error;
    await rm(draft, { force: true });
    return;
  }
  const followers = (await readdir(dataFolder)).filter((name) => name.startsWith(`${LOCK}.`));
  await Promise.all(followers.map((name) => rm(join(dataFolder, name), { force: true })));
}

/** Not named as a file of the chain. */
const draftOf = (path: string, { token }: Holder) => join(dirname(path), `instance.draft-${token}`);

/** The request is the name of the file: one that a full disk leaves empty is seen as well. */
async function requestFront(path: string, { token }: Holder): Promise<void> {
  try {
    await writeFile(path, token);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

/** The file appears with its content in one step, so that no reader sees half of it. */
async function createFile(path: string, holder: Holder, disk: Disk): Promise<"made" | "taken" | "no-room"> {
  const draft = draftOf(path, holder);
  try {
    const file = await disk.open(draft, "new");
    await file.append(Buffer.from(JSON.stringify(holder))).finally(file.close);
    await link(draft, path);
    return "made";
  } catch (error) {
    if (errorCode(error) === "EEXIST") return "taken";
    if (isDiskFull(error)) return "no-room";
    // A file system without hard links, such as that of a USB stick.
    return await createPlainly(path, holder);
  } finally {
    await disk.remove(draft);
  }
}

async function createPlainly(path: string, holder: Holder): Promise<"made" | "taken"> {
  try {
    await writeFile(path, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return "made";
  } catch (error) {
    if (errorCode(error) === "EEXIST") return "taken";
    throw error;
  }
}

async function stillRuns(holder: Holder): Promise<boolean> {
  const start = await processStart(holder.pid);
  return start !== null && (start === holder.start || start === "" || holder.start === "");
}

/** The record in a file; `null` for rubbish. */
async function readHolder(path: string): Promise<Holder | null | "absent"> {
  const deadline = Date.now() + WRITING_MS;
  for (;;) {
    const text = await readIfThere(path);
    if (text === null) return "absent";
    const holder = parseHolder(text);
    if (holder !== null || Date.now() >= deadline) return holder;
    await setTimeout(WRITING_MS / 10);
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === "object" &&
    value !== null &&
    "pid" in value &&
    Number.isSafeInteger(value.pid) &&
    "start" in value &&
    typeof value.start === "string" &&
    "token" in value &&
    typeof value.token === "string" &&
    /^[\w-]+$/.test(value.token)
  );
}

function heldLock(dataFolder: string, own: Holder, watchNames: WatchNames): InstanceLock {
  const path = join(dataFolder, LOCK);
  const request = join(dataFolder, REQUEST);
  const listeners: (() => void)[] = [];
  const stopWatching = watchRequests(dataFolder, watchNames, () => void answerRequest(request, listeners));
  return {
    onFrontRequest: (listener) => listeners.push(listener),
    release: async () => {
      stopWatching();
      const { holder, file } = await chainEnd(path);
      if (holder?.token === own.token) await rm(file, { force: true });
      await rm(request, { force: true });
    },
  };
}

/** How often the file of a request is looked for where the system reports nothing, in ms. */
const LOOK_EVERY = 500;

/**
 * Hears of requests until the function that it returns is called. A system may have no watch left to give (Linux counts them over all programs of a user),
 * or none for a drive of another machine: then the file is looked for now and then, since that is no reason not to start.
 */
function watchRequests(dataFolder: string, watchNames: WatchNames, hear: () => void): () => void {
  const request = join(dataFolder, REQUEST);
  const look = () => {
    watchFile(request, { persistent: false, interval: LOOK_EVERY }, ({ nlink }) => {
      if (nlink > 0) hear();
    });
  };
  try {
    const watcher = watchNames(dataFolder, { persistent: false }, (_event, name) => {
      if (name === REQUEST) hear();
    });
    watcher.on("error", look);
    return () => {
      watcher.close();
      unwatchFile(request);
    };
  } catch (error) {
    if (errorCode(error) === "") throw error;
    look();
    return () => unwatchFile(request);
  }
}

/** One request makes several events; only the one that removes the file calls the listeners. */
async function answerRequest(request: string, listeners: readonly (() => void)[]): Promise<void> {
  try {
    await rm(request);
  } catch (error) {
    // Gone: an earlier event answered it. Still held by its writer (Windows), or the disk is ill: a later event will.
    if (errorCode(error) !== "") return;
    throw error;
  }
  for (const listener of listeners) listener();
}
