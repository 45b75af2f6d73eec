import type { useTranslation } from "react-i18next";
import { showContent } from "#core/history/compare-plans.ts";
import type { Plan } from "#core/plan/plan.ts";
import { SECTION_TITLES } from "#core/report/sections.ts";
import type { ForkConflict, ForkedPlan } from "../data/recovery/fork/fork-question.ts";
import { contentText, fieldText } from "../i18n/history-text.ts";

type Words = ReturnType<typeof useTranslation<"safety">>["t"];
type CellWords = Parameters<typeof fieldText>[1];

/** What a choice is about, and how both sides have it, in the planner's words. */
export interface ForkLine {
  readonly about: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Says what is to be chosen in a plan. */
export function forkLine(t: Words, cells: CellWords, plan: ForkedPlan, conflict: ForkConflict): ForkLine {
  const kept = { ours: t("fork.oursKept"), theirs: t("fork.theirsKept") };
  const rowName = (id: string) => nameIn(plan.ours, id) ?? nameIn(plan.theirs, id) ?? id;
  const inRow = (id: string, part: string) => t("fork.inRow", { name: rowName(id), part });
  switch (conflict.kind) {
    case "cell": {
      const { indicator, field, ours, theirs } = conflict;
      return {
        about: inRow(indicator, fieldText(field, cells)),
        ours: contentText(showContent(ours, unitIn(plan.ours, indicator)), field, cells),
        theirs: contentText(showContent(theirs, unitIn(plan.theirs, indicator)), field, cells),
      };
    }
    case "measure": {
      const { indicator } = conflict;
      const of = (side: Plan | null) => t("fork.measured", { unit: unitIn(side, indicator) });
      return { about: inRow(indicator, t("fork.measure")), ours: of(plan.ours), theirs: of(plan.theirs) };
    }
    case "row": {
      const { indicator, goneIn } = conflict;
      return { about: rowName(indicator), ...presence(t, goneIn) };
    }
    case "plan":
      return { about: t("fork.wholePlan"), ...presence(t, conflict.goneIn) };
    case "remark": {
      const { indicator, field, ours, theirs } = conflict;
      const part = t("fork.remarkOn", { field: fieldText(field, cells) });
      const text = (remark: typeof ours) =>
        [remark?.note, remark?.source].filter(Boolean).join("；") || t("fork.empty");
      return { about: inRow(indicator, part), ours: text(ours), theirs: text(theirs) };
    }
    case "concept":
    case "base":
    case "carriedFrom":
    case "match":
      return { about: inRow(conflict.indicator, t(`fork.part.${conflict.kind}`)), ...kept };
    case "order":
      return { about: t("fork.order"), ...kept };
    case "section":
      return { about: t("fork.section", { name: SECTION_TITLES[conflict.section] }), ...kept };
    case "fact":
      return conflict.fact === "title"
        ? {
            about: t("fork.title"),
            ours: plan.ours?.title ?? "",
            theirs: plan.theirs?.title ?? "",
          }
        : { about: t("fork.fact"), ...kept };
  }
}

function presence(t: Words, goneIn: "ours" | "theirs"): Pick<ForkLine, "ours" | "theirs"> {
  const of = (side: "ours" | "theirs") => (side === goneIn ? t("fork.removed") : t("fork.edited"));
  return { ours: of("ours"), theirs: of("theirs") };
}

const rowIn = (plan: Plan | null, id: string) => plan?.indicators.find((row) => row.id === id);
const nameIn = (plan: Plan | null, id: string) => rowIn(plan, id)?.name;
const unitIn = (plan: Plan | null, id: string) => rowIn(plan, id)?.unit ?? "";
