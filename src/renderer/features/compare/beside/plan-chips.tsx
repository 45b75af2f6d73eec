import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { Button } from "../../../ui/button.tsx";
import type { MenuEntry } from "../../../ui/menu.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { changeBesideView, MOST_BESIDE } from "./beside-session.ts";
import type { SideStudy } from "./use-side-study.ts";

/** The plans beside the draft, each with the way to take it away, and the way to add others. */
export function PlanChips({ study }: { readonly study: SideStudy }) {
  const { t } = useTranslation("beside");
  const { draft, others } = study.table;
  const beside = others.map(({ id }) => id);
  const choose = (chosen: readonly PlanId[]) =>
    changeBesideView(draft.id, { chosen, filter: "all", kept: null });
  return (
    <ul className="plan-chips" aria-label={t("plans.label")}>
      {others.map((plan) => (
        <li key={plan.id} className="plan-chip" title={plan.title}>
          <span>{chipText(study, plan, t)}</span>
          <Button
            variant="quiet"
            icon="close"
            aria-label={t("plans.remove", { plan: study.planName(plan.id) })}
            onClick={() => choose(beside.filter((id) => id !== plan.id))}
          />
        </li>
      ))}
      <li>
        <AddPlan study={study} onAdd={(id) => choose([...beside, id])} />
      </li>
    </ul>
  );
}

function chipText(study: SideStudy, plan: Plan, t: ReturnType<typeof useTranslation<"beside">>["t"]): string {
  return t("plans.chip", { role: t(`role.${study.roleOf(plan)}`), plan: study.planName(plan.id) });
}

interface AddPlanProps {
  readonly study: SideStudy;
  readonly onAdd: (plan: PlanId) => void;
}

function AddPlan({ study, onAdd }: AddPlanProps) {
  const { t } = useTranslation("beside");
  const beside = new Set(study.table.others.map(({ id }) => id));
  const full = beside.size >= MOST_BESIDE ? t("plans.full", { most: MOST_BESIDE }) : undefined;
  const entries = study.candidates
    .filter(({ plan }) => !beside.has(plan.id))
    .map(
      ({ plan }): MenuEntry => ({
        kind: "item",
        id: plan.id,
        label: chipText(study, plan, t),
        disabledReason: full,
        run: () => onAdd(plan.id),
      }),
    );
  if (entries.length === 0) return null;
  return (
    <MenuButton label={t("plans.add")} icon="plus" entries={entries}>
      {t("plans.add")}
    </MenuButton>
  );
}
