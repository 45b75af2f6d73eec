import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Seq } from "#core/command/history.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { CellName, JournalPage } from "../../data/history/history-store.ts";
import { formatDay } from "../../i18n/format-time.ts";
import { fieldText, type HistoryWords } from "../../i18n/history-text.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { ChangesPane } from "./changes-pane.tsx";
import { namesInJournal } from "./entry-subject.ts";
import { Timeline } from "./timeline.tsx";
import { timelineDays } from "./timeline-items.ts";
import { type VersionDeed, VersionDialog } from "./version-dialog.tsx";
import { type View, viewOf } from "./view.ts";

/** What was done in this room and is told above it. */
export interface Told {
  readonly tone: "done" | "error";
  readonly title: string;
  readonly detail?: string;
}

interface PlanPastProps {
  readonly plan: Plan;
  readonly page: JournalPage;
  readonly versions: readonly NamedVersion[];
  /** The cell whose history is shown alone; `null` for all. */
  readonly cell: CellName | null;
  readonly onEarlier: () => void;
}

/** The room for a plan of the planner's own: its timeline, and what the chosen part of it changed. */
export function PlanPast({ plan, page, versions, cell, onEarlier }: PlanPastProps) {
  const { t, i18n } = useTranslation(["history", "shell", "grid"]);
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<View | null>(null);
  const [naming, setNaming] = useState<VersionDeed | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const { entries, total } = page;
  const names = useMemo(() => namesInJournal(entries, plan.indicators), [entries, plan.indicators]);
  const shown = cell === null ? versions : NO_VERSIONS;
  const view = chosen ?? newestView(page, shown, i18n.language);
  const show = (next: View) => {
    setChosen(next);
    setTold(null);
  };
  const since = lastOther(page, versions);
  return (
    <Room
      title={t("history:title")}
      lead={<span className="muted">{t("history:timeline.count", { count: total })}</span>}
      actions={
        <>
          <Button icon="compare" onClick={() => show({ kind: "compare", from: since, to: null })}>
            {t("history:compare.open")}
          </Button>
          <Button variant="primary" icon="flag" onClick={() => setNaming({ kind: "name", of: null })}>
            {t("history:version.name")}
          </Button>
        </>
      }
      notice={told === null ? undefined : <ToldNotice told={told} onDismiss={() => setTold(null)} />}
      status={
        <>
          <span>{t("history:timeline.count", { count: total })}</span>
          <span>{t("history:timeline.versions", { count: versions.length })}</span>
        </>
      }
    >
      <div className="history">
        <Timeline
          entries={entries}
          versions={shown}
          only={cell === null ? null : cellName(cell, names, t)}
          onAll={() => go(paths.history(plan.id))}
          earlier={total - entries.length}
          nameOf={(id) => names.get(id) ?? null}
          view={view}
          onView={show}
          onEarlier={onEarlier}
        />
        <ChangesPane
          plan={plan}
          page={page}
          versions={versions}
          view={view}
          onView={show}
          onNaming={setNaming}
          onTold={setTold}
        />
      </div>
      {naming === null ? null : (
        <VersionDialog plan={plan.id} deed={naming} onClose={() => setNaming(null)} onTold={setTold} />
      )}
    </Room>
  );
}

const NO_VERSIONS: readonly NamedVersion[] = [];

function cellName(
  { indicator, field }: CellName,
  names: ReadonlyMap<IndicatorId, string>,
  words: HistoryWords,
): string {
  return words("history:timeline.cell", { name: names.get(indicator) ?? "", field: fieldText(field, words) });
}

/** The last version that something was done after; the beginning where there is none. */
function lastOther({ entries, first }: JournalPage, versions: readonly NamedVersion[]): Seq | null {
  const lastEdit = entries.find((entry) => "changes" in entry)?.seq ?? 0;
  return versions.findLast(({ of }) => of < lastEdit)?.of ?? first;
}

function newestView(page: JournalPage, versions: readonly NamedVersion[], locale: string): View {
  const [day] = timelineDays(page.entries, versions, (at) => formatDay(at, locale));
  const item = day?.items.find(({ kind }) => kind !== "version") ?? day?.items[0];
  const last: Seq = page.first ?? 0;
  return item === undefined ? { kind: "entries", newest: last, oldest: last } : viewOf(item);
}

function ToldNotice({ told, onDismiss }: { readonly told: Told; readonly onDismiss: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <Notice
      tone={told.tone}
      title={told.title}
      {...(told.detail === undefined ? {} : { detail: told.detail })}
      dismiss={{ label: t("dismiss"), onDismiss }}
    />
  );
}
