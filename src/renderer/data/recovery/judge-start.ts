import type { JournalHead } from "#bridge/journal.ts";
import type { Found } from "../db/probe-database.ts";

/** Why a database has to be built again from what the machine keeps. */
export type Loss =
  /** There is none, or an empty one, although the machine knows one: deleted, lost by the browser, or another shell's. */
  | "missing"
  /** The browser says that it lost data, or records cannot be read or do not fit together. */
  | "damaged"
  /** Entries are missing from its journal. */
  | "incomplete";

/** What a start has to do with the database before anything works on it. */
export type Verdict =
  /** Nobody worked here yet. */
  | { readonly kind: "first-start" }
  /** It holds all that the machine holds, or more. */
  | { readonly kind: "whole" }
  /** The machine holds entries behind its last one: another shell wrote them, or an older copy of the database came back. */
  | { readonly kind: "behind"; readonly store: string; readonly last: number }
  | { readonly kind: "lost"; readonly store: string; readonly because: Loss };

/** What the machine keeps: journals and backups, the newest first. */
export interface Kept {
  readonly heads: readonly Pick<JournalHead, "store" | "base" | "last" | "count">[];
  readonly backups: readonly { readonly store: string }[];
}

/** Compares a database as found with what the machine keeps; `damage` when the browser itself says that data is lost. */
export function judgeStart(found: Found | "damaged", kept: Kept): Verdict {
  if (found === "damaged" || found.kind === "absent" || isEmpty(found)) {
    const store = kept.heads.find(({ count }) => count > 0)?.store ?? kept.backups[0]?.store;
    if (store === undefined) return { kind: "first-start" };
    return { kind: "lost", store, because: found === "damaged" ? "damaged" : "missing" };
  }
  const store = found.store ?? "";
  const head = kept.heads.find((each) => each.store === store);
  if (head === undefined || head.last < found.last) return { kind: "whole" };
  if (head.last === found.last) {
    const short = found.count < head.count;
    return short ? { kind: "lost", store, because: "incomplete" } : { kind: "whole" };
  }
  const reaches = found.last >= head.base;
  return reaches
    ? { kind: "behind", store, last: found.last }
    : { kind: "lost", store, because: "incomplete" };
}

/** A database without a name was never worked on; one with a name but without entries holds nothing of the planner's either. */
function isEmpty(found: Exclude<Found, { kind: "absent" }>): boolean {
  return found.store === null || found.last === 0;
}
