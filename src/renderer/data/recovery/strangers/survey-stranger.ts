import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { readBackupPlans } from "../../backup/read-plans.ts";
import { parseJson } from "../../db/read-journal-row.ts";
import { z } from "../../db/schema-library.ts";
import { readMachineTexts } from "../machine-journal.ts";
import type { Stranger } from "./judge-strangers.ts";

/** What can be told of a stranger without building it. */
export interface StrangerSurvey {
  /** The titles of its plans that were worked on since it was met; none where they cannot be read. */
  readonly titles: readonly string[];
  /** When it was last worked on, in ms since the epoch. */
  readonly at: number;
}

/** What the machine keeps of one stranger. */
export interface StrangerSource {
  readonly bridge: Pick<DesktopBridge, "readJournal" | "readBackup" | "log">;
  readonly stranger: Stranger;
  /** `undefined` where it has no journal. */
  readonly head: JournalHead | undefined;
  /** Its backups, in any place. */
  readonly backups: readonly Backup[];
}

const titledSchema = z.object({ title: z.string() });
const entrySchema = z.object({
  sequence: z.number(),
  plan: z.string(),
  kind: z.string(),
  title: z.string().nullish(),
  planFile: z.string().nullish(),
  at: z.number(),
});

/** Looks through a stranger's journal for titles and times alone; what it does not tell of a plan's beginning, its furthest backup may. */
export async function surveyStranger({
  bridge,
  stranger,
  head,
  backups,
}: StrangerSource): Promise<StrangerSurvey> {
  const { store, met, last, writtenAt } = stranger;
  const [furthest] = backups.toSorted((a, b) => b.sequence - a.sequence);
  const endsInBackup = head === undefined || head.last < last;
  const asked = endsInBackup || head.base > 0 ? furthest : undefined;
  const known = asked === undefined ? null : await readBackupPlans(bridge, asked.id);
  const plans = known?.ok === true ? known.value.plans : [];
  const titles = new Map<string, string>(plans.map(({ id, title }) => [id, title]));
  if (endsInBackup) return { titles: [...titles.values()], at: furthest?.at ?? writtenAt };
  const worked = new Set<string>();
  let at = writtenAt;
  for await (const batch of readMachineTexts(bridge, store, head.base)) {
    if (!batch.ok) break;
    for (const { json } of batch.value) {
      const entry = entrySchema.safeParse(parseJson(json)).data;
      if (entry === undefined || entry.plan === "") continue;
      const title = titleAfter(entry);
      if (title !== null) titles.set(entry.plan, title);
      if (entry.kind === "remove") titles.delete(entry.plan);
      if (entry.sequence > met) worked.add(entry.plan);
      at = entry.at;
    }
  }
  return { titles: [...titles].flatMap(([plan, title]) => (worked.has(plan) ? [title] : [])), at };
}

/** The title that an entry gives its plan, `null` where it gives none. */
function titleAfter({ kind, title, planFile }: z.infer<typeof entrySchema>): string | null {
  if (kind === "create") return titledSchema.safeParse(parseJson(planFile ?? "")).data?.title ?? null;
  return kind === "rename" ? (title ?? null) : null;
}
