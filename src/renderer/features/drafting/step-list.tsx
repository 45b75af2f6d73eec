import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icon.tsx";
import { stepOf } from "./drafting-choices.ts";
import { STEPS, type Step } from "../../data/kept-drafting.ts";
import type { DraftingView } from "./use-drafting.ts";
import { countsOf } from "./drafting-counts.ts";

interface StepListProps {
  readonly view: DraftingView;
  readonly onGo: (step: Step) => void;
}

/** The five steps with what each has come to; any of them can be gone to at any time. */
export function StepList({ view, onGo }: StepListProps) {
  const { t } = useTranslation("drafting");
  const { step } = view.drafting;
  const wrong = new Set(view.chosen.obstacles.map(stepOf));
  return (
    <nav className="drafting-steps" aria-label={t("steps.label")} data-region tabIndex={-1}>
      <ol>
        {STEPS.map((each, at) => (
          <li key={each}>
            <button
              type="button"
              aria-current={each === step ? "step" : undefined}
              onClick={() => onGo(each)}
            >
              <span className="number" aria-hidden="true">
                {at + 1}
              </span>
              <span className="step-name">
                {t(`steps.${each}`)}
                {wrong.has(each) ? <Icon name="error" size={14} label={t("steps.wrong")} /> : null}
              </span>
              <span className="step-fact">
                <StepFact step={each} view={view} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepFact({ step, view }: { readonly step: Step; readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const { period, baseYear } = view.chosen.choices;
  const counts = countsOf(view);
  switch (step) {
    case "basics":
      return t("facts.period", { ...period });
    case "indicators":
      return counts.dropped === 0
        ? t("facts.indicators", { rows: counts.rows })
        : t("facts.indicatorsDropped", { rows: counts.rows, dropped: counts.dropped });
    case "bases":
      return counts.noBase === 0
        ? t("facts.bases", { year: baseYear })
        : t("facts.basesMissing", { year: baseYear, missing: counts.noBase });
    case "targets":
      return t("facts.targets", { targets: counts.targets, rows: counts.rows });
    case "review":
      return t("facts.review");
  }
}
