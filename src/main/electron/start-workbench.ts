import { copyFile, mkdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { app, dialog, session, shell } from "electron";
import type { Settings } from "#bridge/desktop-bridge.ts";
import { assetReader } from "../host/asset-reader.ts";
import { copyAside } from "../host/copy-aside.ts";
import { createHost, type Host } from "../host/create-host.ts";
import { EXPORT_FOLDER_NAME } from "../host/export-folder.ts";
import type { HostOptions } from "../host/host-options.ts";
import { logFileIn } from "../host/log-file.ts";
import { messagesIn, systemLocale } from "../host/messages.ts";
import { announceSettings } from "./announce-settings.ts";
import { answerBridgeCalls } from "./bridge-calls.ts";
import { chooseFolder, chooseOpenPaths, chooseSavePath } from "./dialogs.ts";
import { firstLocale } from "./launch-options.ts";
import type { LibraryCounts } from "./library-counts.ts";
import { lockDownPages, lockDownSession } from "./lock-down.ts";
import { followSettings } from "./native-menu.ts";
import { servePage } from "./page-scheme.ts";
import type { PreparedStart, Refusal } from "./prepare-start.ts";
import { READY_TIMEOUT, runSmoke } from "./smoke-run.ts";
import { createWindows } from "./windows.ts";

/** Where the parts of the program lie. */
export interface ProgramPlaces {
  readonly rendererFolder: string;
  readonly preload: string;
  /** Laid out like the package @fontsource/noto-sans-sc. */
  readonly fontsFolder: string;
  readonly icon: string;
  /** Where the smoke run puts its picture unless the arguments say so. */
  readonly pictureFile: string;
}

/** Opens the host and the first window, or does the smoke run and ends. Electron is ready. */
export async function startWorkbench(prepared: PreparedStart, places: ProgramPlaces): Promise<void> {
  const { options, dataFolder, lock } = prepared;
  const host = await createHost(
    hostOptions(prepared, places, {
      openWindow: async () => {
        await windows.open();
      },
      printPdf: (title) => windows.printPdf(title),
    }),
  );
  process.on("uncaughtException", host.log.bug);
  process.on("unhandledRejection", host.log.bug);
  const shown = { locale: options.locale ?? firstLocale(app.getPreferredSystemLanguages()) };
  const windows = createWindows({
    preload: places.preload,
    icon: process.platform === "linux" ? places.icon : null,
    stateFile: join(dataFolder, "electron-window.json"),
    size: options.size,
    visible: !options.smoke,
    locale: () => shown.locale,
    log: host.log,
    tellCrashes: async () => {
      const message = messagesIn(shown.locale).crashedOften(logFileIn(dataFolder));
      await dialog.showMessageBox({ type: "error", title: messageTitle(), message });
    },
  });
  const cancelled = lockDownSession(session.defaultSession, host.log);
  lockDownPages(host.log);
  servePage(session.defaultSession, assetReader(places.rendererFolder));
  endWithLastWindow(host, prepared);
  app.on("second-instance", windows.focus);
  app.on("activate", windows.focus);
  lock.onFrontRequest(windows.focus);
  await connectPage(host, prepared, (settings) => {
    shown.locale = settings.locale;
    followSettings(settings, windows.send);
  });
  const window = await windows.open();
  if (options.smoke) {
    const picture = resolve(options.out ?? places.pictureFile);
    await smoke(runSmoke(window, options, picture), cancelled, { host, dataFolder, picture });
  }
}

function hostOptions(
  { options, dataFolder }: PreparedStart,
  { fontsFolder }: ProgramPlaces,
  windows: Pick<HostOptions, "openWindow" | "printPdf">,
): HostOptions {
  return {
    shell: "electron",
    version: app.getVersion(),
    dataFolder,
    ...documentsOfSystem(),
    fontsFolder,
    locale: options.locale ?? firstLocale(app.getPreferredSystemLanguages()),
    clock: () => new Date(),
    chooseSavePath,
    chooseOpenPaths,
    chooseFolder,
    reveal: (path) => {
      shell.showItemInFolder(path);
      return Promise.resolve();
    },
    ...windows,
    emptyDatabase: async () => {
      const kept = await copyAside(join(app.getPath("sessionData"), "IndexedDB"), dataFolder);
      await session.defaultSession.clearStorageData({ storages: ["indexdb"] });
      return kept;
    },
  };
}

/** Windows lets its user move Documents, and only the system knows where to; where it does not, as with a drive that is gone, the host looks by itself. */
function documentsOfSystem(): Pick<HostOptions, "exportFolder"> {
  try {
    return { exportFolder: join(app.getPath("documents"), EXPORT_FOLDER_NAME) };
  } catch {
    // Electron throws a plain error without a code when the system names no such folder.
    return {};
  }
}

async function smoke(
  counting: Promise<LibraryCounts>,
  cancelled: readonly string[],
  run: { readonly host: Host; readonly dataFolder: string; readonly picture: string },
): Promise<void> {
  const messages = messagesIn(systemLocale(process.env));
  try {
    const counts = await counting;
    const startMs = Math.round(Date.now() - (process.getCreationTime() ?? Date.now()));
    if (cancelled.length > 0) failSmoke(messages.requestsLeft(cancelled.length));
    else process.stdout.write(`${JSON.stringify({ shell: "electron", ...counts, startMs })}\n`);
  } catch (error) {
    run.host.log.bug(error);
    // The data folder of a smoke run goes at its end, so its log is put beside the picture.
    const log = join(dirname(run.picture), "wunian.log");
    await mkdir(dirname(log), { recursive: true });
    await copyFile(logFileIn(run.dataFolder), log);
    failSmoke(messages.pageNotReady(READY_TIMEOUT / 1000, log));
  }
  app.quit();
}

function failSmoke(line: string): void {
  process.exitCode = 1;
  process.stderr.write(`${line}\n`);
}

/** Says why the program does not start, in a dialog where someone sits before it, and ends. */
export function refuseStart({ message, exitCode }: Refusal, smoke: boolean): void {
  process.stderr.write(`${message}\n`);
  if (exitCode !== 0 && !smoke) dialog.showErrorBox(messageTitle(), message);
  app.exit(exitCode);
}

const messageTitle = () => (systemLocale(process.env) === "en" ? "Wunian" : "五年");

/** Answers the page's calls, and lets menu, frames and questions follow what it sets. */
async function connectPage(
  host: Host,
  { options }: PreparedStart,
  follow: (settings: Settings) => void,
): Promise<void> {
  const bridge = announceSettings(host.bridge, follow);
  answerBridgeCalls(bridge, host.log);
  const change = {
    ...(options.theme === null ? {} : { theme: options.theme }),
    ...(options.locale === null ? {} : { locale: options.locale }),
  };
  const wanted = Object.keys(change).length > 0;
  const reply = await (wanted ? host.bridge.changeSettings(change) : host.bridge.readSettings());
  if (reply.ok) follow(reply.value);
  else host.log.write("error", `the settings were not read: ${reply.code} ${reply.message}`);
}

/** On every platform the program ends with its last window; the host closes its files before. */
function endWithLastWindow(host: Host, { lock, temporaryFolder }: PreparedStart): void {
  app.on("window-all-closed", () => app.quit());
  app.once("will-quit", (event) => {
    event.preventDefault();
    const end = async () => {
      await host.close();
      await lock.release();
      if (temporaryFolder !== null)
        await rm(temporaryFolder, { recursive: true, force: true, maxRetries: 3 });
    };
    end()
      .catch((error: unknown) => {
        host.log.bug(error);
      })
      .finally(() => app.exit(Number(process.exitCode ?? 0)));
  });
}
