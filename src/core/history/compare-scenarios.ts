import { scenarioTreeDifference } from "../command/scenario-difference.ts";
import type { DriverChange, OverrideChange, ScenarioChange } from "../command/plan-change.ts";
import type { Plan } from "../plan/plan.ts";
import type { Driver } from "../scenario/driver.ts";
import { sameContent } from "../scenario/same-content.ts";
import { PLAN_PARTS, type ScenarioId, type SeriesOverride } from "../scenario/scenario.ts";

/** A series as a reader knows it: its name and printed unit. */
export interface NamedSeries {
  readonly name: string;
  readonly unit: string;
}

/** One difference between the scenarios of two states of a plan; scenarios are told by their names. */
export type ScenarioDifference =
  | { readonly kind: "added" | "removed"; readonly scenario: string; readonly overrides: number }
  | { readonly kind: "renamed"; readonly before: string; readonly after: string }
  | {
      readonly kind: "note" | "parent";
      readonly scenario: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  /** Parts that differ in one series; what a state does not set is missing there. */
  | {
      readonly kind: "override";
      readonly scenario: string;
      readonly series: NamedSeries;
      readonly before: SeriesOverride;
      readonly after: SeriesOverride;
    }
  | { readonly kind: "driver"; readonly before: Driver | null; readonly after: Driver | null };

/** What differs between the scenarios and drivers of two states of a plan, in the order of the changes between them. */
export function compareScenarios(from: Plan, to: Plan): readonly ScenarioDifference[] {
  const changes = scenarioTreeDifference(from, to);
  const came = (id: ScenarioId) => !from.scenarios.some((each) => each.id === id);
  const went = (id: ScenarioId) => !to.scenarios.some((each) => each.id === id);
  return changes.flatMap((change): readonly ScenarioDifference[] => {
    switch (change.kind) {
      case "scenario":
        return headDifferences(change, from, to);
      case "override":
        // A scenario that came or went says so as a whole.
        return came(change.scenario) || went(change.scenario) ? [] : [overrideDifference(change, from, to)];
      case "driver":
        return driverDifference(change, from, to);
    }
  });
}

function headDifferences(
  { scenario: id, before, after }: ScenarioChange,
  from: Plan,
  to: Plan,
): readonly ScenarioDifference[] {
  const [was, is] = [from, to].map(({ scenarios }) => scenarios.find((each) => each.id === id));
  if (was === undefined) {
    return is === undefined ? [] : [{ kind: "added", scenario: is.name, overrides: is.overrides.size }];
  }
  if (is === undefined) return [{ kind: "removed", scenario: was.name, overrides: was.overrides.size }];
  // Where the order differs, a scenario goes and comes as it was.
  if (before === null || after === null) return [];
  const found: ScenarioDifference[] = [];
  const scenario = is.name;
  if (was.name !== is.name) found.push({ kind: "renamed", before: was.name, after: is.name });
  if (was.note !== is.note) found.push({ kind: "note", scenario, before: was.note, after: is.note });
  if (was.parent !== is.parent) {
    const [above, now] = [nameOf(from, was.parent), nameOf(to, is.parent)];
    found.push({ kind: "parent", scenario, before: above, after: now });
  }
  return found;
}

function nameOf({ scenarios }: Plan, id: ScenarioId | null): string | null {
  return scenarios.find((each) => each.id === id)?.name ?? null;
}

function overrideDifference(
  { scenario, series, before, after }: OverrideChange,
  from: Plan,
  to: Plan,
): ScenarioDifference {
  const [was, is] = [before ?? {}, after ?? {}];
  const differing = PLAN_PARTS.filter(
    (part) => part in was !== part in is || !sameContent(was[part], is[part]),
  );
  const only = (parts: SeriesOverride): SeriesOverride =>
    Object.fromEntries(differing.flatMap((part) => (part in parts ? [[part, parts[part]]] : [])));
  return {
    kind: "override",
    scenario: nameOf(to, scenario) ?? scenario,
    series: seriesOf(to, series) ?? seriesOf(from, series) ?? { name: series, unit: "" },
    before: only(was),
    after: only(is),
  };
}

function seriesOf({ indicators, drivers }: Plan, id: string): NamedSeries | null {
  return indicators.find((each) => each.id === id) ?? drivers.find((each) => each.id === id) ?? null;
}

function driverDifference({ driver: id }: DriverChange, from: Plan, to: Plan): readonly ScenarioDifference[] {
  const [before, after] = [from, to].map(({ drivers }) => drivers.find((each) => each.id === id) ?? null);
  if (before === undefined || after === undefined || sameContent(before, after)) return [];
  return [{ kind: "driver", before, after }];
}
