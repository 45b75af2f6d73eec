import { Dexie } from "dexie";
import type { Seq } from "#core/command/history.ts";
import { printableText } from "#core/command/printable-text.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { VersionLabel } from "../history/history-store.ts";
import type { StoreError } from "../store-error.ts";
import { addEntry, journalTables, type NewEntry } from "./add-entry.ts";
import type { EditTools } from "./edit-plan.ts";

/** Names the state of one of the planner's own plans after an entry, `null` for the last one. */
export function nameVersion(
  tools: EditTools,
  plan: PlanId,
  of: Seq | null,
  label: VersionLabel,
): Promise<Result<null, StoreError>> {
  return addVersionEntry(tools, plan, async () => ({
    kind: "version",
    target: of ?? (await lastEntry(tools, plan)),
    ...labelled(label),
  }));
}

/** Gives a version another name and note. */
export function renameVersion(
  tools: EditTools,
  plan: PlanId,
  version: Seq,
  label: VersionLabel,
): Promise<Result<null, StoreError>> {
  const entry = { kind: "renameVersion", target: version, ...labelled(label) } as const;
  return addVersionEntry(tools, plan, () => Promise.resolve(entry));
}

/** Takes the name of a version away. */
export function removeVersion(
  tools: EditTools,
  plan: PlanId,
  version: Seq,
): Promise<Result<null, StoreError>> {
  const entry = { kind: "removeVersion", target: version } as const;
  return addVersionEntry(tools, plan, () => Promise.resolve(entry));
}

type VersionEntry = Pick<NewEntry, "kind" | "target" | "title" | "note">;

/** Adds an entry that leaves the plan, its revision and what can be undone as they are. */
function addVersionEntry(
  tools: EditTools,
  id: PlanId,
  make: () => Promise<VersionEntry>,
): Promise<Result<null, StoreError>> {
  const { db, plans } = tools;
  return db.transaction("rw", [...plans.tables, ...journalTables(db)], async () => {
    const stored = await plans.read(id);
    if (stored === null) return err({ kind: "unknown-plan" });
    if (stored.plan.origin !== "own") return err({ kind: "read-only" });
    const entry = await make();
    if (entry.title === "") return err({ kind: "empty-title" });
    await addEntry(tools, { plan: id, revision: stored.book.revision, ...entry });
    return ok(null);
  });
}

function labelled({ name, note }: VersionLabel): { readonly title: string; readonly note: string | null } {
  const said = note === null ? "" : printableText(note).trim();
  return { title: printableText(name).trim(), note: said === "" ? null : said };
}

async function lastEntry({ db }: EditTools, plan: PlanId): Promise<Seq> {
  const range = db.journal.where("[plan+sequence]").between([plan, Dexie.minKey], [plan, Dexie.maxKey]);
  return (await range.last())?.sequence ?? 0;
}
