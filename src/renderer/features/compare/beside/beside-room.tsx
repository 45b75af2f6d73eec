import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import type { ListedPlan } from "../../../data/use-plans.ts";
import { useShownPlan } from "../../../data/use-shown-plan.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { paths } from "../../../ui/paths.ts";
import { Room } from "../../../ui/room.tsx";
import { BesidePlans } from "./beside-view.tsx";

interface BesideRoomProps {
  /** The plan that is open; `null` for none. */
  readonly planId: PlanId | null;
  readonly plans: readonly ListedPlan[];
  /** The choice between the two views of the room. */
  readonly mode: ReactNode;
}

/** The open plan beside others, or the way to a plan. */
export function BesideRoom({ planId, plans, mode }: BesideRoomProps) {
  return planId === null ? <NoPlan mode={mode} /> : <OpenPlan planId={planId} plans={plans} mode={mode} />;
}

function NoPlan({ mode }: Pick<BesideRoomProps, "mode">) {
  const { t } = useTranslation(["beside", "compare"]);
  const [, go] = useLocation();
  return (
    <Room title={t("compare:title")} lead={mode}>
      <EmptyState
        text={t("beside:empty.noPlan")}
        actions={
          <Button variant="primary" onClick={() => go(paths.library)}>
            {t("beside:empty.choose")}
          </Button>
        }
      />
    </Room>
  );
}

function OpenPlan({ planId, plans, mode }: BesideRoomProps & { readonly planId: PlanId }) {
  const { t } = useTranslation("compare");
  const shown = useShownPlan(planId);
  const { plan } = shown;
  if (plan === undefined) return <Room title={t("title")}>{null}</Room>;
  if (plan === null) return <NoPlan mode={mode} />;
  return <BesidePlans draft={plan} plans={plans} execution={shown} mode={mode} />;
}
