import "./side-pane.css";
import { memo, type RefObject, useEffect, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CarriedRow } from "#core/command/command.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { tabId, Tabs } from "../../../ui/tabs.tsx";
import type { DisagreementIndex } from "../disagreement-index.ts";
import { foldSide, openSide, type Picked, SIDE_TABS, type SideTab, usePanes } from "../grid-session.ts";
import { outlineTree } from "../outline-tree.ts";
import { useStable } from "../../../ui/use-stable.ts";
import { targetWords } from "../../../evidence/worded-statement.ts";
import { ClauseList } from "./clause-list.tsx";
import { DroppedList } from "./dropped-list.tsx";
import { indicatorNames, type PlanText } from "./plan-text.ts";
import { StatementList } from "./statement-list.tsx";
import { TaskTree } from "./task-tree.tsx";
import { Tree } from "./tree.tsx";

interface SidePaneProps {
  readonly plan: Plan;
  readonly disagreements: DisagreementIndex;
  readonly picked: Picked | null;
  /** The indicator of the active row. */
  readonly indicator: string | null;
  readonly predecessor: Plan | null;
  readonly onPick: (picked: Picked) => void;
  /** Takes up an indicator that was left out. */
  readonly onTakeUp: (dropped: IndicatorId, row: CarriedRow) => void;
  /** Moves the focus to the active cell. */
  readonly onEnterGrid: () => void;
}

/** What the plan holds beside its table, at the left of the grid; folded it is a strip that opens again. */
export function SidePane(props: SidePaneProps) {
  const { t } = useTranslation("grid");
  const text = usePlanText(props.plan);
  const { side, tab } = usePanes();
  const id = useId();
  const root = useRef<HTMLElement>(null);
  useFocusOnFold(root, side);
  const tabs = tabsOf(props.plan);
  const first = props.plan.outline.length > 0 ? "outline" : "statements";
  const shown = tab !== null && tabs.includes(tab) ? tab : first;
  if (!side) return <Strip ref={root} tabs={tabs} />;
  return (
    <section ref={root} className="side-pane" aria-label={t("side.title")} data-region tabIndex={-1}>
      <header>
        <Tabs
          label={t("side.title")}
          tabs={tabs.map((value) => ({ value, label: t(`side.tabs.${value}`) }))}
          value={shown}
          onChange={openSide}
          panel={id}
        />
        <Button variant="quiet" aria-label={t("side.fold")} title={t("side.fold")} onClick={foldSide}>
          <span className="turned">
            <Icon name="right" size={14} />
          </span>
        </Button>
      </header>
      <div className="side-contents" role="tabpanel" id={id} aria-labelledby={tabId(id, shown)}>
        <Contents {...props} text={text} tab={shown} />
      </div>
    </section>
  );
}

/** The tabs that a plan has something for; only a draft can have left indicators out. */
function tabsOf({ dropped }: Plan): readonly SideTab[] {
  return dropped.length > 0 ? SIDE_TABS : SIDE_TABS.filter((tab) => tab !== "dropped");
}

interface StripProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly tabs: readonly SideTab[];
}

/** Keeps the focus here when what had it goes away by folding or opening. */
function useFocusOnFold(root: RefObject<HTMLElement | null>, open: boolean): void {
  const before = useRef(open);
  useEffect(() => {
    if (before.current === open) return;
    before.current = open;
    if (document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>(open ? '[role="tab"][aria-selected="true"]' : "button")?.focus();
  }, [root, open]);
}

function Strip({ ref, tabs }: StripProps) {
  const { t } = useTranslation("grid");
  return (
    <nav ref={ref} className="side-strip" aria-label={t("side.title")}>
      {tabs.map((tab) => {
        const label = t("side.open", { tab: t(`side.tabs.${tab}`) });
        return (
          <button key={tab} type="button" title={label} aria-label={label} onClick={() => openSide(tab)}>
            {t(`side.tabs.${tab}`)}
          </button>
        );
      })}
    </nav>
  );
}

/** What a plan took from its text; typing in the grid leaves it as it is. */
function usePlanText(plan: Plan): PlanText {
  const { origin, outline, statements, tasks, clauses } = plan;
  const names = indicatorNames(plan);
  // A target that is typed has no statement behind it, so that these words are mostly the same.
  const words = useStable(targetWords(plan), sameEntries);
  return useMemo(
    () => ({ origin, outline, statements, tasks, clauses, names, words }),
    [origin, outline, statements, tasks, clauses, names, words],
  );
}

function sameEntries(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

interface ContentsProps extends SidePaneProps {
  readonly text: PlanText;
  readonly tab: SideTab;
}

function Contents({ tab, text, ...props }: ContentsProps) {
  const { picked, onPick, onEnterGrid } = props;
  switch (tab) {
    case "outline":
      return <Outline plan={text} />;
    case "statements":
      return <StatementList {...props} />;
    case "tasks":
      return <TaskTree plan={text} picked={picked} onPick={onPick} onEnterGrid={onEnterGrid} />;
    case "clauses":
      return <ClauseList plan={text} picked={picked} onPick={onPick} />;
    case "dropped":
      return <DroppedList plan={props.plan} predecessor={props.predecessor} onTakeUp={props.onTakeUp} />;
  }
}

const Outline = memo(function Outline({ plan }: { readonly plan: PlanText }) {
  const { t } = useTranslation("grid");
  if (plan.outline.length === 0) return <EmptyState text={t("side.outline.empty")} />;
  return (
    <Tree
      label={t("side.outline.tree")}
      roots={outlineTree(plan.outline)}
      tip={({ entry }) => `${entry.heading}（${t("panel.line", { line: entry.line })}）`}
      render={({ entry }) => <span className="heading">{entry.heading}</span>}
    />
  );
});
