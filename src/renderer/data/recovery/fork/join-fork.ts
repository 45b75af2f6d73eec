import { planId } from "#core/plan/ids.ts";
import { touchKeys } from "#core/history/touched-cells.ts";
import { err, ok, type Result } from "#core/result.ts";
import { changesSchema } from "../../db/change-row.ts";
import type { JournalRow } from "../../db/journal-row.ts";
import { journalTables } from "../../journal/add-entry.ts";
import { freshId } from "../../journal/manage-drafts.ts";
import type { RebuildSource } from "../backup-state.ts";
import { foldKept, readKept, withHeldHistory } from "../kept-by-machine.ts";
import type { RecoveryError } from "../recovery.ts";
import { type ReplayedPlans, type ReplayTools, writeEntries, writeReplayed } from "../replay-into.ts";
import { setAside } from "../set-aside.ts";
import { type Course, conflictsOf, courseOf } from "./fork-course.ts";
import type { AskFork, ForkChoice, ForkedPlan, ForkQuestion } from "./fork-question.ts";
import { type Rebased, rebaseEntries } from "./rebase-entries.ts";

/** What became of a fork: how many entries each side had, and whether the planner had to choose. */
export interface Joined {
  readonly ours: number;
  readonly theirs: number;
  readonly chosen: boolean;
  /** The last entry afterwards. */
  readonly last: JournalRow | undefined;
}

/** The machine's journal, and every plan as it leaves it. */
interface Folded {
  readonly entries: readonly JournalRow[];
  readonly plans: ReplayedPlans;
}

interface Sides {
  readonly common: number;
  readonly ours: readonly JournalRow[];
  readonly folded: Folded;
  readonly courses: ReadonlyMap<string, Course>;
}

/**
 * Joins the course of this database with that of the machine's journal, which went different ways behind their common entry: the machine's entries come first,
 * since they are acknowledged, ours follow with new numbers. What both changed differently is asked before anything is written; then
 * all of it changes in one transaction, so that a kill leaves the fork as it was, to be asked again. `null` where the machine keeps too little to tell
 * what its journal leaves.
 */
export async function joinFork(
  tools: ReplayTools,
  source: RebuildSource,
  common: number,
  ask: AskFork,
): Promise<Result<Joined | null, RecoveryError>> {
  // A backup that goes further than the journal holds more than the journal leaves.
  const within = source.backups.filter(({ sequence }) => sequence <= (source.head?.last ?? 0));
  const kept = await readKept({ ...source, backups: within });
  if (!kept.ok) return kept;
  if (kept.value.hasGap || !kept.value.base.isProven) return ok(null);
  const plans = await foldKept(kept.value);
  if (!plans.ok) return plans;
  const sides = await setOut(tools, { entries: kept.value.entries, plans: plans.value }, common);
  const question = questionOf(sides);
  const choose: ForkChoice = question.plans.length === 0 ? () => "ours" : await ask(question);
  const rebased = await rebase(tools, sides, choose);
  if (!rebased.ok) return rebased;
  await setAside(tools.db, tools.now());
  await replaceTail(tools, sides, rebased.value);
  const last = rebased.value.rows.at(-1) ?? sides.folded.entries.at(-1);
  return ok({
    ours: sides.ours.length,
    theirs: behind(sides).length,
    chosen: question.plans.length > 0,
    last,
  });
}

const behind = ({ folded, common }: Pick<Sides, "folded" | "common">) =>
  folded.entries.filter(({ sequence }) => sequence > common);

