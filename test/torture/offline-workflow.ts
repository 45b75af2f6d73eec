import { readFileSync } from "node:fs";
import { createConnection } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Frame } from "../e2e/rooms/frame.ts";
import { IndicatorRoom } from "../e2e/rooms/indicator-room.ts";
import { LibraryRoom } from "../e2e/rooms/library-room.ts";
import { ScenarioRoom } from "../e2e/rooms/scenario-room.ts";
import { freshMachine, removeMachine, startWorkbench } from "../e2e/start-workbench.ts";

/** Packets that left during a planner's work, and during one connection tried by hand, so that the count is seen to count. */
export interface CountedPackets {
  readonly packets: number;
  readonly control: number;
}

const INDICATOR = "国家高新技术企业";

/**
 * A planner's work from an empty machine to an exported chart, and then nothing for `idleMs`, with every packet counted that the system
 * would send. To be run in a network of its own, in which no other program can send any.
 */
export async function countPackets(idleMs: number): Promise<CountedPackets> {
  const before = sentPackets();
  await workAndIdle(idleMs);
  const packets = sentPackets() - before;
  await new Promise((resolve) => {
    const socket = createConnection({ host: "192.0.2.1", port: 80, timeout: 1_000 });
    for (const end of ["error", "timeout", "connect"] as const)
      socket.once(end, () => {
        socket.destroy();
        resolve(null);
      });
  });
  return { packets, control: sentPackets() - before - packets };
}

async function workAndIdle(idleMs: number): Promise<void> {
  const machine = await freshMachine();
  const workbench = await startWorkbench({ machine });
  try {
    const library = new LibraryRoom(workbench.page);
    const indicators = new IndicatorRoom(workbench.page);
    const scenario = new ScenarioRoom(workbench.page);
    await library.ready();
    await library.startNextPlan("恩平市科学技术发展“十三五”规划");
    await indicators.ready();
    await indicators.type(INDICATOR, "2025 目标表述", "保底100家，力争130家");
    await new Frame(workbench.page).waitUntilSaved();
    await scenario.show();
    await scenario.chooseIndicator(INDICATOR);
    await scenario.exportChart({ kind: "PNG", size: "整栏" });
    // A browser that is left alone is when it calls home.
    await wait(idleMs);
  } finally {
    await workbench.close();
    await removeMachine(machine);
  }
}

/** Packets sent so far on every interface of this network. */
function sentPackets(): number {
  const [, , ...interfaces] = readFileSync("/proc/self/net/dev", "utf8").trim().split("\n");
  return interfaces.reduce((sum, line) => {
    const columns = line
      .replace(/^[^:]*:/, "")
      .trim()
      .split(/\s+/);
    return sum + Number(columns[9]);
  }, 0);
}
