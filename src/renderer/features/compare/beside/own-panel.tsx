import { useTranslation } from "react-i18next";
import { readRejected } from "#core/command/read-cell.ts";
import { rejectedTarget } from "#core/compare/beside/own-cells.ts";
import type { SideRow } from "#core/compare/beside/side-by-side.ts";
import { directionOf } from "../../../data/catalogue.ts";
import { rejectReason } from "../../../i18n/reject-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { PanelSection } from "../../../ui/panel.tsx";
import { ConceptLink } from "./concept-link.tsx";
import { GrowthBars } from "./growth-bars.tsx";
import { PromiseCard } from "./promise-card.tsx";
import { PromiseEvidence } from "./promise-evidence.tsx";
import type { SideStudy } from "./use-side-study.ts";

interface OwnPanelProps {
  readonly study: SideStudy;
  readonly row: SideRow;
}

/** What the draft itself says of an indicator, and the growth that all plans ask for. */
export function OwnPanel({ study, row }: OwnPanelProps) {
  const { t } = useTranslation(["beside", "grid"]);
  const { t: grid } = useTranslation("grid");
  const { mine, indicator } = row;
  const wrong = mine === null ? null : rejectedTarget(mine);
  return (
    <>
      <PanelSection title={indicator.name}>
        {mine === null ? (
          <p className="muted">{t("beside:panel.notListed")}</p>
        ) : (
          <PromiseCard title={t("beside:role.draft")} promise={mine} />
        )}
        {wrong === null ? null : (
          <p className="side-reason is-error">
            <Icon name="error" size={14} />
            <span>
              {grid("reject.title", {
                text: wrong.text,
                reason: rejectReason(readRejected(indicator, wrong, directionOf(indicator.concept)), grid),
              })}
            </span>
          </p>
        )}
        <ConceptLink concept={indicator.concept} />
      </PanelSection>
      <GrowthBars study={study} row={row} />
      {mine === null ? null : <PromiseEvidence title={t("beside:evidence.mine")} promise={mine} />}
    </>
  );
}
