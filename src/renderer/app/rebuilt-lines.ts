import type { TFunction } from "i18next";
import type { CarriedBack, Recovery } from "../data/recovery/recovery.ts";
import { formatMoment } from "../i18n/format-time.ts";

/** What a start says of a database that was built again. */
export type RebuiltRecovery = Recovery & {
  readonly because: Exclude<Recovery["because"], "behind" | "joined">;
};

type Words = TFunction<"safety">;

/** What happened to a database that was built again and what the planner has to check, a paragraph each; `locale` writes the times. */
export function rebuiltLines(recovery: RebuiltRecovery, t: Words, locale: string): readonly string[] {
  const { because, through, gap, carried, unproven, damagedEdits = 0, unattached } = recovery;
  const moment = (at: number) => formatMoment(at, locale);
  return [
    t(`recovery.because.${because}`),
    sourceText(recovery, t, moment),
    through === null ? null : throughText(through, t, moment),
    gap === null ? null : gapText(gap, t),
    ...carried.map((each) => carriedText(each, t, moment)),
    unproven ? t("recovery.unproven") : null,
    damagedEdits === 0
      ? null
      : sentences(t, [t("recovery.damagedEdits", { edits: damagedEdits }), t("recovery.damagedEditsDetail")]),
    unattached.length === 0 ? null : t("recovery.unattached", { files: unattached.join(t("recovery.join")) }),
  ].filter((line) => line !== null);
}

type Moment = (at: number) => string;

function sourceText({ plans, edits, backupAt }: Recovery, t: Words, moment: Moment): string {
  if (backupAt === null) return t("recovery.fromJournal", { plans, edits });
  const at = moment(backupAt);
  return edits === 0
    ? t("recovery.fromBackupAlone", { plans, at })
    : t("recovery.fromBackup", { plans, edits, at });
}

function throughText({ at, title }: NonNullable<Recovery["through"]>, t: Words, moment: Moment): string {
  if (title === null) return t("recovery.throughNoPlan", { at: moment(at) });
  return t("recovery.through", { at: moment(at), title: t("recovery.plan", { title }) });
}

function gapText({ from, to, unfit }: NonNullable<Recovery["gap"]>, t: Words): string {
  // No edit is missing, but what some of them built on.
  if (from > to) return sentences(t, [t("recovery.gap.onlyUnfit", { unfit }), t("recovery.gap.todo")]);
  return sentences(t, [
    t(from === to ? "recovery.gap.one" : "recovery.gap.several", { from, to }),
    unfit === 0 ? null : t("recovery.gap.unfit", { unfit }),
    t("recovery.gap.todo"),
  ]);
}

function carriedText({ title, kind, backupAt }: CarriedBack, t: Words, moment: Moment): string {
  const plan = title === null ? t("recovery.carried.untitled") : t("recovery.plan", { title });
  if (kind === "gone") return t("recovery.carried.gone", { plan });
  if (backupAt === null) return t(`recovery.carried.${kind}FromJournal`, { plan });
  return t(`recovery.carried.${kind}FromBackup`, { plan, at: moment(backupAt) });
}

function sentences(t: Words, said: readonly (string | null)[]): string {
  return said
    .filter((each) => each !== null)
    .reduce((before, next) => t("recovery.sentences", { said: before, next }));
}
