import { useTranslation } from "react-i18next";
import { plansOf } from "#core/compare/concept-table.ts";
import type { Concept } from "#core/plan/concept.ts";
import { useConcepts } from "../../data/use-workbench.ts";
import { Icon } from "../../ui/icon.tsx";
import type { ConceptStudy } from "./concept-study.ts";
import { remarkText } from "./remark-text.ts";

/** What is compared: name, unit, caliber and formula, and what to know before comparing. */
export function ConceptHead({ study }: { readonly study: ConceptStudy }) {
  const { t } = useTranslation("compare");
  const { concept, unit } = study.table;
  const formula = useFormula(concept, study.conceptName);
  return (
    <header className="concept-head">
      <div className="concept-title">
        <h2>{study.conceptName(concept)}</h2>
        <span className="muted">{t("head.unit", { unit })}</span>
        <span className="muted">{t(`head.${concept.measure}`)}</span>
        {formula === null ? null : <span className="muted">{t("head.formula", { formula })}</span>}
      </div>
      <p>
        <b>{t("head.caliber")}</b>
        {concept.caliber}
      </p>
      <Remarks study={study} />
    </header>
  );
}

function useFormula({ formula }: Concept, nameOf: ConceptStudy["conceptName"]): string | null {
  const { t } = useTranslation("compare");
  const concepts = useConcepts();
  if (formula === null) return null;
  const numerator = concepts.get(formula.numerator);
  const denominator = concepts.get(formula.denominator);
  if (numerator === undefined || denominator === undefined) return null;
  return t("head.ratio", { numerator: nameOf(numerator), denominator: nameOf(denominator) });
}

function Remarks({ study }: { readonly study: ConceptStudy }) {
  const { t } = useTranslation("compare");
  const { table, planTitle } = study;
  const plans = plansOf(table.rows);
  const [only] = plans;
  const alone =
    plans.length === 1 && only !== undefined ? t("head.onlyOne", { plan: planTitle(only) }) : null;
  const remarks = table.remarks.map((remark) => remarkText(remark, study, t));
  if (alone !== null) remarks.push({ tone: "note", icon: "note", text: alone });
  if (remarks.length === 0) return null;
  return (
    <ul className="concept-remarks" aria-label={t("remarks.label")}>
      {remarks.map(({ tone, icon, text }) => (
        <li key={text} className={tone}>
          <Icon name={icon} size={14} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
