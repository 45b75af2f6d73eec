import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseCommandLine, type CommandLine } from "#main/host/command-line.ts";
import { crashLimit } from "#main/host/crash-limit.ts";
import { defaultDataFolder, prepareDataFolder, thisEnvironment } from "#main/host/data-folder.ts";
import { nodeDisk } from "#main/host/disk.ts";
import { takeInstanceLock, type InstanceLock } from "#main/host/instance-lock.ts";
import { logFileIn } from "#main/host/log-file.ts";
import { logProcessFaults } from "#main/host/log-process-faults.ts";
import { dataFolderRefusal, messagesIn, systemLocale, type MessageLocale } from "#main/host/messages.ts";
import { savedLocale } from "#main/host/settings-file.ts";
import { findBrowser, type FoundBrowser } from "./find-browser.ts";
import { lacksDisplay } from "./lacks-display.ts";
import { READY_TIMEOUT, takePicture, waitForLibrary } from "./smoke-run.ts";
import { startChromiumShell, type ChromiumShell } from "./start-chromium-shell.ts";
import { bringToFront } from "./windows.ts";

/** Where the program lies and how it talks to the terminal. */
export interface ProgramSurroundings {
  /** The arguments behind the program's name. */
  readonly words: readonly string[];
  readonly rendererFolder: string;
  /** Where the smoke run puts its picture unless the arguments say so. */
  readonly pictureFile: string;
  readonly version: string;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

interface Run extends ProgramSurroundings {
  readonly options: CommandLine;
  readonly locale: MessageLocale;
  readonly dataFolder: string;
  readonly startedAt: number;
}

/** Runs the Chromium shell from its start to its end; the exit code. Every expected failure is one line in the terminal. */
export async function runChromiumProgram(surroundings: ProgramSurroundings): Promise<number> {
  const startedAt = performance.now();
  const environment = thisEnvironment();
  const system = systemLocale(environment.env);
  const parsed = parseCommandLine(surroundings.words);
  if (!parsed.ok) return failed(surroundings, messagesIn(system).badOption(parsed.error.option));
  const options = parsed.value;
  if (!options.smoke && !hasDisplay(environment)) return failed(surroundings, messagesIn(system).noDisplay);
  const named = options.dataDir === null ? null : resolve(options.dataDir);
  const wanted = named ?? (options.smoke ? tmpdir() : defaultDataFolder(environment));
  const prepared = await prepareDataFolder(wanted);
  if (!prepared.ok) return failed(surroundings, dataFolderRefusal(messagesIn(system), prepared.error));
  // A smoke run seeds an empty profile, also below a folder that is named.
  const temporary = options.smoke ? await mkdtemp(join(wanted, "wunian-smoke-")) : null;
  try {
    const dataFolder = temporary ?? prepared.value;
    const locale = options.locale ?? (await savedLocale(dataFolder)) ?? system;
    return await runLocked({ ...surroundings, options, locale, dataFolder, startedAt });
  } finally {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runLocked(run: Run): Promise<number> {
  const messages = messagesIn(run.locale);
  if (!existsSync(join(run.rendererFolder, "index.html")))
    return failed(run, messages.notBuilt(run.rendererFolder));
  const lock = await takeInstanceLock(run.dataFolder);
  if (lock === null) {
    run.say(messages.alreadyRunning(run.dataFolder));
    return 0;
  }
  try {
    const wish = { named: run.options.browser, headless: run.options.smoke };
    const browser = await findBrowser(wish, thisEnvironment());
    if (!browser.ok) return failed(run, messages.noBrowser(installHint(run.locale), browser.error.named));
    return await runBrowser(run, browser.value, lock);
  } finally {
    await lock.release();
  }
}

/** Runs the browser, and once more after a crash of its page. */
async function runBrowser(run: Run, browser: FoundBrowser, lock: InstanceLock): Promise<number> {
  const mayStart = crashLimit();
  let front: ChromiumShell | null = null;
  lock.onFrontRequest(() => {
    if (front !== null) void bringToFront(front.context).catch(front.host.log.bug);
  });
  for (;;) {
    const end = await runShell(run, browser, (shell) => {
      front = shell;
    });
    if (end !== "crashed") return end;
    if (!mayStart()) return failed(run, messagesIn(run.locale).crashedOften(logFileIn(run.dataFolder)));
  }
}

/** Runs the shell to its end: the exit code, or that its page crashed. */
async function runShell(
  run: Run,
  browser: FoundBrowser,
  onStarted: (shell: ChromiumShell) => void,
): Promise<number | "crashed"> {
  let shell: ChromiumShell;
  try {
    shell = await startChromiumShell({
      headless: run.options.smoke,
      dataFolder: run.dataFolder,
      rendererFolder: run.rendererFolder,
      browser,
      version: run.version,
      locale: run.locale,
      ...(run.options.size === null ? {} : { viewport: run.options.size }),
    });
  } catch (error) {
    return failed(run, await whyNoBrowser(run, browser, error));
  }
  // A window that goes while it is being answered rejects what nobody waits for any more.
  const stopLogging = logProcessFaults(shell.host.log);
  const stop = () => void shell.close();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, stop);
  onStarted(shell);
  if (run.options.smoke) return smoke(run, shell).finally(stopLogging);
  run.say(messagesIn(run.locale).runsIn(browser.name, shell.context.browser()?.version() ?? ""));
  const end = await shell.ended;
  for (const signal of signals) process.removeListener(signal, stop);
  stopLogging();
  return end === "crashed" ? end : 0;
}

/** What a browser needs for its profile at the least, in bytes; with less its failure is the disk's. */
const ROOM_FOR_PROFILE = 50 * 1024 ** 2;

async function whyNoBrowser(run: Run, browser: FoundBrowser, error: unknown): Promise<string> {
  const messages = messagesIn(run.locale);
  if (lacksDisplay(error)) return messages.noDisplay;
  const free = await nodeDisk.free(run.dataFolder);
  if (free !== null && free < ROOM_FOR_PROFILE) return messages.diskFull(run.dataFolder);
  return messages.browserFailed(browser.name, firstLine(error));
}

async function smoke(run: Run, shell: ChromiumShell): Promise<number> {
  const picture = resolve(run.options.out ?? run.pictureFile);
  try {
    const counts = await waitForLibrary(shell.page);
    const startMs = Math.round(performance.now() - run.startedAt);
    await takePicture(shell, run.options, picture);
    if (shell.blockedRequests.length > 0)
      return failed(run, messagesIn(run.locale).requestsLeft(shell.blockedRequests.length));
    run.say(JSON.stringify({ shell: "chromium", ...counts, startMs }));
    return 0;
  } catch (error) {
    shell.host.log.bug(error);
    // The run's own folder goes away at its end; the log is needed after it.
    const log = join(dirname(picture), "wunian.log");
    await mkdir(dirname(log), { recursive: true });
    await copyFile(logFileIn(run.dataFolder), log);
    return failed(run, messagesIn(run.locale).pageNotReady(READY_TIMEOUT / 1000, log));
  } finally {
    await shell.close();
  }
}

function failed(surroundings: Pick<ProgramSurroundings, "complain">, line: string): number {
  surroundings.complain(line);
  return 1;
}

function hasDisplay({ platform, env }: ReturnType<typeof thisEnvironment>): boolean {
  return platform !== "linux" || Boolean(env["DISPLAY"]) || Boolean(env["WAYLAND_DISPLAY"]);
}

function installHint(locale: MessageLocale): string {
  const hints = messagesIn(locale).installHint;
  return process.platform === "win32" || process.platform === "darwin"
    ? hints[process.platform]
    : hints.linux;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
