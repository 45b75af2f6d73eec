import { useTranslation } from "react-i18next";
import type { CarriedRow } from "#core/command/command.ts";
import { carriedRow } from "#core/drafting/carried-row.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { directionOf } from "../../../data/catalogue.ts";
import { Button } from "../../../ui/button.tsx";

interface DroppedListProps {
  readonly plan: Plan;
  readonly predecessor: Plan | null;
  readonly onTakeUp: (dropped: IndicatorId, row: CarriedRow) => void;
}

/** 未列入: indicators of the predecessor that the draft leaves out, why, and the way back for each. */
export function DroppedList({ plan, predecessor, onTakeUp }: DroppedListProps) {
  const { t } = useTranslation("grid");
  const known = new Set(predecessor?.indicators.map(({ id }) => id));
  const takeUp = (dropped: IndicatorId) => {
    const row = predecessor === null ? null : carriedRow(plan, predecessor, dropped, directionOf);
    if (row !== null) onTakeUp(dropped, row);
  };
  return (
    <section className="dropped-list" aria-label={t("side.dropped.list", { count: plan.dropped.length })}>
      <p className="small muted">{t("side.dropped.list", { count: plan.dropped.length })}</p>
      <ul>
        {plan.dropped.map(({ indicator, name, reason }) => (
          <li key={indicator}>
            <span className="name">{name}</span>
            <Button
              aria-label={t("side.dropped.takeUpOf", { name })}
              disabledReason={known.has(indicator) ? undefined : t("side.dropped.gone")}
              onClick={() => takeUp(indicator)}
            >
              {t("side.dropped.takeUp")}
            </Button>
            <span className="aside">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
