import { printableText } from "#core/command/printable-text.ts";
import { type DraftChoices, draftProblems } from "#core/drafting/draft-choices.ts";
import { draftPlan } from "#core/drafting/draft-plan.ts";
import { copyPlan } from "#core/plan/draft.ts";
import { type PlanId, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { directionOf } from "../catalogue.ts";
import { NO_PARTS, type StoredPlan } from "../repositories/plan-repository.ts";
import type { StoreError } from "../store-error.ts";
import { addEntry, journalTables } from "./add-entry.ts";
import type { EditTools } from "./edit-plan.ts";

/** What making a plan needs beside the database. */
export interface DraftTools extends EditTools {
  readonly newId: () => string;
}

/** Copies a plan into a draft, with its title unless another is given. */
export function createCopy(
  tools: DraftTools,
  id: PlanId,
  title: string | undefined,
): Promise<Result<PlanId, StoreError>> {
  if (title?.trim() === "") return Promise.resolve(err({ kind: "empty-title" }));
  return create(tools, id, (source) =>
    Promise.resolve(ok(copyPlan(source, { id: freshId(tools), title: title?.trim() ?? source.title }))),
  );
}

/** Makes the draft of the plan after another one as the planner chose it; a superior plan that is gone by now is left out. */
export function createNextPlan(
  tools: DraftTools,
  id: PlanId,
  choices: DraftChoices,
): Promise<Result<PlanId, StoreError>> {
  const [problem] = draftProblems(choices);
  if (problem !== undefined) return Promise.resolve(err({ kind: "unfit-draft", problem }));
  return create(tools, id, async (predecessor): Promise<Result<Plan, StoreError>> => {
    const superior = choices.superior === null ? null : await tools.plans.read(choices.superior);
    const sources = { predecessor, superior: superior?.plan ?? null };
    const known = { ...choices, superior: superior?.plan.id ?? null };
    return ok(draftPlan(sources, known, freshId(tools), directionOf));
  });
}

function create(
  tools: DraftTools,
  id: PlanId,
  make: (source: Plan) => Promise<Result<Plan, StoreError>>,
): Promise<Result<PlanId, StoreError>> {
  const { db, plans } = tools;
  return db.transaction("rw", [...plans.tables, ...journalTables(db)], async () => {
    const source = await plans.read(id);
    if (source === null) return err({ kind: "unknown-plan" });
    const made = await make(source.plan);
    if (!made.ok) return made;
    const plan = made.value;
    const at = tools.now();
    const planFile = JSON.stringify(writePlanFile(plan));
    await plans.put(plan, { generation: tools.newId(), at });
    await addEntry(tools, { plan: plan.id, kind: "create", planFile, revision: 0, at });
    return ok(plan.id);
  });
}

/** Removes one of the planner's own plans; what it was stays in the journal. */
export function removeDraft(tools: EditTools, id: PlanId): Promise<Result<null, StoreError>> {
  return onOwnPlan(tools, id, async ({ book }, at) => {
    await addEntry(tools, { plan: id, kind: "remove", revision: book.revision + 1, at });
    await tools.plans.remove(id);
  });
}

/** Gives one of the planner's own plans another title. */
export function renameDraft(tools: EditTools, id: PlanId, title: string): Promise<Result<null, StoreError>> {
  const trimmed = printableText(title).trim();
  if (trimmed === "") return Promise.resolve(err({ kind: "empty-title" }));
  return onOwnPlan(tools, id, async ({ plan, book }, at) => {
    const revision = book.revision + 1;
    const next = { ...book, revision, updatedAt: at };
    await addEntry(tools, { plan: id, kind: "rename", title: trimmed, revision, at }, (sequence) =>
      tools.plans.update({ ...plan, title: trimmed }, next, NO_PARTS, sequence),
    );
  });
}

function onOwnPlan(
  tools: EditTools,
  id: PlanId,
  change: (stored: StoredPlan, at: number) => Promise<void>,
): Promise<Result<null, StoreError>> {
  const { db, plans } = tools;
  return db.transaction("rw", [...plans.tables, ...journalTables(db)], async () => {
    const stored = await plans.read(id);
    if (stored === null) return err({ kind: "unknown-plan" });
    if (stored.plan.origin !== "own") return err({ kind: "read-only" });
    await change(stored, tools.now());
    return ok(null);
  });
}

/** An id that a plan file may carry: lower-case letters, digits and hyphens. */
export function freshId(tools: Pick<DraftTools, "newId">): PlanId {
  return planId(`draft-${tools.newId().toLowerCase()}`);
}
