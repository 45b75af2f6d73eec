import type { BridgeMethod, DesktopBridge, Reply } from "./desktop-bridge.ts";
import {
  isBackupId,
  isBackupRequest,
  isFontRequest,
  isHandle,
  isJournalEntry,
  isJournalQuery,
  isLogEntry,
  isNothing,
  isOpenKinds,
  isSaveRequest,
  isSettingsChange,
  isStoreName,
  isTitle,
} from "./argument-guards.ts";
import { refused } from "./reply.ts";

type CheckedCall = (bridge: DesktopBridge, argument: unknown) => Promise<Reply<unknown>>;

function checked<A>(
  guard: (value: unknown) => value is A,
  call: (bridge: DesktopBridge, argument: A) => Promise<Reply<unknown>>,
): CheckedCall {
  return (bridge, argument) =>
    guard(argument)
      ? call(bridge, argument)
      : Promise.resolve(refused("bad-argument", "The argument has not the shape this method takes"));
}

const CALLS: { readonly [Method in BridgeMethod]: CheckedCall } = {
  capabilities: checked(isNothing, (bridge) => bridge.capabilities()),
  readSettings: checked(isNothing, (bridge) => bridge.readSettings()),
  changeSettings: checked(isSettingsChange, (bridge, change) => bridge.changeSettings(change)),
  chooseExportFolder: checked(isNothing, (bridge) => bridge.chooseExportFolder()),
  chooseBackupFolder: checked(isNothing, (bridge) => bridge.chooseBackupFolder()),
  saveFile: checked(isSaveRequest, (bridge, request) => bridge.saveFile(request)),
  openFiles: checked(isOpenKinds, (bridge, kinds) => bridge.openFiles(kinds)),
  revealFile: checked(isHandle, (bridge, handle) => bridge.revealFile(handle)),
  appendJournal: checked(isJournalEntry, (bridge, entry) => bridge.appendJournal(entry)),
  journalHeads: checked(isNothing, (bridge) => bridge.journalHeads()),
  readJournal: checked(isJournalQuery, (bridge, query) => bridge.readJournal(query)),
  restartJournal: checked(isStoreName, (bridge, store) => bridge.restartJournal(store)),
  compactJournal: checked(isStoreName, (bridge, store) => bridge.compactJournal(store)),
  writeBackup: checked(isBackupRequest, (bridge, request) => bridge.writeBackup(request)),
  listBackups: checked(isNothing, (bridge) => bridge.listBackups()),
  readBackup: checked(isBackupId, (bridge, id) => bridge.readBackup(id)),
  verifyBackup: checked(isBackupId, (bridge, id) => bridge.verifyBackup(id)),
  diskSpace: checked(isNothing, (bridge) => bridge.diskSpace()),
  subsetFont: checked(isFontRequest, (bridge, request) => bridge.subsetFont(request)),
  printPdf: checked(isTitle, (bridge, title) => bridge.printPdf(title)),
  openWindow: checked(isNothing, (bridge) => bridge.openWindow()),
  emptyDatabase: checked(isNothing, (bridge) => bridge.emptyDatabase()),
  log: checked(isLogEntry, (bridge, entry) => bridge.log(entry)),
};

const TABLE: ReadonlyMap<unknown, CheckedCall> = new Map(Object.entries(CALLS));

/** The names of every method of the bridge; a shell opens exactly these and no others. */
export const BRIDGE_METHODS: readonly BridgeMethod[] = Object.keys(CALLS).filter(isBridgeMethod);

/** Tells the name of a method from any other value. */
export function isBridgeMethod(value: unknown): value is BridgeMethod {
  return TABLE.has(value);
}

/**
 * Calls a method by its name with an argument of unknown shape: the only way from a page to the host.
 * An unknown method, a wrong argument and a bug each come back as a code; `reportBug` gets the error itself.
 */
export async function callBridge(
  bridge: DesktopBridge,
  method: unknown,
  argument: unknown,
  reportBug: (error: unknown) => void,
): Promise<Reply<unknown>> {
  const call = TABLE.get(method);
  if (call === undefined) return refused("unknown-method", "There is no such method");
  try {
    return await call(bridge, argument);
  } catch (error) {
    reportBug(error);
    return refused("internal", "The method failed; the log has the details");
  }
}