async function setOut({ db, plans }: ReplayTools, folded: Folded, common: number): Promise<Sides> {
  const ours = await db.journal.where("sequence").above(common).toArray();
  const theirEntries = behind({ folded, common });
  const courses = new Map<string, Course>();
  for (const plan of new Set(ours.map((entry) => entry.plan))) {
    if (plan === "") continue;
    const id = planId(plan);
    const theirs = folded.plans.get(id) ?? null;
    const before = await db.journal
      .where("[plan+sequence]")
      .between([plan, 0], [plan, common], true, true)
      .last();
    const revision = before === undefined || before.kind === "remove" ? null : before.revision;
    courses.set(
      plan,
      courseOf(id, {
        entries: ours.filter((entry) => entry.plan === plan),
        ours: (await plans.read(id))?.plan ?? null,
        theirs,
        theirEntries: theirEntries.filter((entry) => entry.plan === plan),
        touchedThere: (theirs?.book.revision ?? null) !== revision,
      }),
    );
  }
  return { common, ours, folded, courses };
}

function questionOf(sides: Sides): ForkQuestion {
  const plans = [...sides.courses.values()].flatMap((course): readonly ForkedPlan[] => {
    const conflicts = conflictsOf(course);
    if (conflicts.length === 0) return [];
    const { ours, theirs } = statesOf(course);
    return [{ id: course.id, title: (ours ?? theirs)?.title ?? "", ours, theirs, conflicts }];
  });
  const side = (entries: readonly JournalRow[]) => ({
    edits: entries.length,
    last: entries.at(-1)?.at ?? 0,
  });
  return { plans, ours: side(sides.ours), theirs: side(behind(sides)) };
}

function statesOf(course: Course): Pick<ForkedPlan, "ours" | "theirs"> {
  if (course.kind === "both") return course.net;
  if (course.kind === "gone-there") return { ours: course.final, theirs: null };
  return { ours: null, theirs: course.kind === "gone-here" ? course.theirs : null };
}

async function rebase(
  tools: ReplayTools,
  { ours, folded, courses, common }: Sides,
  choose: ForkChoice,
): Promise<Result<Rebased, RecoveryError>> {
  const parents = new Map<number, number | null>();
  await tools.db.journal
    .where("sequence")
    .belowOrEqual(common)
    .each(({ sequence, parent }) => parents.set(sequence, parent));
  for (const { sequence, parent } of folded.entries) parents.set(sequence, parent);
  const done = rebaseEntries({
    entries: ours,
    courses,
    theirs: (plan) => folded.plans.get(planId(plan)) ?? null,
    parentOf: (sequence) => parents.get(sequence),
    next: Math.max(common, folded.entries.at(-1)?.sequence ?? 0) + 1,
    choose,
    now: tools.now(),
    freshId: () => freshId(tools),
  });
  if (done.ok) return done;
  return err({ kind: "not-recovered", detail: `entry ${done.error.sequence}: ${done.error.detail}` });
}

/** Puts the joined course in place of our own behind the common entry. */
function replaceTail(tools: ReplayTools, sides: Sides, { rows, plans }: Rebased): Promise<void> {
  const { db } = tools;
  const { common, ours, folded } = sides;
  const theirs = behind(sides);
  const mirrored = folded.entries.at(-1)?.sequence ?? 0;
  return db.transaction("rw", [...tools.plans.tables, ...journalTables(db), db.meta], async () => {
    const keys = ours.flatMap(({ plan, sequence, changes }) =>
      touchKeys(changesSchema.parse(changes)).map((cell): [string, string, number] => [plan, cell, sequence]),
    );
    await db.touches.bulkDelete(keys);
    await db.journal.where("sequence").above(common).delete();
    await writeEntries(tools, [...theirs, ...rows]);
    const held = new Set(await db.journal.toCollection().primaryKeys());
    const joined = new Map([...folded.plans, ...plans]);
    const touched = new Set([...theirs, ...rows].map(({ plan }) => plan));
    const written: ReplayedPlans = new Map([...joined].filter(([id]) => touched.has(id)));
    await writeReplayed(
      tools,
      withHeldHistory(written, (sequence) => held.has(sequence)),
    );
    await db.meta.put({ key: "mirrored", value: mirrored });
  });
}
