import { describe, expect, test } from "vitest";
import { type Aim, whatIfGround, whatIfLines } from "#core/scenario/what-if.ts";
import { type Finding, findings } from "#renderer/features/scenario/findings.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));

function ask(planId: string, indicator: string, growth: number, aim: Aim = "floor"): readonly Finding[] {
  const plan = seedPlan(planId);
  const row = plan.indicators.findIndex(({ id }) => id === `${planId}/${indicator}`);
  const id = plan.indicators[row]?.concept ?? null;
  const concept = id === null ? null : (concepts.get(id) ?? null);
  const ground = whatIfGround(plan, row, concept);
  if (ground === null) throw new Error(`${planId} has no ${indicator}`);
  return findings(ground, whatIfLines(ground, { growth, aim }), aim, {
    concept,
    periodStart: plan.period.start,
  });
}

const find = <K extends Finding["kind"]>(list: readonly Finding[], kind: K) =>
  list.filter((finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind);

describe("what a growth assumption means", () => {
  test("10 % a year leaves Taishan's R&D intensity short of 2.5 by 2.5 − 1.54 × 1.1⁵", () => {
    const [outcome] = find(ask("taishan-13", "rd-intensity", 10), "outcome");
    expect(outcome?.verdict).toMatchObject({ kind: "misses", level: 2.5 });
    if (outcome?.verdict.kind === "misses")
      expect(outcome.verdict.gap).toBeCloseTo(2.5 - 1.54 * 1.1 ** 5, 10);
  });

  test("11 % a year meets it", () => {
    expect(find(ask("taishan-13", "rd-intensity", 11), "outcome")[0]?.verdict).toEqual({
      kind: "meets",
      level: 2.5,
    });
  });

  test("says what the target needs, for a share in points too: (2.5 − 1.54) / 5 = 0.192 (look/4-scenario)", () => {
    const [needed] = find(ask("taishan-13", "rd-intensity", 10), "needed");
    expect(needed?.rate).toBeCloseTo((2.5 / 1.54) ** 0.2 - 1, 12);
    expect(needed?.points).toBeCloseTo(0.192, 12);
  });

  test("judges the milestone too: 2.1 in 2017 needs 16.8 % a year (domain.md section 8)", () => {
    expect(find(ask("taishan-13", "rd-intensity", 16.7), "milestone")[0]).toMatchObject({
      year: 2017,
      met: false,
    });
    expect(find(ask("taishan-13", "rd-intensity", 16.8), "milestone")[0]).toMatchObject({
      year: 2017,
      met: true,
    });
  });

  test("a target that is no level says so", () => {
    const list = ask("heshan-14", "rd-intensity", 5);
    expect(find(list, "noTarget")).toHaveLength(1);
    expect(find(list, "outcome")[0]?.verdict).toEqual({ kind: "noLevel" });
  });

  test("nothing is said without a start", () => {
    expect(ask("shaoguan-2017", "high-tech-enterprises", 10)).toEqual([]);
  });
});
