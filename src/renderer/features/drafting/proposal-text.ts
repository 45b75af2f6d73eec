import type { TFunction } from "i18next";
import { assertNever } from "#core/assert-never.ts";
import type { ProposalGround } from "#core/drafting/propose-target.ts";
import type { RuleGap, TargetRuleId } from "#core/drafting/rules/target-rule.ts";
import type { IndicatorGrowth } from "#core/path/indicator-growth.ts";
import type { YearlyStep } from "#core/path/yearly-step.ts";
import { growthPercent, growthPoints } from "../../ui/growth-figures.ts";

/** Translates the words of the wizard, and those of the grid for growth. */
export type DraftingWords = TFunction<["drafting", "grid"]>;

/** What a proposal rests on: 前期增速 29.7 %, 3 部同级规划的中位数 12.3 %, 5 年实绩的趋势. */
export function groundText(rule: TargetRuleId, ground: ProposalGround, t: DraftingWords): string {
  switch (ground.kind) {
    case "growth": {
      const growth = stepText(ground.step, t);
      return rule === "peer-median"
        ? t("drafting:ground.peer-median", { growth, plans: ground.of })
        : t(`drafting:ground.${rule === "superior-growth" ? rule : "same-growth"}`, { growth });
    }
    case "trend":
      return t("drafting:ground.observed-trend", { years: ground.of });
    case "promise":
      return t("drafting:ground.promise");
    default:
      return assertNever(ground);
  }
}

/** The note that stays beside a target that was proposed by a rule. */
export function noteText(rule: TargetRuleId, ground: ProposalGround, t: DraftingWords): string {
  return t("drafting:note", { ground: groundText(rule, ground, t) });
}

/** Why a rule proposes nothing. */
export function gapText(rule: TargetRuleId, gap: RuleGap, t: DraftingWords): string {
  const whose = t(`drafting:whose.${rule}`);
  switch (gap.kind) {
    case "few-observations":
      return t("drafting:gap.few-observations", { years: gap.count });
    case "no-plan":
      return rule === "peer-median" ? t("drafting:gap.no-peer") : t("drafting:gap.no-superior");
    case "caliber":
      return rule === "superior-growth" || rule === "peer-median"
        ? t("drafting:gap.caliber", { whose })
        : t("drafting:gap.caliber-changed");
    default:
      return t(`drafting:gap.${gap.kind}`, { whose });
  }
}

/** The growth a year that a row's target asks for, in the words of the grid. */
export function growthText(growth: IndicatorGrowth, t: DraftingWords): string {
  switch (growth.kind) {
    case "rate": {
      const rate = percent(growth.rate, t);
      return growth.points === null ? rate : `${rate}｜${points(growth.points, t)}`;
    }
    case "range":
      return growth.points === null
        ? stepText({ ...growth, points: false }, t)
        : stepText({ ...growth.points, points: true }, t);
    case "stated":
      return percent(growth.rate, t);
    case "hold":
      return t("grid:growth.hold");
    case "judged":
      return t("grid:growth.judged");
    case "no-base":
      return t("grid:growth.noBase");
    case "no-target":
      return t("grid:cell.blank");
    case "rejected":
      return t("grid:growth.rejected");
    case "not-computable":
      return notComputable(growth.gap, t);
    default:
      return assertNever(growth);
  }
}

function notComputable(
  gap: Extract<IndicatorGrowth, { readonly kind: "not-computable" }>["gap"],
  t: DraftingWords,
): string {
  switch (gap.kind) {
    case "no-base":
      return t("grid:growth.noBase");
    case "no-level":
      return t("grid:growth.noLevel");
    case "no-years":
      return t("grid:growth.noYears");
    case "not-positive":
      return gap.which === "base" ? t("grid:growth.notPositiveBase") : t("grid:growth.notPositiveLevel");
    default:
      return assertNever(gap);
  }
}

function stepText({ low, high, points: inPoints }: YearlyStep, t: DraftingWords): string {
  if (low === high) return inPoints ? points(low, t) : percent(low, t);
  return inPoints
    ? t("grid:growth.pointsRange", { low: growthPoints(low), high: growthPoints(high) })
    : t("grid:growth.percentRange", { low: growthPercent(low), high: growthPercent(high) });
}

const percent = (rate: number, t: DraftingWords): string =>
  t("grid:growth.percent", { value: growthPercent(rate) });

const points = (value: number, t: DraftingWords): string =>
  t("grid:growth.points", { value: growthPoints(value) });
