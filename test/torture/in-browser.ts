import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { TortureRow } from "./torture-row.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const MARK = "torture-row ";

/** After what time a run that does not come to its end is ended, in ms. */
const LONGEST_RUN = 1_800_000;

/** Goal 6: what needs the browser's database is tortured by a test that runs in one. */
export const tortureWithRestores = (short: boolean): Promise<TortureRow> =>
  rowOf("test/storage/restores.test.ts", short);

/** Goal 8, the database's part. */
export const tortureWithFailingTransactions = (short: boolean): Promise<TortureRow> =>
  rowOf("test/storage/failing-transactions.test.ts", short);

/** Goal 12, through the database and the second copy. */
export const tortureWithStoredWalk = (short: boolean): Promise<TortureRow> =>
  rowOf("test/storage/stored-walk.test.ts", short);

/** Runs a test of the storage project at full length, and gives the row that it tells. */
async function rowOf(file: string, short: boolean): Promise<TortureRow> {
  const vitest = resolve(ROOT, "node_modules/vitest/vitest.mjs");
  const env = { ...process.env, VITE_TORTURE: short ? "short" : "full" };
  const options = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024, timeout: LONGEST_RUN };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [vitest, "run", "--project", "storage", file],
    options,
  );
  const line = stdout.split("\n").find((each) => each.includes(MARK));
  if (line === undefined) throw new Error(`${file} told nothing`);
  return JSON.parse(line.slice(line.indexOf(MARK) + MARK.length)) as TortureRow;
}
