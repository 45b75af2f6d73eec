import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { changeReport } from "#core/report/change-report.ts";
import type { Report } from "#core/report/report.ts";
import { useTextContext } from "../../data/use-text-context.ts";
import type { PaneProps } from "./changes-pane.tsx";
import { pointText } from "./point-text.ts";
import { scenarioDifferenceText } from "./scenario-difference-text.ts";
import { useDifferenceNames } from "./use-difference-names.ts";
import type { Span } from "./view.ts";

const DOCUMENTS = "zh-CN";

/** Reports what differs between two states of a plan, in Chinese whatever the language of the interface is. */
export function useChangeReport({
  span,
  page,
  versions,
  plan,
}: Pick<PaneProps, "page" | "versions" | "plan"> & { readonly span: Span }): (
  from: Plan,
  to: Plan,
) => Report {
  const { i18n } = useTranslation();
  const names = useDifferenceNames(DOCUMENTS);
  const text = useTextContext(plan);
  return (from, to) => {
    const words = i18n.getFixedT(DOCUMENTS, ["history", "grid"] as const);
    const told = i18n.getFixedT(DOCUMENTS, "assumption");
    const named = (point: Span["from"]) => pointText(point, { page, versions, locale: DOCUMENTS }, words);
    return changeReport(from, to, {
      names: { ...names, states: { before: named(span.from), after: named(span.to) } },
      text,
      scenarioLines: (difference) => scenarioDifferenceText(difference, words, told),
    });
  };
}
