import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import { patience } from "../patience.ts";
import type { JournalBridge } from "./journal-mirror.ts";

/** How long the machine may take for one call, in ms: far more than a slow stick needs for a piece of the journal. */
const PATIENCE = 10_000;

/** The machine's journal with {@link patience}. What is done after all arrives twice later, which the machine answers as done. */
export function patientBridge(bridge: JournalBridge): JournalBridge {
  const ask = patience(PATIENCE);
  return {
    appendJournal: (...given: Parameters<DesktopBridge["appendJournal"]>) =>
      ask(() => bridge.appendJournal(...given)),
    journalHeads: () => ask(() => bridge.journalHeads()),
    restartJournal: (...given: Parameters<DesktopBridge["restartJournal"]>) =>
      ask(() => bridge.restartJournal(...given)),
  };
}
