import { planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { type SeedError, validateSeeds } from "#exchange/plan-file/validate-seeds.ts";
import type { DraftTools } from "../journal/manage-drafts.ts";
import type { OpenError } from "../open-error.ts";
import type { SeedBundle } from "./seed-bundle.ts";

/** What seeding works with: no planner signs it. */
type SeedTools = Omit<DraftTools, "author">;

/**
 * Puts the bundled plans in when the database has none or those of an older version. Everything is read and checked before the one
 * transaction that replaces them; the planner's own plans are not touched.
 */
export async function seedDatabase(tools: SeedTools, bundle: SeedBundle): Promise<Result<null, OpenError>> {
  const version = await bundle.version();
  if (version !== null && (await seededVersion(tools)) >= version) return ok(null);
  const seeds = await validateSeeds(await bundle.texts());
  if (!seeds.ok) return err(toOpenError(seeds.error));
  await putSeeds(tools, seeds.value.version, seeds.value.plans);
  return ok(null);
}

async function seededVersion(tools: SeedTools): Promise<number> {
  return Number((await tools.db.meta.get("seedVersion"))?.value ?? 0);
}

/** Writes all or nothing; does nothing when another window was faster. */
function putSeeds(tools: SeedTools, version: number, plans: readonly Plan[]): Promise<void> {
  const { db } = tools;
  return db.transaction("rw", [...tools.plans.tables, db.meta], async () => {
    if ((await seededVersion(tools)) >= version) return;
    const shipped = new Set<string>(plans.map(({ id }) => id));
    const bundled = await db.plans.filter(({ origin }) => origin === "bundled").toArray();
    for (const { id } of bundled) if (!shipped.has(id)) await tools.plans.remove(planId(id));
    for (const plan of plans) await tools.plans.put(plan, { generation: tools.newId(), at: tools.now() });
    await db.meta.put({ key: "seedVersion", value: version });
  });
}

function toOpenError(error: SeedError): OpenError {
  const { file, path, reason } = error;
  return reason.kind === "wrong-hash"
    ? { kind: "seed-hash", file }
    : { kind: "seed-invalid", file, path, reason };
}
