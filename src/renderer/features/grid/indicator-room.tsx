import "./grid.css";
import "./arranging.css";
import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { usePlan } from "../../data/use-workbench.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Room } from "../../ui/room.tsx";
import { PlanGrid } from "./plan-grid.tsx";
import { useShownPlan } from "../../data/use-shown-plan.ts";

/** The indicator table of one plan, with its outline and the evidence behind each cell. */
export function IndicatorRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("grid");
  const shown = useShownPlan(planId);
  const { plan } = shown;
  const predecessor = useOtherPlan(plan?.predecessor ?? null, planId);
  const superior = useOtherPlan(plan?.superior ?? null, planId);
  if (plan === undefined || predecessor === undefined) return <Room title={t("title")}>{null}</Room>;
  if (plan === null) {
    return (
      <Room title={t("title")}>
        <EmptyState text={t("missing")} />
      </Room>
    );
  }
  return <PlanGrid plan={plan} predecessor={predecessor} superior={superior ?? null} execution={shown} />;
}

/** A plan that this one is linked to: `undefined` while loading, `null` without a link or when it is gone. */
function useOtherPlan(id: PlanId | null, self: PlanId): Plan | null | undefined {
  const read = usePlan(id ?? self);
  return id === null ? null : read;
}
