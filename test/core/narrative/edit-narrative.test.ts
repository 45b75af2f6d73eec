import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand, invertChanges } from "#core/command/apply-command.ts";
import { narrativeDifference } from "#core/command/edit-narrative.ts";
import { comparePlans } from "#core/history/compare-plans.ts";
import { mergePlans } from "#core/merge/merge-plans.ts";
import { mapLines, type NarrativeBlock, type SectionText } from "#core/narrative/narrative.ts";
import { copyPlan } from "#core/plan/draft.ts";
import { indicatorId, planId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { planOf } from "../plan/plan-of.ts";
import { anyNarrative } from "./any-narrative.ts";

const plan = planOf([
  { name: "国家高新技术企业", unit: "家", observed: { 2015: "9" }, targets: { 2020: "33家" } },
]);
const [row] = plan.indicators;
if (row === undefined) throw new Error("The plan has no row");

const words = (text: string, strong = false) => ({ kind: "words", text, strong }) as const;
const paragraph = (...runs: readonly ReturnType<typeof words>[]): NarrativeBlock => ({
  kind: "paragraph",
  runs,
});
const anyText = anyNarrative(
  fc.constantFrom(row.id, indicatorId("elsewhere/row-1")),
  fc.constantFrom(year(2015), year(2020)),
);

function written(
  state: Plan,
  blocks: readonly NarrativeBlock[],
  section: SectionText["section"] = "tasks",
): Plan {
  const changes = applyCommand(state, { type: "writeSection", section, blocks });
  if (!changes.ok) throw new Error(changes.error.kind);
  return applyChanges(state, changes.value);
}

describe("the text of a plan", () => {
  test("becomes any other by its difference, and comes back by the inverse", () => {
    fc.assert(
      fc.property(anyText, anyText, (from, to) => {
        const changes = narrativeDifference(from, to);
        const after = applyChanges({ ...plan, narrative: from }, changes);
        expect(after.narrative).toEqual(to);
        expect(applyChanges(after, invertChanges(changes)).narrative).toEqual(from);
      }),
    );
  });

  test("keeps only the paragraphs that changed in its history", () => {
    const before = written(
      plan,
      ["一", "二", "三"].map((text) => paragraph(words(text))),
    );
    const changes = narrativeDifference(
      before.narrative,
      written(
        before,
        ["一", "贰", "三"].map((text) => paragraph(words(text))),
      ).narrative,
    );
    expect(changes).toEqual([
      {
        kind: "narrative",
        section: "tasks",
        at: 1,
        before: [paragraph(words("二"))],
        after: [paragraph(words("贰"))],
      },
    ]);
  });

  test("holds no invisible characters, no pieces that could be one, and no empty end", () => {
    const { narrative } = written(plan, [
      paragraph(words("加强\u202E"), words("领导\n小组"), words("", true), words("。", true)),
      paragraph(),
      paragraph(words("")),
    ]);
    expect(narrative).toEqual([
      { section: "tasks", blocks: [paragraph(words("加强领导 小组"), words("。", true))] },
    ]);
  });

  test("goes where nothing is written, and stands in the order of the sections", () => {
    const both = written(
      written(plan, [paragraph(words("保障"))], "safeguards"),
      [paragraph(words("依据"))],
      "basis",
    );
    expect(both.narrative.map(({ section }) => section)).toEqual(["basis", "safeguards"]);
    expect(written(both, [], "basis").narrative.map(({ section }) => section)).toEqual(["safeguards"]);
  });

  test("that was emptied is not the one that nobody has written", () => {
    const emptied = written(plan, [paragraph(), paragraph(words(" \u202E".trim()))]);
    expect(emptied.narrative).toEqual([{ section: "tasks", blocks: [paragraph()] }]);
    expect(written(emptied, []).narrative).toEqual([]);
  });

  test("goes through a plan file unchanged", () => {
    fc.assert(
      fc.property(anyText, (drawn) => {
        const tidy = drawn.reduce((state, { section, blocks }) => written(state, blocks, section), plan);
        const data: unknown = JSON.parse(JSON.stringify(writePlanFile(tidy)));
        const read = readPlanFile(data, "own");
        expect(read.ok && read.value.narrative).toEqual(tidy.narrative);
      }),
    );
  });

  test("speaks of the copy's rows in a copy", () => {
    const reference = { indicator: row.id, says: "goal", year: null } as const;
    const block: NarrativeBlock = {
      kind: "paragraph",
      runs: [{ kind: "reference", reference, strong: false }],
    };
    const copy = copyPlan(written(plan, [block]), { id: planId("copy-1"), title: "副本" });
    const own = { ...reference, indicator: indicatorId("copy-1/row-1") };
    expect(copy.narrative[0]?.blocks).toEqual([
      mapLines(block, () => [{ kind: "reference", reference: own, strong: false }]),
    ]);
  });

  test("is merged section by section, and asks only where both wrote in one", () => {
    const ours = written(written(plan, [paragraph(words("甲"))], "basis"), [paragraph(words("丙"))], "tasks");
    const theirs = written(
      written(plan, [paragraph(words("乙"))], "safeguards"),
      [paragraph(words("丁"))],
      "tasks",
    );
    const { plan: merged, conflicts } = mergePlans({ base: plan, ours, theirs }, () => "theirs");
    expect(conflicts).toEqual([{ kind: "section", section: "tasks" }]);
    expect(merged.narrative).toEqual([
      { section: "basis", blocks: [paragraph(words("甲"))] },
      { section: "tasks", blocks: [paragraph(words("丁"))] },
      { section: "safeguards", blocks: [paragraph(words("乙"))] },
    ]);
  });

  test("tells its difference with what references say in either state", () => {
    const reference = { indicator: row.id, says: "goal", year: null } as const;
    const after = written(plan, [
      paragraph(words("到2020年，")),
      { kind: "paragraph", runs: [{ kind: "reference", reference, strong: false }, words("。")] },
    ]);
    expect(comparePlans(plan, after).texts).toEqual([
      { section: "tasks", before: "", after: "到2020年，\n国家高新技术企业达到33家。" },
    ]);
  });
});
