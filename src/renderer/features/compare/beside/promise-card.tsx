import { useTranslation } from "react-i18next";
import { rejectedTarget, targetCell } from "#core/compare/beside/own-cells.ts";
import type { PlanPromise } from "#core/compare/beside/promise.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { formatQuantity } from "#core/indicator/quantity.ts";
import { useConceptName } from "../use-concept-name.ts";
import { printGrowth } from "../printed-cell.ts";

interface PromiseCardProps {
  readonly title: string;
  readonly promise: PlanPromise;
}

/** One side of a comparison: whose target, by when, of what caliber, from where and how fast. */
export function PromiseCard({ title, promise }: PromiseCardProps) {
  const { t } = useTranslation("beside");
  const nameOf = useConceptName();
  const { t: compare } = useTranslation("compare");
  const { target, base, concept, indicator, growth } = promise;
  const wrong = rejectedTarget(promise);
  const year = wrong === null && target !== null ? target.year : targetCell(promise).year;
  const caliber = concept === null ? t("pair.noConcept") : (concept.differs ?? nameOf(concept));
  return (
    <div className="promise-card">
      <span className="muted">{t("pair.title", { title, year })}</span>
      <b>{wrong?.text ?? (target === null ? t("pair.noTarget") : formatTarget(target.target))}</b>
      <span title={indicator.name}>{caliber}</span>
      <span className="muted">
        {base === null
          ? t("pair.noBase")
          : t(base.provisional ? "pair.standIn" : "pair.base", {
              year: base.year,
              value: formatQuantity(base.quantity),
            })}
      </span>
      <span className="muted">{t("pair.growth", { growth: printGrowth(growth, compare) })}</span>
    </div>
  );
}
