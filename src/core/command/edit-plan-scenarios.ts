import { assertNever } from "../assert-never.ts";
import type { Plan } from "../plan/plan.ts";
import { err, ok, type Result } from "../result.ts";
import type { Driver } from "../scenario/driver.ts";
import {
  addScenario,
  dropOverrides,
  duplicateScenario,
  noteScenario,
  rebaseScenario,
  removeScenario,
  renameScenario,
  setOverride,
} from "../scenario/edit-scenarios.ts";
import type { Scenario, ScenarioId } from "../scenario/scenario.ts";
import { type ScenarioTree, scenarioTree, type ScenarioTreeError } from "../scenario/scenario-tree.ts";
import type { CommandError } from "./command.ts";
import type { ScenarioTreeChange } from "./plan-change.ts";
import { printableText } from "./printable-text.ts";
import type { ScenarioCommand } from "./scenario-commands.ts";
import { scenarioTreeDifference } from "./scenario-difference.ts";

type Changed = Result<readonly ScenarioTreeChange[], CommandError>;
type DriverCommand = Extract<ScenarioCommand, { readonly type: "addDriver" | "editDriver" | "removeDriver" }>;
type TreeCommand = Exclude<ScenarioCommand, DriverCommand | { readonly type: "keepScenarios" }>;

/** The changes that a command makes to a plan's scenarios and drivers. */
export function editScenarios(plan: Plan, command: ScenarioCommand): Changed {
  switch (command.type) {
    case "keepScenarios":
      return keep(plan, command);
    case "addDriver":
    case "editDriver":
    case "removeDriver":
      return editDrivers(plan, command);
    default:
      return editTree(plan, command);
  }
}

function keep(
  plan: Plan,
  { scenarios, drivers }: Extract<ScenarioCommand, { type: "keepScenarios" }>,
): Changed {
  if (plan.scenarios.length > 0) return ok([]);
  const tree = scenarioTree(scenarios.map(tidyScenario));
  if (!tree.ok) return err({ kind: "no-such-tree", error: tree.error });
  const kept = { scenarios: tree.value.scenarios, drivers: drivers.map(tidyDriver) };
  return ok(scenarioTreeDifference(plan, kept));
}

function editTree(plan: Plan, command: TreeCommand): Changed {
  const tree = scenarioTree(plan.scenarios);
  if (!tree.ok) return err({ kind: "no-such-tree", error: tree.error });
  const unknown = mentioned(command).find((id) => !tree.value.byId.has(id));
  if (unknown !== undefined) return err({ kind: "unknown-scenario", scenario: unknown });
  const edited = treeAfter(tree.value, command);
  if (!edited.ok) return err({ kind: "no-such-tree", error: edited.error });
  const { scenarios } = edited.value;
  return ok(scenarioTreeDifference(plan, { scenarios, drivers: plan.drivers }));
}

/** The scenarios that have to be there; one that is gone already needs no removal. */
function mentioned(command: TreeCommand): readonly ScenarioId[] {
  switch (command.type) {
    case "dropOverrides":
      return command.places.map(({ scenario }) => scenario);
    case "addScenario":
    case "removeScenario":
      return [];
    case "rebaseScenario":
      return [command.scenario, command.parent];
    default:
      return [command.scenario];
  }
}

function treeAfter(tree: ScenarioTree, command: TreeCommand): Result<ScenarioTree, ScenarioTreeError> {
  switch (command.type) {
    case "setOverride":
      return ok(setOverride(tree, command.scenario, command.series, command.parts));
    case "dropOverrides":
      return ok(dropOverrides(tree, command.places));
    case "addScenario": {
      const { scenario } = command;
      return tree.byId.has(scenario.id) ? ok(tree) : addScenario(tree, tidyScenario(scenario));
    }
    case "renameScenario":
      return renameScenario(tree, command.scenario, tidyName(command.name));
    case "noteScenario":
      return ok(noteScenario(tree, command.scenario, tidyNote(command.note)));
    case "duplicateScenario": {
      const copy = { id: command.id, name: tidyName(command.name) };
      return tree.byId.has(command.id) ? ok(tree) : duplicateScenario(tree, command.scenario, copy);
    }
    case "rebaseScenario": {
      const moved = rebaseScenario(tree, command.scenario, command.parent);
      return moved.ok ? ok(moved.value.tree) : moved;
    }
    case "removeScenario":
      return tree.byId.has(command.scenario) ? removeScenario(tree, command.scenario) : ok(tree);
    default:
      return assertNever(command);
  }
}

/** Drivers are kept together with scenarios. */
function editDrivers(plan: Plan, command: DriverCommand): Changed {
  if (plan.scenarios.length === 0) return err({ kind: "no-such-tree", error: { kind: "no-root" } });
  const id = command.type === "removeDriver" ? command.driver : command.driver.id;
  const isThere = plan.drivers.some((driver) => driver.id === id);
  if (command.type === "editDriver" && !isThere) return err({ kind: "unknown-driver", driver: id });
  if (command.type === "addDriver" && isThere) return ok([]);
  const drivers = driversAfter(plan.drivers, command);
  return ok(scenarioTreeDifference(plan, { scenarios: plan.scenarios, drivers }));
}

function driversAfter(drivers: readonly Driver[], command: DriverCommand): readonly Driver[] {
  switch (command.type) {
    case "addDriver":
      return [...drivers, tidyDriver(command.driver)];
    case "editDriver":
      return drivers.map((driver) => (driver.id === command.driver.id ? tidyDriver(command.driver) : driver));
    case "removeDriver":
      return drivers.filter(({ id }) => id !== command.driver);
    default:
      return assertNever(command);
  }
}

function tidyScenario(scenario: Scenario): Scenario {
  return { ...scenario, name: tidyName(scenario.name), note: tidyNote(scenario.note) };
}

function tidyDriver(driver: Driver): Driver {
  return {
    ...driver,
    name: tidyName(driver.name),
    unit: tidyName(driver.unit),
    known: [...driver.known].sort((a, b) => a.year - b.year),
    note: tidyNote(driver.note),
  };
}

const tidyName = (name: string): string => printableText(name).trim();

function tidyNote(note: string | null): string | null {
  const text = note === null ? "" : printableText(note).trim();
  return text === "" ? null : text;
}
