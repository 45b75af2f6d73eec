import { afterAll, beforeAll, expect } from "vitest";
import {
  freshMachine,
  removeMachine,
  startWorkbench,
  type Workbench,
  type WorkbenchOptions,
} from "./start-workbench.ts";

/**
 * Starts a workbench on a machine of its own before the tests around it and closes it after them. `enter` leads to where they begin. No page may have
 * thrown an error meanwhile.
 */
export function onMachine(
  enter: (workbench: Workbench) => Promise<void>,
  options: Omit<WorkbenchOptions, "machine"> = {},
): void {
  let machine: string;
  let workbench: Workbench;
  beforeAll(async () => {
    machine = await freshMachine();
    workbench = await startWorkbench({ machine, ...options });
    await enter(workbench);
  });
  afterAll(async () => {
    expect(workbench.pageErrors).toEqual([]);
    await workbench.close();
    await removeMachine(machine);
  });
}
