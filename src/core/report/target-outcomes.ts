import { holds, holdsStretch } from "../indicator/evaluate-target.ts";
import type { TargetQuestion } from "../projection/monte-carlo/target-judge.ts";
import type { ScenarioStudy } from "../scenario/scenario-study.ts";
import type { SeriesTopic } from "../scenario/series-topic.ts";
import { pathValue, pathYears, studyPath } from "../scenario/study-path.ts";

/** What becomes of a target under every scenario, in the order of the columns; `null` where it cannot be told. A known year has its value under all. */
export interface TargetOutcome {
  readonly question: TargetQuestion;
  readonly byColumn: readonly {
    readonly value: number | null;
    readonly met: boolean | null;
    /** For 保底…力争…: whether the stretch level is attained too. */
    readonly stretch: boolean | null;
  }[];
}

/** Judges targets under every scenario of a study by the predicates of their forms (domain.md section 3). */
export function targetOutcomes(
  study: ScenarioStudy,
  topicOf: (series: number) => SeriesTopic,
  targets: readonly TargetQuestion[],
): readonly TargetOutcome[] {
  return targets.map((question) => {
    const topic = topicOf(question.series);
    const byColumn = study.tree.scenarios.map((_, column) => {
      const path = studyPath(study, topic, column);
      if (path === null) return { value: null, met: null, stretch: null };
      const { target, base, direction, year } = question;
      const context = { targetYear: year, base, direction, values: pathYears(topic, path) };
      return {
        value: pathValue(path, year) ?? topic.history.find((known) => known.year === year)?.value ?? null,
        met: holds(target, context),
        stretch: holdsStretch(target, context),
      };
    });
    return { question, byColumn };
  });
}
