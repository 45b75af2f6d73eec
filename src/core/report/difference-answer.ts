import { contributions, EXACT_GROUPS } from "../projection/analysis/contribution.ts";
import { overrideGroups } from "../scenario/override-groups.ts";
import type { Answer } from "./answer.ts";
import type { AnswerQuestion } from "./answer-question.ts";

/**
 * What sets a scenario apart from its parent in a year, by what it sets of which series (Shapley values); nothing for the
 * root, where both lead to the same, and where there is too much of it to be told in a sentence.
 */
export function differenceAnswer(question: AnswerQuestion, year: number): readonly Answer[] {
  const { study, topic, scenario } = question;
  const parent = study.tree.byId.get(scenario)?.parent ?? null;
  if (parent === null) return [];
  const groups = overrideGroups(study, topic.at, parent, scenario);
  if (groups.length === 0 || groups.length > EXACT_GROUPS) return [];
  const cell = { series: topic.at, year, column: study.columnOf(parent) };
  const found = contributions(study.engine, cell, groups, () => 0);
  if (!found.ok || found.value.from === found.value.to) return [];
  const parts = found.value.parts.map((amount, at) => ({ name: groups[at]?.name ?? "", amount }));
  return [
    {
      kind: "difference",
      from: study.tree.byId.get(parent)?.name ?? "",
      year,
      amount: found.value.to - found.value.from,
      parts: parts.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
    },
  ];
}
