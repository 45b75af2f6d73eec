import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { entryMark } from "./backup-book.ts";

/** As many edits as lie between two backups at the most, so that the marks of one reach back to the one before. */
const MARKED = 200;

/**
 * {@link entryMark} of the last entries up to `sequence`, and of the one up to which the machine has acknowledged them. By these a backup that goes
 * further than the machine's journal is told from one of another course. They are read one at a time: an entry may hold a whole plan.
 */
export async function courseMarks(
  { journal, meta }: WorkbenchDatabase,
  sequence: number,
): Promise<ReadonlyMap<number, string>> {
  const mirrored = Number((await meta.get("mirrored"))?.value ?? 0);
  const upTo = journal.where("sequence").belowOrEqual(sequence);
  const marked = new Set(await upTo.reverse().limit(MARKED).primaryKeys());
  if (mirrored <= sequence) marked.add(mirrored);
  const marks = new Map<number, string>();
  for (const each of [...marked].sort((a, b) => a - b)) {
    const entry = await journal.get(each);
    if (entry !== undefined) marks.set(each, await entryMark(entry));
  }
  return marks;
}
