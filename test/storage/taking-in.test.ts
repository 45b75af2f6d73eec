import { expect, test } from "vitest";
import { indicatorId, type PlanId, planId, statementId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanArchive, writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import {
  type DifferentPlan,
  mergeIncoming,
  setBeside,
  setBesideAgain,
} from "#renderer/data/backup/incoming-plans.ts";
import { readExportedPlans } from "#renderer/data/backup/read-backup.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { readNatively } from "./past-version.ts";
import { freshName, openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

const valueAt = ({ observations }: Plan, row: number) => observationAt(observations, row, year(2016))?.value;

async function exported(store: WorkbenchStore, draft: PlanId): Promise<Uint8Array> {
  const bytes = await store.packForExport(draft, {});
  if (bytes === null) throw new Error("Nothing was exported");
  return bytes;
}

/** A plan as a file holds it, beside the one in a database. */
async function beside(store: WorkbenchStore, database: string, bytes: Uint8Array): Promise<DifferentPlan> {
  const [incoming] = await setBeside(store, valueOf(await readExportedPlans(bytes, database)));
  if (incoming?.kind !== "different") throw new Error(`It is ${incoming?.kind}`);
  return incoming;
}

/** Two planners with copies of one draft, of which the second went out of the first. */
async function twoPlanners() {
  const ours = await openWithDraft(buildPlan("p", 3));
  valueOf(await ours.store.execute(ours.draft, ours.typed(2, "9")));
  const database = freshName();
  const theirs = await openStore(database, ours.seeds);
  const sent = valueOf(await readExportedPlans(await exported(ours.store, ours.draft), database));
  const taken = sent.plans.map((plan) => ({ plan, how: { kind: "add" } as const }));
  expect(valueOf(await theirs.takeIn(taken))).toEqual([ours.draft]);
  return { ...ours, theirs };
}

test("what two planners changed in copies of one plan is merged cell by cell, as one step that undo takes back", async () => {
  const { store, theirs, draft, database, typed } = await twoPlanners();
  valueOf(await theirs.execute(draft, typed(0, "11")));
  valueOf(await store.execute(draft, typed(1, "22")));
  const before = await planOf(store, draft);
  const incoming = await beside(store, database, await exported(theirs, draft));
  expect(incoming.ancestor).not.toBeNull();
  const { plan, conflicts } = mergeIncoming(incoming, () => "theirs");
  expect(conflicts).toEqual([]);
  valueOf(await store.takeIn([{ plan, how: { kind: "replace", entry: 0 } }]));
  const merged = await planOf(store, draft);
  expect([0, 1, 2].map((row) => valueAt(merged, row))).toEqual([11, 22, 9]);
  expect((await store.readEntries(draft, 1)).entries[0]).toMatchObject({ deed: { type: "takeIn" } });
  valueOf(await store.undo(draft));
  expect(await planOf(store, draft)).toEqual(before);
});

test("a cell that both changed is a choice, and a merged plan goes back without another question", async () => {
  const { store, theirs, draft, database, typed } = await twoPlanners();
  valueOf(await theirs.execute(draft, typed(0, "11")));
  valueOf(await store.execute(draft, typed(0, "12")));
  const incoming = await beside(store, database, await exported(theirs, draft));
  const { conflicts } = mergeIncoming(incoming, () => "ours");
  expect(conflicts).toMatchObject([{ kind: "cell", field: { kind: "observation", year: 2016 } }]);
  const { plan } = mergeIncoming(incoming, () => "theirs");
  expect(valueAt(plan, 0)).toBe(11);
  valueOf(await store.takeIn([{ plan, how: { kind: "replace", entry: 0 } }]));
  valueOf(await theirs.execute(draft, typed(1, "5")));
  const again = await beside(store, database, await exported(theirs, draft));
  const second = mergeIncoming(again, () => "ours");
  expect(second.conflicts).toEqual([]);
  expect([0, 1].map((row) => valueAt(second.plan, row))).toEqual([11, 5]);
});

test("where no common state is known, every difference is a choice", async () => {
  const { store, theirs, draft, database, typed } = await twoPlanners();
  valueOf(await theirs.execute(draft, typed(0, "11")));
  valueOf(await store.execute(draft, typed(1, "22")));
  const sent = valueOf(await readPlanArchive(await exported(theirs, draft)));
  const bare = await writePlanArchive({ plans: sent.plans, workbench: null });
  const incoming = await beside(store, database, bare);
  expect(incoming.ancestor).toBeNull();
  expect(mergeIncoming(incoming, () => "ours").conflicts).toHaveLength(2);
  const { plan } = mergeIncoming(incoming, () => "theirs");
  expect([0, 1].map((row) => valueAt(plan, row))).toEqual([11, undefined]);
});

test("of several plans all come in or none", async () => {
  const { store, draft, database } = await openWithDraft(buildPlan("p", 3));
  const before = await readNatively(database);
  const other = buildPlan("other", 2);
  expect(
    await store.takeIn([
      { plan: other, how: { kind: "add" } },
      { plan: other, how: { kind: "copy", title: "另一稿" } },
      { plan: await planOf(store, draft), how: { kind: "add" } },
    ]),
  ).toEqual({ ok: false, error: { kind: "plan-exists" } });
  expect((await readNatively(database)).rows["journal"]).toEqual(before.rows["journal"]);
  expect(await store.readPlan(planId("other"))).toBeNull();
  const renamed = { ...(await planOf(store, draft)), title: "改了名的稿" };
  const taken = valueOf(
    await store.takeIn([
      { plan: other, how: { kind: "add" } },
      { plan: renamed, how: { kind: "replace", entry: 0 } },
    ]),
  );
  expect(taken).toEqual([planId("other"), draft]);
  expect((await planOf(store, draft)).title).toBe("改了名的稿");
  expect((await planOf(store, planId("other"))).indicators[0]?.id).toBe(indicatorId("other/i0"));
});

test("a plan that would lack what its statements cite neither replaces the one here nor is merged, and comes in as a copy", async () => {
  const { store, theirs, draft, database } = await twoPlanners();
  const before = await planOf(store, draft);
  const other = { file: "b.txt", sha256: "1".repeat(64) };
  const cites = (plan: Plan): Plan => ({
    ...plan,
    documents: [...plan.documents, other],
    statements: plan.statements.map((statement, at) =>
      at > 0 || statement.evidence === null
        ? statement
        : {
            ...statement,
            id: statementId(`${plan.id}/s999`),
            evidence: { ...statement.evidence, document: other.file },
          },
    ),
  });
  const plan = cites(await planOf(theirs, draft));
  const longer = { ...before, period: { ...before.period, end: year(2021) } };
  for (const how of [{ kind: "replace", entry: 0 } as const, { kind: "merge" } as const])
    expect(await store.takeIn([{ plan, how }])).toEqual({ ok: false, error: { kind: "unfit-replacement" } });
  expect(await store.takeIn([{ plan: longer, how: { kind: "replace", entry: 0 } }])).toMatchObject({
    error: { kind: "unfit-replacement" },
  });
  expect(await planOf(store, draft)).toEqual(before);
  const [copy] = valueOf(await store.takeIn([{ plan, how: { kind: "copy", title: "副本" } }]));
  expect((await planOf(store, copy ?? draft)).documents).toEqual(plan.documents);
  const out = valueOf(await readExportedPlans(await exported(store, draft), database));
  expect(out.plans).toHaveLength(1);
});

test("what another window typed after the differences were shown is not taken back by a merge or a restore", async () => {
  const { store, theirs, draft, database, typed } = await twoPlanners();
  valueOf(await theirs.execute(draft, typed(0, "11")));
  const bytes = await exported(theirs, draft);
  const shown = await beside(store, database, bytes);
  valueOf(await store.execute(draft, typed(1, "22")));
  const merged = mergeIncoming(shown, () => "theirs").plan;
  for (const how of [
    { kind: "merge", seen: shown.here } as const,
    { kind: "replace", entry: 0, seen: shown.here } as const,
  ])
    expect(await store.takeIn([{ plan: merged, how }])).toEqual({
      ok: false,
      error: { kind: "changed-meanwhile" },
    });
  const [again] = await setBesideAgain(store, [shown]);
  if (again?.kind !== "different") throw new Error(`It is ${again?.kind}`);
  const { plan } = mergeIncoming(again, () => "theirs");
  valueOf(await store.takeIn([{ plan, how: { kind: "merge", seen: again.here } }]));
  const now = await planOf(store, draft);
  expect([0, 1].map((row) => valueAt(now, row))).toEqual([11, 22]);
});
