import { cp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freshMachine, removeMachine } from "../e2e/start-workbench.ts";
import { openDraft, ROWS, saved, statedIn, type } from "./drafting.ts";
import { randomFrom, type Random } from "./random.ts";
import type { TortureRow } from "./torture-row.ts";

const RUNS = { short: 6, full: 100 };

/** How long a start with a recovery may take until the library shows, in ms. */
const LONGEST = 10_000;

const STORE = "data/chromium-profile/Default/IndexedDB/https_workbench.invalid_0.indexeddb.leveldb";

interface StoreFile {
  readonly path: string;
  readonly size: number;
}

/** What can happen to the files in which the browser keeps the database. */
const DAMAGES: readonly ((files: readonly StoreFile[], random: Random) => Promise<void>)[] = [
  async (files) => {
    for (const { path } of files) await rm(path);
  },
  async (files, random) => {
    const { path } = pick(files, random);
    await rm(path);
  },
  async (files, random) => {
    const { path, size } = pick(files, random);
    await truncate(path, random.below(size));
  },
  async (files, random) => {
    const { path, size } = pick(files, random);
    const bytes = await readFile(path);
    const from = random.below(size);
    bytes.fill(random.below(256), from, Math.min(size, from + 1 + random.below(size)));
    await writeFile(path, bytes);
  },
  async (files, random) => {
    const { path, size } = pick(files, random);
    const bytes = await readFile(path);
    const at = random.below(size);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    await writeFile(path, bytes);
  },
  async (files, random) => {
    for (const { path, size } of files.filter((file) => /log$/.test(file.path)))
      await truncate(path, Math.floor((size * random.below(100)) / 100));
  },
];

/**
 * Goal 4: the files of the database on the disk are damaged, one way a run, while the program is not running. After the next start every
 * acknowledged edit must be there. A damage that the browser could do without changes nothing and needs no word.
 */
export async function tortureWithDamagedStores(short: boolean): Promise<TortureRow> {
  const runs = short ? RUNS.short : RUNS.full;
  const random = randomFrom(4);
  const figures = { told: 0, harmless: 0, lost: 0, slowestMs: 0 };
  const [master, machine] = [await freshMachine(), await freshMachine()];
  try {
    const numbers = await draftOn(master);
    for (let run = 0; run < runs; run += 1) {
      await rm(machine, { recursive: true, force: true });
      await cp(master, machine, { recursive: true, filter: (path) => !/Singleton|lockfile/i.test(path) });
      await DAMAGES[run % DAMAGES.length]?.(await storeFiles(machine), random);
      const { workbench, indicators, told, startMs } = await openDraft(machine);
      figures.slowestMs = Math.max(figures.slowestMs, startMs);
      for (const [row, number] of numbers)
        if ((await statedIn(indicators, row)) !== number) figures.lost += 1;
      figures[told ? "told" : "harmless"] += 1;
      await workbench.close();
    }
  } finally {
    await removeMachine(master);
    await removeMachine(machine);
  }
  const ok = figures.lost === 0 && figures.told > 0 && figures.slowestMs <= LONGEST;
  return { goal: 4, runs, ok, figures };
}

/** Makes a draft on an empty machine and gives the numbers typed into it, all of them acknowledged. */
async function draftOn(machine: string): Promise<ReadonlyMap<string, number>> {
  const { workbench, indicators } = await openDraft(machine);
  const numbers = new Map<string, number>();
  for (let number = 1; number <= 10; number += 1)
    for (const [at, row] of ROWS.entries()) {
      await type(indicators, row, 10 * number + at);
      numbers.set(row, 10 * number + at);
    }
  await saved(workbench);
  await workbench.close();
  return numbers;
}

async function storeFiles(machine: string): Promise<readonly StoreFile[]> {
  const folder = join(machine, STORE);
  const names = (await readdir(folder)).filter((name) => name !== "LOCK");
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), size: (await stat(join(folder, name))).size })),
  );
  return files.filter(({ size }) => size > 0).sort((a, b) => a.path.localeCompare(b.path));
}

function pick(files: readonly StoreFile[], random: Random): StoreFile {
  const file = files[random.below(files.length)];
  if (file === undefined) throw new Error("The database has no files");
  return file;
}
