import { VERSION_3 } from "./database-of-version-3.ts";
import type { PastVersion } from "./past-version.ts";
import written from "./rows-of-version-4.json";

const { planFiles, ...rows } = written;

/**
 * Version 4 as it was shipped. Its program took over the database of version 3 and went on: a copy whose rows fill two chunks with values in
 * years of their own, and a year that came with a value and went with it; a text with every kind of section, block and reference, written over, taken back,
 * emptied, merged, and speaking of a row that is gone; a plan with a text from outside; designs and styles of charts; an edit that the
 * database took only later; and two courses that were joined, where both had typed into one cell.
 */
export const VERSION_4: PastVersion = {
  version: 4,
  stores: [...VERSION_3.stores, { name: "narratives", keyPath: "plan" }, { name: "names", keyPath: "plan" }],
  rows,
  planFiles,
};
