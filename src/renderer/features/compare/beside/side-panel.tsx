import { useTranslation } from "react-i18next";
import type { TakeOver } from "#core/compare/beside/take-over.ts";
import { useAttaching } from "../../../data/sources/use-sources.ts";
import type { PlanEdits } from "../../../data/use-plan-edits.ts";
import { DropZone } from "../../../ui/drop-zone.tsx";
import { Panel, PanelSection } from "../../../ui/panel.tsx";
import { Tabs, tabId } from "../../../ui/tabs.tsx";
import { changeBesideView, type PanelTab } from "./beside-session.ts";
import { OwnPanel } from "./own-panel.tsx";
import { PairPanel } from "./pair-panel.tsx";
import { OWN } from "./side-columns.ts";
import { SideKeys } from "./side-keys.tsx";
import { UnmatchedList } from "./unmatched-list.tsx";
import type { SideLayout } from "./use-side-layout.ts";
import type { SideStudy } from "./use-side-study.ts";

interface SidePanelProps {
  readonly study: SideStudy;
  readonly layout: SideLayout;
  readonly edits: PlanEdits;
  readonly tab: PanelTab;
  readonly onTakeOver: (what: TakeOver) => void;
}

const PANEL_BODY = "side-panel-body";

/** What the active cell compares and where both sides stand, or what of the other plans stands beside nothing. */
export function SidePanel(props: SidePanelProps) {
  const { study, layout, tab } = props;
  const { t } = useTranslation("beside");
  const attaching = useAttaching();
  const unmatched = study.table.unmatched.reduce((sum, rows) => sum + rows.length, 0);
  const draft = study.table.draft.id;
  return (
    <DropZone onFiles={(files) => void attaching.take(files)}>
      <Panel
        label={t("panel.label")}
        title={
          <Tabs
            label={t("panel.label")}
            panel={PANEL_BODY}
            tabs={[
              { value: "cell", label: t("panel.cell") },
              { value: "unmatched", label: t("panel.unmatched", { count: unmatched }) },
            ]}
            value={tab}
            onChange={(chosen) => changeBesideView(draft, { tab: chosen })}
          />
        }
      >
        <div id={PANEL_BODY} role="tabpanel" aria-labelledby={tabId(PANEL_BODY, tab)}>
          {tab === "cell" ? (
            <CellSections {...props} />
          ) : (
            <UnmatchedList study={study} row={layout.row} edits={props.edits} />
          )}
        </div>
      </Panel>
    </DropZone>
  );
}

function CellSections({ study, layout, edits, onTakeOver }: SidePanelProps) {
  const { t } = useTranslation("beside");
  const { row, column } = layout;
  if (row === null || column === null) {
    return (
      <PanelSection>
        <p className="muted">{t("panel.nothing")}</p>
      </PanelSection>
    );
  }
  const other = column.side === OWN ? undefined : study.table.others[column.side];
  return (
    <>
      {other === undefined ? (
        <OwnPanel study={study} row={row} />
      ) : (
        <PairPanel
          key={`${row.indicator.id} ${other.id}`}
          study={study}
          row={row}
          other={other}
          pair={row.pairs[column.side] ?? null}
          edits={edits}
          onTakeOver={onTakeOver}
        />
      )}
      <SideKeys />
    </>
  );
}
