import { useTranslation } from "react-i18next";
import type { IndicatorDifference, PlanComparison, ShownContent } from "#core/history/compare-plans.ts";

/** How many changed indicators are listed one by one. */
const LISTED = 100;

/** What would change in a plan: each indicator with what it shows now and what it would show. */
export function DifferenceList({ comparison }: { readonly comparison: PlanComparison }) {
  const { t } = useTranslation("safety");
  const { title, indicators } = comparison;
  const more = indicators.length - LISTED;
  return (
    <details className="differences">
      <summary>{t("takeIn.differences", { count: indicators.length + (title === null ? 0 : 1) })}</summary>
      <ul>
        {title === null ? null : <li>{t("differ.title", title)}</li>}
        {indicators.slice(0, LISTED).map(({ id, name, differences }) => (
          <li key={id}>
            <b>{name}</b>
            {differences.map((difference, at) => (
              <DifferenceLine key={at} difference={difference} />
            ))}
          </li>
        ))}
        {more > 0 ? <li>{t("differ.more", { count: more })}</li> : null}
      </ul>
    </details>
  );
}

function DifferenceLine({ difference }: { readonly difference: IndicatorDifference }) {
  const { t } = useTranslation("safety");
  switch (difference.kind) {
    case "cell": {
      const { field, before, after } = difference;
      const name =
        "year" in field
          ? t(`differ.field.${field.kind}`, { year: field.year })
          : t(`differ.field.${field.kind}`);
      const show = (content: ShownContent | null) =>
        content === null
          ? t("differ.empty")
          : `${content.text}${content.unit === "" ? "" : ` ${content.unit}`}`;
      return <span>{t("differ.cell", { name, before: show(before), after: show(after) })}</span>;
    }
    default:
      return <span>{t(`differ.${difference.kind}`)}</span>;
  }
}
