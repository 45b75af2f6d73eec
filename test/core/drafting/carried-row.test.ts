import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand, invertChanges } from "#core/command/apply-command.ts";
import type { FateChoice } from "#core/drafting/draft-choices.ts";
import { carriedRow } from "#core/drafting/carried-row.ts";
import { draftPlan } from "#core/drafting/draft-plan.ts";
import { planDifference } from "#core/history/plan-difference.ts";
import { type IndicatorId, indicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { seedPlan } from "../../seed-plan.ts";
import { planArbitrary } from "../plan/arbitraries.ts";
import { choicesFor, DRAFT, draftOf } from "./drafting-of.ts";

const fatesOf = (ids: readonly IndicatorId[]) =>
  new Map(ids.map((id): [IndicatorId, FateChoice] => [id, { fate: "dropped", reason: "不再统计" }]));

const takenUp = (draft: Plan, predecessor: Plan, dropped: IndicatorId) => {
  const row = carriedRow(draft, predecessor, dropped);
  if (row === null) throw new Error(`There is no ${dropped}`);
  const changes = applyCommand(draft, { type: "takeUpDropped", dropped, row });
  if (!changes.ok) throw new Error(changes.error.kind);
  return { changes: changes.value, plan: applyChanges(draft, changes.value), row };
};

describe("an indicator that was left out and is taken up again", () => {
  const taishan = seedPlan("taishan-13");
  const [intensity] = taishan.indicators.filter(({ concept }) => concept === "rd-intensity");
  const id = intensity?.id ?? indicatorId("");
  const draft = draftOf(taishan, { fates: fatesOf([id]) });
  const { plan, row, changes } = takenUp(draft, taishan, id);

  test("comes at the end with values, evidence and base, as it would have been carried over", () => {
    const kept = draftOf(taishan);
    const whole = kept.indicators.find(({ carriedFrom }) => carriedFrom?.indicator === id);
    expect(plan.dropped).toEqual([]);
    expect(plan.indicators.at(-1)).toEqual(whole);
    const about = (of: Plan) => of.statements.filter(({ indicator }) => indicator === whole?.id);
    expect(about(plan)).toEqual(about(kept));
    expect(plan.disagreements).toHaveLength(kept.disagreements.length);
  });

  test("goes again by undo, and the plan is what it was", () => {
    expect(applyChanges(plan, invertChanges(changes))).toEqual(draft);
  });

  test("comes once, however often it is taken up", () => {
    expect(applyCommand(plan, { type: "takeUpDropped", dropped: id, row })).toEqual({ ok: true, value: [] });
  });

  test("is left out again when the plan is made what it was before", () => {
    const back = planDifference(plan, draft);
    expect(applyChanges(plan, back)).toEqual(draft);
    expect(applyChanges(draft, invertChanges(back))).toEqual(plan);
    expect(planDifference(draft, draft)).toEqual([]);
  });

  test("is nothing that the predecessor no longer has", () => {
    const without = { ...taishan, indicators: taishan.indicators.filter((each) => each.id !== id) };
    expect(carriedRow(draft, without, id)).toBeNull();
  });
});

test("whatever was left out, taking it up gives a sound plan file, and undo the draft before", () => {
  fc.assert(
    fc.property(planArbitrary("bundled"), fc.nat(), (predecessor, at) => {
      const ids = predecessor.indicators.map(({ id }) => id);
      const id = ids[at % Math.max(1, ids.length)];
      if (id === undefined) return;
      const choices = choicesFor(predecessor, { superior: null, fates: fatesOf(ids) });
      const draft = draftPlan({ predecessor, superior: null }, choices, DRAFT);
      const { plan, changes } = takenUp(draft, predecessor, id);
      const json = JSON.stringify(writePlanFile(plan));
      expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: plan });
      expect(applyChanges(plan, invertChanges(changes))).toEqual(draft);
    }),
  );
});
