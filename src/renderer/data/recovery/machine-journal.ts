import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalPlace } from "#bridge/journal.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { readJournalRow } from "../db/read-journal-row.ts";
import type { RecoveryError } from "./recovery.ts";

/** An entry as the machine holds it. */
interface MachineEntry {
  readonly sequence: number;
  readonly json: string;
}

/** The method of the machine that journals are read with. */
export type MachineReader = Pick<DesktopBridge, "readJournal">;

/** The entries of a store behind `after`, in order and whole, a batch at a time; the first refusal ends it. */
export async function* readMachineTexts(
  bridge: MachineReader,
  store: string,
  after: number,
): AsyncGenerator<Result<readonly MachineEntry[], BridgeErrorCode>> {
  let place: JournalPlace | null = { after, offset: 0 };
  let begun = "";
  while (place !== null) {
    const reply: Awaited<ReturnType<MachineReader["readJournal"]>> = await bridge.readJournal({
      store,
      ...place,
    });
    if (!reply.ok) {
      yield err(reply.code);
      return;
    }
    const whole: MachineEntry[] = [];
    for (const { sequence, json, more } of reply.value.entries) {
      begun += json;
      if (more) continue;
      whole.push({ sequence, json: begun });
      begun = "";
    }
    yield ok(whole);
    place = reply.value.next;
  }
}

/** What a start says where a journal was not read: one that is damaged or gone stays so, whatever else the machine refuses may pass. */
export function unreadJournal(store: string, code: BridgeErrorCode): RecoveryError {
  return code === "damaged" || code === "not-found"
    ? { kind: "not-recovered", detail: `journal ${store}: ${code}` }
    : { kind: "machine", code };
}

/** All entries of a store behind `after` as rows; an entry that this program does not know ends it. */
export async function readMachineRows(
  bridge: MachineReader,
  store: string,
  after: number,
): Promise<Result<readonly JournalRow[], RecoveryError>> {
  const rows: JournalRow[] = [];
  for await (const batch of readMachineTexts(bridge, store, after)) {
    if (!batch.ok) return err(unreadJournal(store, batch.error));
    for (const { sequence, json } of batch.value) {
      const row = readJournalRow(json);
      if (row === null) {
        return err({ kind: "not-recovered", detail: `journal ${store}: entry ${sequence} cannot be read` });
      }
      rows.push(row);
    }
  }
  return ok(rows);
}
