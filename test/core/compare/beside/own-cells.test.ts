import { describe, expect, test } from "vitest";
import { rejectedTarget, targetCell, yearCell } from "#core/compare/beside/own-cells.ts";
import { type PlanPromise, promiseOf } from "#core/compare/beside/promise.ts";
import { takeOver } from "#core/compare/beside/take-over.ts";
import { year } from "#core/plan/ids.ts";
import type { RejectedInput } from "#core/plan/plan.ts";
import { planOf, type RowSketch } from "../../plan/plan-of.ts";

/** A row of a plan for 2016 to 2020 with these inputs that could not be read. */
function promise(sketch: Partial<RowSketch>, rejected: readonly RejectedInput[] = []): PlanPromise {
  const plan = planOf([{ name: "指标", unit: "家", ...sketch }]);
  const indicators = plan.indicators.map((indicator) => ({ ...indicator, rejected }));
  const found = promiseOf({ ...plan, indicators }, 0, new Map());
  if (found === null) throw new Error("There is no row");
  return found;
}

const typed = (kind: "observation" | "target", at: number, text: string): RejectedInput => ({
  field: { kind, year: year(at) },
  text,
});

describe("the cell of the last target", () => {
  test("is that of the period's last year, also where only a milestone before it is promised", () => {
    expect(targetCell(promise({})).year).toBe(2020);
    expect(targetCell(promise({ targets: { 2018: "20家" } })).year).toBe(2020);
    expect(targetCell(promise({ targets: { 2018: "20家", 2020: "30家" } })).year).toBe(2020);
  });

  test("is a later year where one is promised or typed", () => {
    expect(targetCell(promise({ targets: { 2020: "30家", 2025: "50家" } })).year).toBe(2025);
    expect(targetCell(promise({}, [typed("target", 2025, "很多")])).year).toBe(2025);
  });

  test("is what is wrong where it holds what cannot be read; a milestone's is not", () => {
    const wrong = typed("target", 2020, "很多");
    expect(rejectedTarget(promise({ targets: { 2018: "20家" } }, [wrong]))).toEqual(wrong);
    expect(rejectedTarget(promise({}, [typed("target", 2018, "很多")]))).toBeNull();
  });

  test("is what a target is taken over into, whatever a milestone says", () => {
    const theirs = promise({ targets: { 2020: "达到50家" } });
    const into = (mine: PlanPromise) => takeOver("value", mine, theirs);
    const expected = { ok: true, value: { year: 2020, text: "达到50家" } };
    expect(into(promise({ targets: { 2018: "20家" } }))).toEqual(expected);
    expect(into(promise({ targets: { 2018: "20家" } }, [typed("target", 2020, "很多")]))).toEqual(expected);
  });
});

describe("the cell of a year", () => {
  test.each([
    ["before the period", 2014, {}, "observation"],
    ["the base year, also within the period", 2016, { base: 2016 }, "observation"],
    ["a year of the period", 2018, {}, "target"],
    ["a year of the period with a value", 2018, { observed: { 2018: "12" } }, "observation"],
    [
      "a year with both shows and edits the value",
      2018,
      { observed: { 2018: "12" }, targets: { 2018: "20家" } },
      "observation",
    ],
    ["a promise in the base year", 2016, { base: 2016, targets: { 2016: "20家" } }, "target"],
  ] as const)("%s", (_, at, sketch, kind) => {
    expect(yearCell(promise(sketch), year(at))).toEqual({ kind, year: at });
  });

  test("is the one that holds what cannot be read", () => {
    const wrong = typed("target", 2018, "很多");
    expect(yearCell(promise({ observed: { 2018: "12" } }, [wrong]), year(2018))).toEqual(wrong.field);
  });
});
