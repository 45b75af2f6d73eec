import { useTranslation } from "react-i18next";
import type { SideRow } from "#core/compare/beside/side-by-side.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { PlanEdits } from "../../../data/use-plan-edits.ts";
import { Button } from "../../../ui/button.tsx";
import { PanelSection } from "../../../ui/panel.tsx";
import type { SideStudy } from "./use-side-study.ts";

interface UnmatchedListProps {
  readonly study: SideStudy;
  /** The row that an indicator is matched to. */
  readonly row: SideRow | null;
  readonly edits: PlanEdits;
}

/** The indicators of the other plans that stand beside nothing, each to be matched with the active row by hand. */
export function UnmatchedList({ study, row, edits }: UnmatchedListProps) {
  const { t } = useTranslation("beside");
  const { others, unmatched } = study.table;
  const own = row?.mine ?? null;
  return (
    <>
      <PanelSection>
        <p className="small muted">
          {own === null ? t("match.hintNoRow") : t("match.hint", { name: own.indicator.name })}
        </p>
      </PanelSection>
      {others.map((plan, at) => (
        <PlanSection
          key={plan.id}
          plan={plan}
          name={study.planName(plan.id)}
          rows={unmatched[at] ?? []}
          own={own}
          edits={edits}
          readOnly={study.table.draft.origin === "bundled"}
        />
      ))}
    </>
  );
}

interface PlanSectionProps {
  readonly plan: Plan;
  readonly name: string;
  readonly rows: readonly number[];
  readonly own: SideRow["mine"];
  readonly edits: PlanEdits;
  readonly readOnly: boolean;
}

function PlanSection({ plan, name, rows, own, edits, readOnly }: PlanSectionProps) {
  const { t } = useTranslation("beside");
  const reason = readOnly ? t("refused.bundled") : own === null ? t("match.hintNoRow") : undefined;
  return (
    <PanelSection title={t("match.of", { plan: name, count: rows.length })}>
      {rows.length === 0 ? <p className="small muted">{t("match.none")}</p> : null}
      <ul className="unmatched">
        {rows.map((row) => {
          const indicator = plan.indicators[row];
          if (indicator === undefined) return null;
          const target = indicator.targets.at(-1);
          return (
            <li key={indicator.id}>
              <span>
                {indicator.name}
                <small>
                  {target === undefined
                    ? t("match.onlyObserved", { unit: indicator.unit })
                    : t("match.target", { year: target.year, target: formatTarget(target.target) })}
                </small>
              </span>
              <Button
                icon="link"
                aria-label={t("match.to", { theirs: indicator.name, mine: own?.indicator.name ?? "" })}
                disabledReason={reason}
                onClick={() => {
                  if (own === null) return;
                  edits.run({
                    type: "matchIndicator",
                    indicator: own.indicator.id,
                    plan: plan.id,
                    with: indicator.id,
                  });
                }}
              >
                {t("match.deed")}
              </Button>
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}
