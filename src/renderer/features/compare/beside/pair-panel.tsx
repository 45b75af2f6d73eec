import { useTranslation } from "react-i18next";
import type { SidePair, SideRow } from "#core/compare/beside/side-by-side.ts";
import type { TakeOver } from "#core/compare/beside/take-over.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { PlanEdits } from "../../../data/use-plan-edits.ts";
import { Button } from "../../../ui/button.tsx";
import { PanelSection } from "../../../ui/panel.tsx";
import { changeBesideView } from "./beside-session.ts";
import { ConceptLink } from "./concept-link.tsx";
import { GrowthBars } from "./growth-bars.tsx";
import { PromiseCard } from "./promise-card.tsx";
import { PromiseEvidence } from "./promise-evidence.tsx";
import { TakeOverSection } from "./take-over-section.tsx";
import type { SideStudy } from "./use-side-study.ts";
import { Verdict } from "./verdict.tsx";

interface PairPanelProps {
  readonly study: SideStudy;
  readonly row: SideRow;
  /** The plan whose column the active cell is in. */
  readonly other: Plan;
  /** What it has beside the row; `null` for nothing. */
  readonly pair: SidePair | null;
  readonly edits: PlanEdits;
  readonly onTakeOver: (what: TakeOver) => void;
}

/** Both sides of a comparison, what comes of it or why nothing, and what can be done. */
export function PairPanel({ study, row, other, pair, edits, onTakeOver }: PairPanelProps) {
  const { t } = useTranslation("beside");
  const { draft } = study.table;
  const title = t("pair.heading", { name: row.indicator.name, plan: study.planName(other.id) });
  if (pair === null) {
    return (
      <>
        <PanelSection title={title}>
          <p className="muted">{t("pair.nothing", { plan: study.planName(other.id) })}</p>
          <div className="actions">
            <Button icon="link" onClick={() => changeBesideView(draft.id, { tab: "unmatched" })}>
              {t("match.choose")}
            </Button>
          </div>
        </PanelSection>
        <GrowthBars study={study} row={row} />
      </>
    );
  }
  return (
    <>
      <PanelSection title={title}>
        <div className="promise-pair">
          {row.mine === null ? (
            <div className="promise-card muted">{t("panel.notListed")}</div>
          ) : (
            <PromiseCard title={t("role.draft")} promise={row.mine} />
          )}
          <PromiseCard title={study.placeName(other.id)} promise={pair.theirs} />
        </div>
        <p className="small muted">{t(`matchedBy.${pair.by}`, { name: pair.theirs.indicator.name })}</p>
        {pair.by === "hand" ? (
          <Button
            variant="quiet"
            icon="close"
            onClick={() =>
              edits.run({
                type: "matchIndicator",
                indicator: row.indicator.id,
                plan: other.id,
                with: null,
              })
            }
          >
            {t("match.undo")}
          </Button>
        ) : null}
      </PanelSection>
      <Verdict study={study} row={row} pair={pair} />
      <TakeOverSection study={study} row={row} pair={pair} onTakeOver={onTakeOver} />
      <GrowthBars study={study} row={row} />
      <PromiseEvidence
        title={t("evidence.theirs", { plan: study.planName(other.id) })}
        promise={pair.theirs}
      />
      {row.mine === null ? null : <PromiseEvidence title={t("evidence.mine")} promise={row.mine} />}
      <PanelSection>
        <ConceptLink concept={row.indicator.concept} />
      </PanelSection>
    </>
  );
}
