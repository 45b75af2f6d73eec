import { planId } from "#core/plan/ids.ts";
import { canonicalJson } from "#exchange/archive/canonical-json.ts";
import { toNamesRow } from "#renderer/data/db/names-row.ts";
import { toNarrativeRow } from "#renderer/data/db/narrative-row.ts";
import { toProgrammeRow } from "#renderer/data/db/programme-row.ts";
import { toScenariosRow } from "#renderer/data/db/scenario-row.ts";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { writeEntries } from "#renderer/data/recovery/replay-into.ts";
import { summarise } from "#core/plan/summary.ts";
import { directionOf } from "#renderer/data/catalogue.ts";
import { toChunkRows, toPlanRow } from "#renderer/data/repositories/plan-mapping.ts";
import { PlanRepository } from "#renderer/data/repositories/plan-repository.ts";
import { readNatively } from "./past-version.ts";

/** Writes the contents of a database anew, as this program does: what it reads as plans, the journal with its index, and all else as it stands. */
export async function rewritten(db: WorkbenchDatabase, name: string): Promise<string> {
  const fresh = new WorkbenchDatabase(name);
  await fresh.open();
  const plans = new PlanRepository(db);
  for (const id of await db.plans.toCollection().primaryKeys()) {
    const stored = await plans.read(planId(id));
    if (stored === null) throw new Error(`${id} is gone`);
    const { plan, book } = stored;
    await fresh.plans.put(toPlanRow(plan, book, summarise(plan, directionOf)));
    await fresh.chunks.bulkPut(toChunkRows(plan, book.chunkRevisions));
    await fresh.programmes.put(toProgrammeRow(plan, book.generation));
    await fresh.scenarios.put(toScenariosRow(plan, book.generation));
    await fresh.narratives.put(toNarrativeRow(plan, book.generation));
    await fresh.names.put(toNamesRow(plan.id, plan.indicators, book.generation));
  }
  const tools = { db: fresh, plans: new PlanRepository(fresh), now: () => 0, newId: () => "" };
  await writeEntries(tools, await db.journal.toArray());
  const beside = ["programmes", "scenarios", "narratives", "names"];
  const written = new Set(["plans", "chunks", ...beside, "journal", "touches"]);
  for (const table of db.tables.filter((each) => !written.has(each.name)))
    await fresh.table(table.name).bulkPut(await table.toArray());
  fresh.close();
  return name;
}

/** One hash of all that a database holds. */
export async function contentHash(name: string): Promise<string> {
  const { rows } = await readNatively(name);
  const plain = JSON.stringify(rows, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? listOf(value) : value,
  );
  const bytes = new TextEncoder().encode(canonicalJson(JSON.parse(plain)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function listOf(view: ArrayBufferView): readonly unknown[] {
  return view instanceof Float64Array || view instanceof Uint8Array ? [...view] : [];
}
