import { VERSION_2 } from "./database-of-version-2.ts";
import type { PastVersion } from "./past-version.ts";
import written from "./rows-of-version-3.json";

const { planFiles, ...rows } = written;

/**
 * Version 3 as it was shipped. Its program took over the database of version 2 and went on: a copy with scenarios of every method, shock
 * and distribution, drivers with their derivations, each command that speaks of them, and edits of every origin; rows and cells so many
 * that they are stored as blocks, taken back again; a plan from outside, and one that took another one's place.
 */
export const VERSION_3: PastVersion = {
  version: 3,
  stores: [...VERSION_2.stores, { name: "scenarios", keyPath: "plan" }],
  rows,
  planFiles,
};
