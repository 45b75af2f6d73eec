import type { PastVersion } from "./past-version.ts";
import written from "./rows-of-version-2.json";

const { planFiles, ...rows } = written;

/**
 * Version 2 as it was shipped. The rows are what its program wrote over two bundled plans, one with a programme, statements of most
 * forms and a settled disagreement: the draft of the next period, which leaves one indicator out, has taken another one up again and adopts one of
 * the superior plan; a copy with an entry for each command there was, with targets of every form, edits taken back and brought again, a
 * restored state and four named versions of which one was renamed and one removed; a copy that was removed. Beside them an
 * attached original, saved views and an arrangement as it was left.
 */
export const VERSION_2: PastVersion = {
  version: 2,
  stores: [
    { name: "plans", keyPath: "id" },
    { name: "chunks", keyPath: ["plan", "index"] },
    {
      name: "journal",
      keyPath: "sequence",
      autoIncrement: true,
      indexes: [
        { name: "plan", keyPath: "plan" },
        { name: "[plan+kind]", keyPath: ["plan", "kind"] },
        { name: "[plan+sequence]", keyPath: ["plan", "sequence"] },
      ],
    },
    { name: "meta", keyPath: "key" },
    { name: "programmes", keyPath: "plan" },
    { name: "documentTexts", keyPath: "sha256" },
    { name: "touches", keyPath: ["plan", "cell", "sequence"] },
    { name: "views", keyPath: "id" },
  ],
  rows,
  planFiles,
};
