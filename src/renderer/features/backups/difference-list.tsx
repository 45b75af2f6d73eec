import { useTranslation } from "react-i18next";
import type { IndicatorDifference, PlanComparison } from "#core/history/compare-plans.ts";
import { SECTION_TITLES } from "#core/report/sections.ts";
import { contentText, fieldText } from "../../i18n/history-text.ts";

/** How many changed indicators are listed one by one. */
const LISTED = 100;

/** What would change in a plan: each indicator with what it shows now and what it would show. */
export function DifferenceList({ comparison }: { readonly comparison: PlanComparison }) {
  const { t } = useTranslation("safety");
  const { title, indicators, scenarios, texts } = comparison;
  const count = indicators.length + scenarios.length + texts.length + (title === null ? 0 : 1);
  const more = indicators.length - LISTED;
  return (
    <details className="differences">
      <summary>{t("takeIn.differences", { count })}</summary>
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
        {scenarios.length === 0 ? null : <li>{t("differ.scenarios", { count: scenarios.length })}</li>}
        {texts.map(({ section }, at) => (
          <li key={at}>{t("differ.text", { name: SECTION_TITLES[section] })}</li>
        ))}
        {more > 0 ? <li>{t("differ.more", { count: more })}</li> : null}
      </ul>
    </details>
  );
}

function DifferenceLine({ difference }: { readonly difference: IndicatorDifference }) {
  const { t } = useTranslation("safety");
  const { t: words } = useTranslation(["history", "grid"]);
  if (difference.kind !== "cell") return <span>{t(`differ.${difference.kind}`)}</span>;
  const { field, before, after } = difference;
  const [name, from, to] = [
    fieldText(field, words),
    contentText(before, field, words),
    contentText(after, field, words),
  ];
  return <span>{t("differ.cell", { name, before: from, after: to })}</span>;
}
