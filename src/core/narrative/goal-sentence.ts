import { formatTarget } from "../indicator/format-target.ts";
import type { Target } from "../indicator/target.ts";
import type { Year } from "../plan/ids.ts";
import type { Indicator, PlannedTarget } from "../plan/plan.ts";

/** Verbs of a wording that an indicator's name already holds: 新增上市高新技术企业 + 新增20家 is 新增上市高新技术企业20家. */
const VERBS: readonly (readonly [name: RegExp, wording: RegExp])[] = [
  [/新增|新培育/u, /^新增/u],
  [/累计|合计|总额/u, /^累计完成/u],
];

type Promising = Pick<Indicator, "name" | "targets">;

/**
 * A goal as a clause of a text that speaks of the year `end`: the indicator's name, its last target in the official wording, with
 * its year where that is another, and its milestones in brackets; `null` without a target.
 */
export function goalClause({ name, targets }: Promising, end: number): string | null {
  const last = targets.at(-1);
  if (last === undefined) return null;
  const milestones = targets.slice(0, -1).map((each) => `${each.year}年${promise("", each)}`);
  const aside = milestones.length === 0 ? "" : `（其中${milestones.join("，")}）`;
  const promised = last.year === end ? promise(name, last) : `${last.year}年${promise("", last)}`;
  return `${name}${promised}${aside}`;
}

/** The clause of one year's target; `null` where there is none. */
export function goalClauseOf({ name, targets }: Promising, year: Year): string | null {
  const planned = targets.find((each) => each.year === year);
  return planned === undefined ? null : `${name}${promise(name, planned)}`;
}

/** The wording of a year's target, or of the last one, as a sentence needs it; `null` where there is none. */
export function targetClause({ targets }: Pick<Indicator, "targets">, year: Year | null): string | null {
  const planned = year === null ? targets.at(-1) : targets.find((each) => each.year === year);
  return planned === undefined ? null : promise("", planned);
}

function promise(name: string, { target }: PlannedTarget): string {
  const wording = sentenceWording(target);
  const said = VERBS.find(([inName, inWording]) => inName.test(name) && inWording.test(wording));
  return said === undefined ? wording : wording.replace(said[1], "");
}

/** The wording of a target as a sentence needs it: a cell's bare 65% is 达到65% there, and 全覆盖 is 实现全覆盖. */
function sentenceWording(target: Target): string {
  const wording = formatTarget(target);
  switch (target.form) {
    case "atLeast":
      return target.wording === "bare" || target.wording === "or-above" ? `达到${wording}` : wording;
    case "about":
    case "between":
      return `达到${wording}`;
    case "fullCoverage":
      return `实现${wording}`;
    default:
      return wording;
  }
}
