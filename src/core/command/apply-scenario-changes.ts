import type { Plan } from "../plan/plan.ts";
import type { Driver } from "../scenario/driver.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type {
  DriverChange,
  OverrideChange,
  Placed,
  ScenarioChange,
  ScenarioTreeChange,
} from "./plan-change.ts";

/** The plan after its scenarios and drivers changed, in the order of the changes. */
export function applyScenarioChanges(plan: Plan, changes: readonly ScenarioTreeChange[]): Plan {
  const scenarios = [...plan.scenarios];
  const drivers = [...plan.drivers];
  for (const change of changes) {
    if (change.kind === "scenario") applyScenario(scenarios, change);
    else if (change.kind === "override") applyOverride(scenarios, change);
    else applyDriver(drivers, change);
  }
  return { ...plan, scenarios, drivers };
}

function applyScenario(scenarios: Scenario[], { scenario, before, after }: ScenarioChange): void {
  const leaving = before === null ? null : takeOut(scenarios, before.at, scenario);
  if (after === null) return;
  putIn(scenarios, { at: after.at, item: { ...after.item, overrides: leaving?.overrides ?? new Map() } });
}

function applyOverride(scenarios: Scenario[], { scenario, series, after }: OverrideChange): void {
  const at = scenarios.findIndex(({ id }) => id === scenario);
  const found = scenarios[at];
  if (found === undefined) throw new RangeError(`No scenario ${scenario}`);
  const overrides = new Map(found.overrides);
  if (after === null) overrides.delete(series);
  else overrides.set(series, after);
  scenarios[at] = { ...found, overrides };
}

function applyDriver(drivers: Driver[], { driver, before, after }: DriverChange): void {
  if (before !== null) takeOut(drivers, before.at, driver);
  if (after !== null) putIn(drivers, after);
}

function takeOut<T extends { readonly id: string }>(list: T[], at: number, id: string): T {
  const [gone] = list.splice(at, 1);
  if (gone?.id !== id) throw new RangeError(`${id} is not at ${at}`);
  return gone;
}

function putIn<T extends { readonly id: string }>(list: T[], { at, item }: Placed<T>): void {
  if (at > list.length) throw new RangeError(`No place ${at} for ${item.id}`);
  list.splice(at, 0, item);
}
