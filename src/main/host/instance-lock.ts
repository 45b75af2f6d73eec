import { randomUUID } from "node:crypto";
import { watch } from "node:fs";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code.ts";
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

const LOCK = "instance.lock";
const REQUEST = "instance.front";
const MAX_ATTEMPTS = 5;

/**
 * Takes a data folder for this process; `null` when another process that still runs holds it, which is then asked to come
 * to the front. The lock of a process that no longer runs is taken over. Rejects with the system's error.
 */
export async function takeInstanceLock(dataFolder: string): Promise<InstanceLock | null> {
  const path = join(dataFolder, LOCK);
  const own: Holder = {
    pid: process.pid,
    start: (await processStart(process.pid)) ?? "",
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (await createLock(path, own)) return heldLock(dataFolder, own);
    const holder = await readHolder(path);
    if (holder !== null && (await stillRuns(holder))) {
      await writeFile(join(dataFolder, REQUEST), own.token);
      return null;
    }
    await removeStale(path, holder);
  }
  throw new Error(`The lock ${path} could not be taken`);
}

/** The lock appears with its content in one step, so that no reader sees half of it. */
async function createLock(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    // A file system without hard links, such as that of a USB stick.
    return await createPlainly(path, holder);
  } finally {
    await rm(draft, { force: true });
  }
}

async function createPlainly(path: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function stillRuns(holder: Holder): Promise<boolean> {
  const start = await processStart(holder.pid);
  return start !== null && (start === holder.start || start === "" || holder.start === "");
}

/** Moves a dead process's lock away, unless a third process has just put its own in its place. */
async function removeStale(path: string, stale: Holder | null): Promise<void> {
  const aside = `${path}.stale-${randomUUID()}`;
  try {
    await rename(path, aside);
    const moved = await readHolder(aside);
    if (moved !== null && moved.token !== stale?.token) await link(aside, path);
    await rm(aside, { force: true });
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(errorCode(error))) throw error;
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return isHolder(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === "ENOENT") return null;
    throw error;
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
    typeof value.token === "string"
  );
}

function heldLock(dataFolder: string, own: Holder): InstanceLock {
  const path = join(dataFolder, LOCK);
  const request = join(dataFolder, REQUEST);
  const listeners: (() => void)[] = [];
  const watcher = watch(dataFolder, { persistent: false }, (_event, name) => {
    if (name === REQUEST) void answerRequest(request, listeners);
  });
  return {
    onFrontRequest: (listener) => listeners.push(listener),
    release: async () => {
      watcher.close();
      const holder = await readHolder(path);
      if (holder?.token === own.token) await rm(path, { force: true });
      await rm(request, { force: true });
    },
  };
}

/** One request makes several events; only the one that removes the file calls the listeners. */
async function answerRequest(request: string, listeners: readonly (() => void)[]): Promise<void> {
  try {
    await rm(request);
  } catch (error) {
    // Gone: an earlier event answered it. Still held by its writer (Windows): a later event will.
    if (["ENOENT", "EBUSY", "EPERM", "EACCES"].includes(errorCode(error))) return;
    throw error;
  }
  for (const listener of listeners) listener();
}
