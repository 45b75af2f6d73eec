import { scenarioOfRecord } from "#core/scenario/scenario-record.ts";
import { scenarioTree } from "#core/scenario/scenario-tree.ts";
import type { Findings } from "./findings.ts";
import type { PlanFileData } from "./schema.ts";

/** What does not hold together in a file's scenarios and drivers. Series and statements that are gone are left alone. */
export function checkScenarios(found: Findings, { scenarios = [], drivers = [] }: PlanFileData): void {
  found.repeated(
    drivers,
    ({ id }) => id,
    (at) => ["drivers", at, "id"],
  );
  drivers.forEach((driver, at) => {
    const path = ["drivers", at, "known"];
    found.repeated(
      driver.known,
      ({ year }) => String(year),
      (k) => [...path, k, "year"],
    );
  });
  if (scenarios.length === 0) {
    if (drivers.length > 0) found.shape(["drivers"], "drivers are kept together with scenarios");
    return;
  }
  scenarios.forEach(({ overrides }, at) => {
    found.repeated(
      overrides,
      ({ series }) => series,
      (k) => ["scenarios", at, "overrides", k, "series"],
    );
  });
  const tree = scenarioTree(scenarios.map(scenarioOfRecord));
  if (!tree.ok) found.shape(["scenarios"], `the scenarios are no tree: ${tree.error.kind}`);
}
