import type { PastVersion } from "./past-version.ts";
import rows from "./rows-of-version-1.json";

/**
 * Version 1 as it was shipped. The rows are what its program wrote over one bundled plan of three indicators: a copy with three edits of
 * which one was taken back, and one more taken back (so that it can be brought again); a draft of the next period; a
 * copy that was renamed and removed.
 */
export const VERSION_1: PastVersion & { readonly rows: typeof rows } = {
  version: 1,
  stores: [
    { name: "plans", keyPath: "id" },
    { name: "chunks", keyPath: ["plan", "index"] },
    {
      name: "journal",
      keyPath: "sequence",
      autoIncrement: true,
      indexes: [{ name: "plan", keyPath: "plan" }],
    },
    { name: "meta", keyPath: "key" },
  ],
  rows,
  planFiles: {},
};
