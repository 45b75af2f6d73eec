import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { comparePlans } from "#core/history/compare-plans.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { JournalPage } from "../../data/history/history-store.ts";
import { useTwoStates } from "../../data/history/use-history.ts";
import { Segment } from "../../ui/segment.tsx";
import { ChangeList } from "./change-list.tsx";
import { ChangesHead } from "./changes-head.tsx";
import { type DifferenceGroup, differenceGroups, type DifferenceKind, ofKind } from "./difference-text.ts";
import type { Told } from "./plan-past.tsx";
import { PaneActions } from "./pane-actions.tsx";
import { useDifferenceNames } from "./use-difference-names.ts";
import type { VersionDeed } from "./version-dialog.tsx";
import { entriesOfView, spanOf, type View } from "./view.ts";

/** What the panes at the right of the room share. */
export interface PaneProps {
  readonly plan: Plan;
  readonly page: JournalPage;
  readonly versions: readonly NamedVersion[];
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onNaming: (deed: VersionDeed) => void;
  readonly onTold: (told: Told) => void;
}

const FILTERS = ["all", "values", "targets", "rows", "duties", "others"] as const;

/** What differs between the two states that the view is about: net changes, indicator by indicator, with what can be done with them. */
export function ChangesPane(props: PaneProps) {
  const { plan, page, versions, view } = props;
  const { t } = useTranslation(["history", "grid"]);
  const { t: told } = useTranslation("assumption");
  const span = spanOf(view, versions, page.first);
  const states = useTwoStates(plan.id, span.from, span.to);
  const names = useDifferenceNames();
  const [filter, setFilter] = useState<DifferenceKind | "all">("all");
  const groups = useMemo(
    () =>
      states === undefined
        ? null
        : differenceGroups(comparePlans(states.from, states.to), states.to.title, names, t, told),
    [states, names, t, told],
  );
  const known = useMemo(() => new Set(plan.indicators.map(({ id }) => id)), [plan.indicators]);
  const shown = groups === null ? [] : ofKind(groups, filter);
  return (
    <section className="changes" aria-label={t("history:compare.label")} data-region tabIndex={-1}>
      <div className="changes-top">
        <ChangesHead {...props} span={span} />
        <PaneActions {...props} span={span} groups={shown} states={states} />
      </div>
      <div className="changes-bar">
        <Segment
          label={t("history:compare.filter")}
          value={filter}
          options={FILTERS.map((value) => ({
            value,
            label: t(`history:compare.filters.${value}`),
            count: countOf(ofKind(groups ?? [], value)),
          }))}
          onChange={setFilter}
        />
      </div>
      <div className="changes-body" tabIndex={0} aria-busy={groups === null}>
        {groups === null ? null : shown.length === 0 ? (
          <p className="muted nothing">{emptyText(props, groups, t)}</p>
        ) : (
          <ChangeList plan={plan.id} groups={shown} known={known} />
        )}
      </div>
    </section>
  );
}

function countOf(groups: readonly DifferenceGroup[]): number {
  return groups.reduce((sum, { lines }) => sum + lines.length, 0);
}

function emptyText(
  { view, page, plan }: PaneProps,
  groups: readonly DifferenceGroup[],
  t: ReturnType<typeof useTranslation<readonly ["history", "grid"]>>["t"],
): string {
  if (groups.length > 0) return t("history:empty.filtered");
  const [entry] = entriesOfView(view, page.entries);
  if (entry?.kind === "create") return t("history:empty.created", { count: plan.indicators.length });
  return t(view.kind === "compare" ? "history:empty.same" : "history:empty.nothing");
}
