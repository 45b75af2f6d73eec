import { type PlanId, statementId } from "../plan/ids.ts";
import type { Driver } from "./driver.ts";
import type { Scenario, SeriesOverride } from "./scenario.ts";

/** A scenario for the copy of a plan: what it supposes of the plan's rows it supposes of the copy's. */
export function copyScenario(scenario: Scenario, from: PlanId, to: PlanId): Scenario {
  const overrides = new Map(
    [...scenario.overrides].map(([series, parts]) => [moved(series, from, to), copyParts(parts, from, to)]),
  );
  return { ...scenario, overrides };
}

/** A driver for the copy of a plan, resting on the copy's statements. */
export function copyDriver(driver: Driver, from: PlanId, to: PlanId): Driver {
  return {
    ...driver,
    known: driver.known.map((value) => ({
      ...value,
      derivation: value.derivation && {
        ...value.derivation,
        from: value.derivation.from.map((id) => statementId(moved(id, from, to))),
      },
    })),
  };
}

/** A formula may name rows by their ids. */
function copyParts(parts: SeriesOverride, from: PlanId, to: PlanId): SeriesOverride {
  const { assumption } = parts;
  if (assumption?.method !== "formula") return parts;
  return { ...parts, assumption: { ...assumption, text: assumption.text.replaceAll(`${from}/`, `${to}/`) } };
}

function moved(id: string, from: PlanId, to: PlanId): string {
  return id.startsWith(`${from}/`) ? `${to}${id.slice(from.length)}` : id;
}
