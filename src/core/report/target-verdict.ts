import { holds, holdsStretch } from "../indicator/evaluate-target.ts";
import type { LevelledTarget } from "../scenario/what-if.ts";
import type { SeriesTopic } from "../scenario/series-topic.ts";
import { pathValue, pathYears, type StudyPath } from "../scenario/study-path.ts";
import type { Verdict } from "./answer.ts";

/** How a path stands to a target that implies a level, under the predicate of its form (domain.md section 3). */
export function targetVerdict(topic: SeriesTopic, target: LevelledTarget, path: StudyPath): Verdict {
  const { level, stretch, planned } = target;
  const value = pathValue(path, planned.year);
  if (value === null) return { kind: "noLevel" };
  const context = {
    targetYear: planned.year,
    base: topic.base,
    values: pathYears(topic, path),
    direction: topic.direction,
  };
  if (holds(planned.target, context) !== true) {
    const upper =
      planned.target.form === "atMost" || planned.target.form === "below" || topic.direction === "lower";
    return { kind: upper && value > level ? "exceeds" : "misses", level, gap: Math.abs(value - level) };
  }
  if (stretch === null) return { kind: "meets", level };
  return holdsStretch(planned.target, context) === true
    ? { kind: "meetsStretch", level: stretch }
    : { kind: "meetsFloor", level, gap: Math.abs(stretch - value) };
}
