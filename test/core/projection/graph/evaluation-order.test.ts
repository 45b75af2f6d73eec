import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dependentsOf, reach } from "#core/projection/graph/dependents.ts";
import { type Dependency, evaluationOrder } from "#core/projection/graph/evaluation-order.ts";

const on = (series: number, lag: number | null = 0): Dependency => ({ on: series, lag });

describe("the order of evaluation", () => {
  test("puts a series after those it needs", () => {
    expect(evaluationOrder([[on(1), on(2)], [on(2)], []])).toEqual([
      { kind: "series", series: 2 },
      { kind: "series", series: 1 },
      { kind: "series", series: 0 },
    ]);
  });

  test("computes series that need each other's earlier years year by year", () => {
    // 0 needs 1 of the same year, 1 needs 0 of the year before.
    expect(evaluationOrder([[on(1)], [on(0, 1)]])).toEqual([{ kind: "by-year", series: [1, 0] }]);
    expect(evaluationOrder([[on(0, 1)]])).toEqual([{ kind: "by-year", series: [0] }]);
  });

  test("names the members of a cycle and orders the rest", () => {
    expect(evaluationOrder([[on(1)], [on(0)], [on(0)], []])).toEqual([
      { kind: "cycle", series: [0, 1] },
      { kind: "series", series: 2 },
      { kind: "series", series: 3 },
    ]);
    expect(evaluationOrder([[on(0)]])).toEqual([{ kind: "cycle", series: [0] }]);
    expect(evaluationOrder([[on(1)], [on(0, null)]])).toEqual([{ kind: "cycle", series: [0, 1] }]);
  });

  test("walks a chain of a hundred thousand", () => {
    const chain = Array.from({ length: 100_000 }, (_, at) => (at === 99_999 ? [] : [on(at + 1)]));
    expect(evaluationOrder(chain)[0]).toEqual({ kind: "series", series: 99_999 });
  });

  test("holds every series once, each after what it needs in the same year", () => {
    const graph = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.array(
        fc.array(fc.record({ on: fc.nat({ max: count - 1 }), lag: fc.constantFrom(0, 0, 1, null) }), {
          maxLength: 3,
        }),
        {
          minLength: count,
          maxLength: count,
        },
      ),
    );
    fc.assert(
      fc.property(graph, (needs) => {
        const steps = evaluationOrder(needs);
        const flat = steps.flatMap((step) => (step.kind === "series" ? [step.series] : step.series));
        expect([...flat].sort((a, b) => a - b)).toEqual(needs.map((_, at) => at));
        const looped = new Set(steps.flatMap((step) => (step.kind === "cycle" ? step.series : [])));
        flat.forEach((series, place) => {
          for (const need of needs[series] ?? []) {
            if (looped.has(series) || need.lag === 1) continue;
            expect(flat.indexOf(need.on)).toBeLessThan(place);
          }
        });
      }),
    );
  });
});

test("an edit reaches all that depend on it, itself included, and nothing else", () => {
  // 0 ← 1 ← 2 ← 1 (a loop through an earlier year), 3 apart.
  const dependents = dependentsOf([[], [on(0), on(2, 1)], [on(1)], []]);
  expect([...reach(dependents, [0])].sort()).toEqual([0, 1, 2]);
  expect([...reach(dependents, [2])].sort()).toEqual([1, 2]);
  expect([...reach(dependents, [3])]).toEqual([3]);
});
