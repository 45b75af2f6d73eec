import type { Driver } from "../scenario/driver.ts";
import type { OverridePlace } from "../scenario/edit-scenarios.ts";
import type { Scenario, ScenarioId, SeriesOverride } from "../scenario/scenario.ts";

/** What a planner does to the scenarios of a draft and to the series that they rest on. */
export type ScenarioCommand =
  /** Keeps what has been proposed, so that it can be edited; nothing where scenarios are kept already. */
  | {
      readonly type: "keepScenarios";
      readonly scenarios: readonly Scenario[];
      readonly drivers: readonly Driver[];
    }
  /** Sets parts of what a scenario supposes of a series; its other parts stay. */
  | {
      readonly type: "setOverride";
      readonly scenario: ScenarioId;
      readonly series: string;
      readonly parts: SeriesOverride;
    }
  /** Lets parts be inherited again (恢复继承). */
  | { readonly type: "dropOverrides"; readonly places: readonly OverridePlace[] }
  | { readonly type: "addScenario"; readonly scenario: Scenario }
  | { readonly type: "renameScenario"; readonly scenario: ScenarioId; readonly name: string }
  | { readonly type: "noteScenario"; readonly scenario: ScenarioId; readonly note: string | null }
  /** A scenario that supposes the same, behind the first and below the same parent; that of the root below the root. */
  | {
      readonly type: "duplicateScenario";
      readonly scenario: ScenarioId;
      readonly id: ScenarioId;
      readonly name: string;
    }
  /** Puts a scenario below another parent; what it sets stays. */
  | { readonly type: "rebaseScenario"; readonly scenario: ScenarioId; readonly parent: ScenarioId }
  /** Its children go to its parent and keep what they supposed. */
  | { readonly type: "removeScenario"; readonly scenario: ScenarioId }
  | { readonly type: "addDriver"; readonly driver: Driver }
  /** The driver of the same id becomes this one. */
  | { readonly type: "editDriver"; readonly driver: Driver }
  | { readonly type: "removeDriver"; readonly driver: string };
