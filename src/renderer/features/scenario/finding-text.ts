import { assertNever } from "#core/assert-never.ts";
import type { Assumption } from "#core/scenario/what-if.ts";
import type { IconName } from "../../ui/icon.tsx";
import type { Finding, Verdict } from "./findings.ts";
import type { Words } from "./projection-view.ts";
import { formatRate, type ValueFormat } from "./value-format.ts";

/** A finding as the panel prints it: shape, tone and sentence. */
export interface FindingText {
  readonly icon: IconName;
  readonly tone: "" | "warn";
  readonly text: string;
}

/** Puts a finding into a sentence of the planner's language. */
export function findingText(
  finding: Finding,
  assumption: Assumption,
  format: ValueFormat,
  t: Words,
): FindingText {
  const plain = (icon: IconName, text: string): FindingText => ({ icon, tone: "", text });
  const warn = (text: string): FindingText => ({ icon: "warn", tone: "warn", text });
  switch (finding.kind) {
    case "outcome": {
      const growth = formatRate(assumption.growth / 100);
      const lead = t("findings.outcome", {
        growth,
        year: finding.year,
        value: format.quantity(finding.value),
      });
      const text = `${lead}${verdictText(finding.verdict, format, t)}`;
      return finding.verdict.kind === "misses" || finding.verdict.kind === "exceeds"
        ? warn(text)
        : plain("check", text);
    }
    case "needed": {
      const values = { level: format.levelQuantity(finding.level), growth: formatRate(finding.rate) };
      const points = finding.points === null ? null : format.step(finding.points);
      return plain(
        "right",
        points === null ? t("findings.needed", values) : t("findings.neededShare", { ...values, points }),
      );
    }
    case "history":
      return plain(
        "history",
        t("findings.history", { from: finding.from, to: finding.to, growth: formatRate(finding.rate) }),
      );
    case "milestone": {
      const values = {
        year: finding.year,
        level: format.levelQuantity(finding.level),
        value: format.quantity(finding.value),
      };
      return finding.met
        ? plain("check", t("findings.milestoneMet", values))
        : warn(t("findings.milestoneMissed", values));
    }
    case "provisional":
      return warn(t("findings.provisional", { year: finding.year }));
    case "oldStart":
      return warn(t("findings.oldStart", { year: finding.year }));
    case "noTarget":
      return plain("note", t("findings.noTarget"));
    default:
      return assertNever(finding);
  }
}

function verdictText(verdict: Verdict, format: ValueFormat, t: Words): string {
  switch (verdict.kind) {
    case "noLevel":
      return t("findings.noLevel");
    case "meets":
    case "meetsStretch":
      return t(`findings.${verdict.kind}`, { level: format.levelQuantity(verdict.level) });
    case "meetsFloor":
    case "misses":
    case "exceeds":
      return t(`findings.${verdict.kind}`, {
        level: format.levelQuantity(verdict.level),
        gap: format.share
          ? t("difference.points", { value: format.step(verdict.gap) })
          : t("difference.amount", { value: format.amount(verdict.gap), unit: format.unit }),
      });
    default:
      return assertNever(verdict);
  }
}
