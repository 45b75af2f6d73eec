import type { Reply } from "#bridge/desktop-bridge.ts";
import type { StoreBridge } from "#renderer/data/open-workbench.ts";
import type { MachineMood } from "./loss-steps.ts";
import type { MemoryMachine } from "./memory-machine.ts";

/** A window's way to the machine, which ends with the window. */
export interface Line {
  readonly bridge: StoreBridge;
  /** What it is given from now on is not taken, or is taken and not answered any more. */
  cut: "no" | "dead" | "deaf";
}

const REFUSED = { ok: false, code: "not-writable", message: "" } as const;

/** Lets everything else go on for a while, as long as the program's own tasks take. */
async function aWhile(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
  }
}

/** A way to a machine in a mood that may change at any time. */
export function lineTo(machine: MemoryMachine, mood: () => MachineMood): Line {
  const { bridge } = machine;
  const through = <T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    if (line.cut === "dead") return Promise.resolve(REFUSED);
    if (line.cut === "deaf" || mood() === "deaf") return ask().then(() => REFUSED);
    return mood() === "disk-full" || mood() === "held" ? Promise.resolve(REFUSED) : ask();
  };
  const alive = <T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> =>
    line.cut === "dead" ? Promise.resolve(REFUSED) : ask();
  const slowly = async <T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    if (mood() !== "slow") return through(ask);
    await aWhile();
    const reply = await through(ask);
    await aWhile();
    return reply;
  };
  const line: Line = {
    cut: "no",
    bridge: {
      ...bridge,
      appendJournal: (entry) => slowly(() => bridge.appendJournal(entry)),
      restartJournal: (store) => slowly(() => bridge.restartJournal(store)),
      compactJournal: (store) => through(() => bridge.compactJournal(store)),
      writeBackup: (backup) =>
        mood() === "held"
          ? alive(() => bridge.writeBackup(backup))
          : through(() => bridge.writeBackup(backup)),
      journalHeads: () => alive(() => bridge.journalHeads()),
      readJournal: (place) => alive(() => bridge.readJournal(place)),
    },
  };
  return line;
}
