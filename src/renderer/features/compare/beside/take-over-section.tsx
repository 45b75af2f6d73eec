import { useTranslation } from "react-i18next";
import type { SidePair, SideRow } from "#core/compare/beside/side-by-side.ts";
import type { TakeOver } from "#core/compare/beside/take-over.ts";
import { Button } from "../../../ui/button.tsx";
import { PanelSection } from "../../../ui/panel.tsx";
import { planTakeOver } from "./take-over-command.ts";
import type { SideStudy } from "./use-side-study.ts";

interface TakeOverSectionProps {
  readonly study: SideStudy;
  readonly row: SideRow;
  readonly pair: SidePair;
  readonly onTakeOver: (what: TakeOver) => void;
}

/** Takes over the other plan's value or rule, and says before what will be written. */
export function TakeOverSection({ study, row, pair, onTakeOver }: TakeOverSectionProps) {
  const { t } = useTranslation("beside");
  const { draft } = study.table;
  if (draft.origin === "bundled") {
    return (
      <PanelSection title={t("takeOver.title")}>
        <p className="small muted">{t("takeOver.gap.read-only")}</p>
      </PanelSection>
    );
  }
  return (
    <PanelSection title={t("takeOver.title")}>
      {(["value", "rule"] as const).map((what) => {
        const plan = planTakeOver(what, draft, row, pair);
        return (
          <div key={what} className="take-over">
            <Button
              icon="import"
              disabledReason={plan.ok ? undefined : t(`takeOver.gap.${plan.error.kind}`)}
              onClick={() => onTakeOver(what)}
            >
              {t(`takeOver.${what}`)}
            </Button>
            <p className="small muted">
              {plan.ok
                ? t(plan.value.adds === null ? "takeOver.writes" : "takeOver.adds", {
                    year: plan.value.year,
                    text: plan.value.text,
                    name: plan.value.adds ?? "",
                  })
                : t(`takeOver.gap.${plan.error.kind}`)}
            </p>
          </div>
        );
      })}
    </PanelSection>
  );
}
