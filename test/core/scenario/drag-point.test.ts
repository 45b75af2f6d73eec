import { describe, expect, test } from "vitest";
import type { Assumption } from "#core/projection/assumption.ts";
import { projectSeries } from "#core/projection/projection-registry.ts";
import { draggedAssumption } from "#core/scenario/drag-point.ts";

const START = { year: 2020, value: 100 };
const ground = (before: number, bySteps = false) => ({ start: START, before, lastYear: 2025, bySteps });

function pathOf(assumption: Assumption | null): readonly number[] {
  if (assumption === null || assumption.method === "formula") throw new Error("no path");
  const path = projectSeries({ known: [START], until: 2025 }, assumption);
  if (!path.ok) throw new Error(path.error.kind);
  return [...path.value];
}

describe("a dragged point", () => {
  test("at the end turns the growth, so that the whole path follows: 100·(1+g)⁵ = 161.05 is 10 %", () => {
    const growth = { method: "growth", rate: 3, byYear: [] } as const;
    const dragged = draggedAssumption(growth, { year: 2025, value: 161.051 }, ground(112.55));
    expect(dragged).toEqual({ method: "growth", rate: 10, byYear: [] });
  });

  test("before the end sets the growth of its own year: 100 × 1.03² = 106.09 to 120 is 13.1 %", () => {
    const growth = { method: "growth", rate: 3, byYear: [] } as const;
    const dragged = draggedAssumption(growth, { year: 2023, value: 120 }, ground(106.09));
    expect(dragged).toEqual({ method: "growth", rate: 3, byYear: [{ year: 2023, value: 13.11 }] });
  });

  test("at the end leaves years with a step of their own alone: 100 + 20 + 4Δ = 140", () => {
    const step = { method: "step", delta: 1, byYear: [{ year: 2022, value: 20 }] } as const;
    const dragged = draggedAssumption(step, { year: 2025, value: 140 }, ground(123));
    expect(dragged).toEqual({ ...step, delta: 5 });
    expect(pathOf(dragged).at(-1)).toBe(140);
  });

  test.each([
    [false, { method: "growth", rate: 10, byYear: [] }],
    [true, { method: "step", delta: 12.2, byYear: [] }],
  ])("sets a held series in motion, by steps: %s", (bySteps, wanted) => {
    expect(
      draggedAssumption({ method: "hold" }, { year: 2025, value: 161.051 }, ground(100, bySteps)),
    ).toEqual(wanted);
  });

  test("holds a year of a path to a target, and moves the level in its year", () => {
    const path = {
      ...{ method: "toTarget", shape: { kind: "linear" }, year: 2025, level: 150, held: [] },
      aim: "floor",
    } as const satisfies Assumption;
    expect(draggedAssumption(path, { year: 2022, value: 130 }, ground(110))).toMatchObject({
      level: 150,
      held: [{ year: 2022, value: 130 }],
    });
    expect(draggedAssumption(path, { year: 2025, value: 170 }, ground(140))).toMatchObject({
      level: 170,
      held: [],
      aim: null,
    });
  });

  test("finds the ceiling of a saturating curve through it, to the digits that are kept", () => {
    const curve = { method: "logistic", ceiling: 300, rate: 0.3 } as const;
    const dragged = draggedAssumption(curve, { year: 2025, value: 200 }, ground(180));
    expect(pathOf(dragged).at(-1)).toBeCloseTo(200, 0);
  });

  test("does nothing where there is no such path: growth to less than nothing, a formula", () => {
    const growth = { method: "growth", rate: 3, byYear: [] } as const;
    expect(draggedAssumption(growth, { year: 2025, value: -5 }, ground(112))).toBeNull();
    expect(
      draggedAssumption({ method: "formula", text: "a" }, { year: 2025, value: 5 }, ground(112)),
    ).toBeNull();
  });
});
