import { join } from "node:path";
import type { Capabilities, DesktopBridge } from "#bridge/desktop-bridge.ts";
import { done } from "#bridge/reply.ts";
import { diskLevel } from "#bridge/disk-space.ts";
import { openBackupFiles } from "./backup-files.ts";
import { compactJournal } from "./compact-journal.ts";
import { documentsFolder } from "./documents-folder.ts";
import { thisEnvironment } from "./data-folder.ts";
import { confirmsNames, type Disk, nodeDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { EXPORT_FOLDER_NAME } from "./export-folder.ts";
import { createFileMethods } from "./file-methods.ts";
import type { HostOptions } from "./host-options.ts";
import { openJournalFiles, SEGMENT_BYTES } from "./journal-files.ts";
import { openLog, type Log } from "./log-file.ts";
import { makeLastingFolder } from "./lasting-folder.ts";
import { openFontFolder } from "./make-font.ts";
import { openChosenFiles } from "./open-chosen-files.ts";
import { isSecondFolderThere, secondBackupFolder } from "./second-folder.ts";
import { defaultSettings, openSettingsFile } from "./settings-file.ts";
import { createSettingsMethods } from "./settings-methods.ts";
import { sweepExports, sweepLeftovers } from "./sweep-leftovers.ts";
import { createWindowMethods } from "./window-methods.ts";

/** The machine side of one program run. */
export interface Host {
  readonly bridge: DesktopBridge;
  readonly log: Log;
  /** Ends what is under way and closes the files. */
  readonly close: () => Promise<void>;
}

/** Opens the host over a data folder. Rejects with the system's error when the folder cannot be used. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { dataFolder, clock, disk = nodeDisk } = options;
  await makeLastingFolder(dataFolder, disk);
  const log = openLog(dataFolder, clock);
  const settings = await openSettingsFile(dataFolder, defaultSettings(options.locale), clock, log, disk);
  const journals = openJournalFiles(dataFolder, { disk, clock, log, segmentBytes: SEGMENT_BYTES });
  const backups = openBackupFiles(dataFolder, {
    disk,
    clock,
    log,
    secondPlace: () => settings.read().backupFolder,
  });
  const makeFont = openFontFolder(options.fontsFolder);
  const defaultFolder =
    options.exportFolder ?? join(await documentsFolder(thisEnvironment()), EXPORT_FOLDER_NAME);
  const exportFolder = () => settings.read().exportFolder ?? defaultFolder;
  const bridge: DesktopBridge = {
    ...createSettingsMethods(settings, exportFolder, options, disk),
    ...createFileMethods(
      exportFolder,
      options,
      disk,
      onceForEach((folder) => {
        sweepExports(folder, clock().getTime(), disk, log).catch(log.bug);
      }),
    ),
    openFiles: (kinds) => openChosenFiles(kinds, options.chooseOpenPaths),
    capabilities: () => Promise.resolve(done(capabilitiesOf(options))),
    appendJournal: (entry) => journals.append(entry),
    journalHeads: () => journals.heads(),
    readJournal: (query) => journals.read(query),
    restartJournal: (store) => journals.restart(store),
    compactJournal: (store) => compactJournal(store, journals, backups),
    writeBackup: (request) => backups.write(request),
    listBackups: () => backups.list(),
    readBackup: (id) => backups.read(id),
    verifyBackup: (id) => backups.verify(id),
    diskSpace: async () => {
      const free = await disk.free(dataFolder);
      return done({ free, level: diskLevel(free) });
    },
    subsetFont: async ({ text, weight, format }) => done(await makeFont(text, weight, format)),
    ...createWindowMethods(options, log),
    log: ({ level, message }) => {
      log.write(level, `page: ${message}`);
      return Promise.resolve(done(null));
    },
  };
  log.write("info", `started: version ${options.version}, shell ${options.shell}, node ${process.version}`);
  // Beside the start: a stick may be slow.
  lookAround(dataFolder, settings.read().backupFolder, clock().getTime(), disk, log).catch(log.bug);
  return {
    bridge,
    log,
    close: async () => {
      await journals.close();
      log.write("info", "ended");
    },
  };
}

/** Calls `task` for each text once. */
function onceForEach(task: (text: string) => void): (text: string) => void {
  const called = new Set<string>();
  return (text) => {
    if (!called.has(text)) task(text);
    called.add(text);
  };
}

/** Sweeps out what a killed run left, and notes which folders lie on a file system that does not confirm that names last. */
async function lookAround(
  dataFolder: string,
  place: string | null,
  now: number,
  disk: Disk,
  log: Log,
): Promise<void> {
  const named = place === null ? null : secondBackupFolder(place);
  const second = named !== null && (await isSecondFolderThere(named, disk)) ? named : null;
  await sweepLeftovers(dataFolder, second, now, disk, log);
  for (const folder of second === null ? [dataFolder] : [dataFolder, second]) {
    try {
      if (!(await confirmsNames(folder)))
        log.write("warn", `The file system of ${folder} does not confirm that names survive a power cut`);
    } catch (error) {
      // A stick that was pulled out meanwhile: its next backup will say so.
      if (errorCode(error) === "") throw error;
    }
  }
}

function capabilitiesOf(options: HostOptions): Capabilities {
  return {
    shell: options.shell,
    version: options.version,
    saveDialog: options.chooseSavePath !== null,
    openDialog: options.chooseOpenPaths !== null,
    folderDialog: options.chooseFolder !== null,
    reveal: options.reveal !== null,
  };
}
