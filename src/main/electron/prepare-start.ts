import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { app } from "electron";
import { err, ok, type Result } from "#core/result.ts";
import { type CommandLine, parseCommandLine } from "../host/command-line.ts";
import { defaultDataFolder, prepareDataFolder, thisEnvironment } from "../host/data-folder.ts";
import { type InstanceLock, takeInstanceLock } from "../host/instance-lock.ts";
import { dataFolderRefusal, messagesIn, systemLocale } from "../host/messages.ts";
import { OFFLINE_SWITCHES, ownWords } from "./launch-options.ts";
import { registerPageScheme } from "./page-scheme.ts";

/** What is settled before Electron is ready: the options, and a data folder that is this process's alone. */
export interface PreparedStart {
  readonly options: CommandLine;
  readonly dataFolder: string;
  readonly lock: InstanceLock;
  /** The folder of a smoke run, to be removed at its end. */
  readonly temporaryFolder: string | null;
}

/** Why the program does not start, in the planner's language, and the exit code. */
export interface Refusal {
  readonly message: string;
  readonly exitCode: 0 | 1;
}

/**
 * Does all that must be done before Electron is ready: scheme, switches, profile folder and the one instance. It must not wait for
 * readiness itself, since Electron waits for it.
 */
export async function prepareStart(): Promise<Result<PreparedStart, Refusal>> {
  app.enableSandbox();
  registerPageScheme();
  for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value);
  const messages = messagesIn(systemLocale(process.env));
  const options = parseCommandLine(ownWords(process.argv));
  if (!options.ok) return err({ message: messages.badOption(options.error.option), exitCode: 1 });
  const temporaryFolder = options.value.smoke ? await mkdtemp(join(tmpdir(), "wunian-smoke-")) : null;
  const { dataDir } = options.value;
  const wanted = dataDir === null ? defaultDataFolder(thisEnvironment()) : resolve(dataDir);
  const prepared = await prepareDataFolder(temporaryFolder ?? wanted);
  if (!prepared.ok) return err({ message: dataFolderRefusal(messages, prepared.error), exitCode: 1 });
  const dataFolder = prepared.value;
  await useProfile(join(dataFolder, "electron"));
  const elsewhere = err({ message: messages.alreadyRunning(dataFolder), exitCode: 0 as const });
  // Electron's own lock passes the right to come to the front, which Windows gives to the newest start; ours spans both shells.
  if (!app.requestSingleInstanceLock()) return elsewhere;
  const lock = await takeInstanceLock(dataFolder);
  return lock === null ? elsewhere : ok({ options: options.value, dataFolder, lock, temporaryFolder });
}

async function useProfile(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  app.setPath("userData", folder);
  app.setPath("sessionData", folder);
}
