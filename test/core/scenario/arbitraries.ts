import fc from "fast-check";
import type { Assumption } from "#core/projection/assumption.ts";
import { scenarioId, type Scenario, type SeriesOverride } from "#core/scenario/scenario.ts";
import { type ScenarioTree, scenarioTree } from "#core/scenario/scenario-tree.ts";

/** Ids of the series that random scenarios speak of. */
export const SERIES = ["a", "b", "c"] as const;

const number = fc.integer({ min: -20, max: 20 });
const assumption: fc.Arbitrary<Assumption> = fc.oneof(
  fc.constant<Assumption>({ method: "hold" }),
  number.map((rate): Assumption => ({ method: "growth", rate, byYear: [] })),
  number.map((delta): Assumption => ({ method: "step", delta, byYear: [{ year: 2023, value: delta / 2 }] })),
  fc
    .constantFrom("a", "b", "c")
    .map((name): Assumption => ({ method: "formula", text: `prev(${name}) + 1` })),
);
const parts: fc.Arbitrary<SeriesOverride> = fc.record(
  {
    assumption,
    shocks: fc.array(
      fc.record({
        kind: fc.constant("add" as const),
        from: fc.constant(2022),
        to: fc.constant(2024),
        amount: number,
      }),
      { maxLength: 1 },
    ),
    clamp: fc.boolean(),
    uncertainty: fc.constantFrom(null, {
      distribution: { kind: "historical" as const },
      drawn: "once" as const,
    }),
  },
  { requiredKeys: [] },
);
const overrides = fc
  .dictionary(fc.constantFrom(...SERIES), parts)
  .map((record) => new Map(Object.entries(record).filter(([, each]) => Object.keys(each).length > 0)));

/** A tree of one to six scenarios; `s0` is the root, wherever it stands. */
export const anyTree: fc.Arbitrary<ScenarioTree> = fc
  .array(fc.tuple(overrides, fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 })
  .map((drawn) => {
    const scenarios = drawn.map(
      ([own, parent], at): Scenario => ({
        id: scenarioId(`s${at}`),
        name: `情景${at}`,
        note: null,
        parent: at === 0 ? null : scenarioId(`s${parent % at}`),
        overrides: own,
      }),
    );
    const place = new Map(scenarios.map(({ id }, at) => [id, drawn[at]?.[2] ?? 0]));
    return treeOf([...scenarios].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)));
  });

/** Scenarios as a tree; throws where they are none. */
export function treeOf(scenarios: readonly Scenario[]): ScenarioTree {
  const tree = scenarioTree(scenarios);
  if (!tree.ok) throw new Error(JSON.stringify(tree.error));
  return tree.value;
}

/** A scenario with overrides by series. */
export function scenario(
  id: string,
  parent: string | null,
  overrides: Readonly<Record<string, SeriesOverride>> = {},
): Scenario {
  return {
    id: scenarioId(id),
    name: id,
    note: null,
    parent: parent === null ? null : scenarioId(parent),
    overrides: new Map(Object.entries(overrides)),
  };
}
