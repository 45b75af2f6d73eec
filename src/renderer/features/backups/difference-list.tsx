import { useTranslation } from "react-i18next";
import type { IndicatorDifference, PlanComparison } from "#core/history/compare-plans.ts";
import { SECTION_TITLES } from "#core/report/sections.ts";
import { contentText, fieldText } from "../../i18n/history-text.ts";

/** How many changed indicators are listed one by one. */
const LISTED = 100;

interface DifferenceListProps {
  readonly comparison: PlanComparison;
  /** What the plan here is compared with, in a word. */
  readonly after: string;
  /** What is said where none of the parts that are listed differs. */
  readonly none: string;
  /** Whether the list is open at first. */
  readonly open: boolean;
}

/** What would change in a plan: each indicator with what it shows now and what it would show. */
export function DifferenceList({ comparison, after, none, open }: DifferenceListProps) {
  const { t } = useTranslation("safety");
  const { title, period, indicators, scenarios, texts } = comparison;
  const count = countDifferences(comparison);
  const more = indicators.length - LISTED;
  if (count === 0) return <p className="muted small">{none}</p>;
  return (
    <details className="differences" open={open}>
      <summary>{t("takeIn.differences", { count, after })}</summary>
      <ul>
        {title === null ? null : <li>{t("differ.title", title)}</li>}
        {period === null ? null : <li>{t("differ.period")}</li>}
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

function countDifferences({ title, period, indicators, scenarios, texts }: PlanComparison): number {
  const inIndicators = indicators.reduce((sum, { differences }) => sum + differences.length, 0);
  const facts = [title, period].filter((fact) => fact !== null).length;
  return inIndicators + scenarios.length + texts.length + facts;
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
