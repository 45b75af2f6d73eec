import { describe, expect, test } from "vitest";
import { NormalStore } from "#core/projection/monte-carlo/normal-store.ts";
import { simulate } from "#core/projection/monte-carlo/simulate.ts";
import {
  quickBand,
  seriesSimulation,
  type StudySimulation,
  targetsSimulation,
} from "#core/scenario/study-simulation.ts";
import { CONCEPTS, IDS, questionOf, studyOf, TAISHAN_GDP, treeOf } from "../report/study-of.ts";
import { planTargets } from "#core/scenario/plan-targets.ts";
import { seedPlan } from "../../seed-plan.ts";

const TAISHAN = "taishan-13";
const INTENSITY = `${TAISHAN}/rd-intensity`;
const CHOICE = { draws: 10_000, seed: 42 };

function answer({ question }: StudySimulation) {
  const steps = simulate(question, new NormalStore());
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done !== true) continue;
    if (!step.value.ok) throw new Error(step.value.error.kind);
    return step.value.value;
  }
}

describe("the chances of a series", () => {
  const study = studyOf(TAISHAN);
  const { topic } = questionOf(TAISHAN, study, INTENSITY, IDS.baseline);

  test("vary as the history did where nobody said otherwise; the formula's band is the drawn one but for chance", () => {
    const drawn = answer(seriesSimulation(study, topic, IDS.baseline, CHOICE)).bands[0]?.quantiles;
    const quick = quickBand(study, topic, IDS.baseline);
    // Steps of 2011–2015: 0.07, 0.24, 0.13, 0.16; their standard deviation is √(0.0149/3)… = 0.0707, after five years × √5.
    const sd = Math.sqrt([0.07, 0.24, 0.13, 0.16].reduce((sum, step) => sum + (step - 0.15) ** 2, 0) / 3);
    expect(quick?.at(-1)).toBeCloseTo(2.29 + 1.6448536 * sd * Math.sqrt(5), 6);
    expect(drawn?.at(-1)).toBeCloseTo(quick?.at(-1) ?? Number.NaN, 1);
  });

  test("are those of the normal distribution: P(x ≥ 2.5) = Φ((2.29 − 2.5)/(0.0707·√5)) = 9.2 %", () => {
    const attained = answer(seriesSimulation(study, topic, IDS.baseline, CHOICE)).attainments.at(-1);
    if (attained?.probability.ok !== true) throw new Error("no probability");
    const { value, standardError } = attained.probability.value;
    // Φ(−1.328) from a table of the normal distribution.
    expect(Math.abs(value - 0.0921)).toBeLessThan(4 * standardError);
  });

  test("a path to the target has none, and no band", () => {
    expect(seriesSimulation(study, topic, IDS.floor, CHOICE).drivers).toEqual([]);
    expect(quickBand(study, topic, IDS.floor)).toBeNull();
  });

  test("are the same drawn alone, with all targets, and in a plan with another driver", () => {
    const alone = answer(seriesSimulation(study, topic, IDS.baseline, CHOICE)).attainments.at(-1);
    const targets = planTargets(seedPlan(TAISHAN), CONCEPTS);
    const at = targets.findIndex(({ series, year }) => series === topic.at && year === 2020);
    const wider = studyOf(TAISHAN, treeOf(TAISHAN), [TAISHAN_GDP]);
    for (const each of [study, wider]) {
      const all = answer(targetsSimulation(each, targets, IDS.baseline, CHOICE)).attainments[at];
      expect(all?.attained).toBe(alone?.attained);
    }
  });
});
