import type { Settings } from "#bridge/desktop-bridge.ts";
import type { DataFolderError } from "./data-folder.ts";
import { isFullDiskCode } from "./file-error.ts";

/** Which language the terminal speaks. */
export type MessageLocale = Settings["locale"];

/** The sentences that the program says in the terminal, outside the page. */
export interface Messages {
  readonly dataFolderUnwritable: (folder: string, code: string) => string;
  /** The disk of the data folder has no room. */
  readonly diskFull: (folder: string) => string;
  readonly alreadyRunning: (folder: string) => string;
  /** `named` is the browser that was asked for and is not there; empty when none was. */
  readonly noBrowser: (hint: string, named: string) => string;
  readonly browserFailed: (name: string, reason: string) => string;
  readonly noDisplay: string;
  readonly pageNotReady: (seconds: number, log: string) => string;
  /** The page crashed again and again and is not started once more. */
  readonly crashedOften: (log: string) => string;
  readonly badOption: (option: string) => string;
  readonly notBuilt: (folder: string) => string;
  readonly requestsLeft: (count: number) => string;
  readonly runsIn: (browser: string, version: string) => string;
  readonly installHint: Readonly<Record<"linux" | "win32" | "darwin", string>>;
}

const chinese: Messages = {
  dataFolderUnwritable: (folder, code) =>
    `无法写入数据文件夹“${folder}”（${code}）。请检查该文件夹的权限或磁盘，或用 --data-dir <文件夹> 另行指定。`,
  diskFull: (folder) =>
    `磁盘已满，程序无法启动：数据文件夹“${folder}”所在的磁盘没有剩余空间。请在该磁盘上至少腾出 500 MB 后再启动；已保存的规划仍在该文件夹中。`,
  alreadyRunning: (folder) => `五年已在运行（数据文件夹“${folder}”），已请该窗口显示到最前。`,
  noBrowser: (hint, named) =>
    named === "" ? `未找到可用的浏览器：${hint}` : `“${named}”不是可运行的浏览器：${hint}`,
  browserFailed: (name, reason) => `“${name}”无法启动：${reason}`,
  noDisplay: "此处没有图形界面，无法打开窗口；如只需检查程序，请运行 npm start -- --smoke。",
  pageNotReady: (seconds, log) => `程序界面在 ${seconds} 秒内未能就绪，详情见日志“${log}”。`,
  crashedOften: (log) =>
    `程序界面接连意外中断，窗口已关闭。已保存的内容都在磁盘上，请重新启动程序；仍不成功时，请把日志“${log}”交技术人员。`,
  badOption: (option) => `无法识别的选项：${option}`,
  notBuilt: (folder) => `“${folder}”中没有程序界面，请先运行 npm run build。`,
  requestsLeft: (count) => `程序界面有 ${count} 个请求试图离开本机，已全部拦截。`,
  runsIn: (browser, version) => `五年窗口由 ${browser} ${version} 打开；关闭窗口即退出。`,
  installHint: {
    linux:
      "请安装 Chromium（如 apt install chromium 或 dnf install chromium），或用 --browser <路径> 指定浏览器。",
    win32: "请安装 Microsoft Edge 或 Google Chrome，或用 --browser <路径> 指定浏览器。",
    darwin: "请安装 Google Chrome 或 Microsoft Edge，或用 --browser <路径> 指定浏览器。",
  },
};

const english: Messages = {
  dataFolderUnwritable: (folder, code) =>
    `The data folder “${folder}” cannot be written (${code}). Check its permissions or the disk, or name another with --data-dir <folder>.`,
  diskFull: (folder) =>
    `The disk is full and the program cannot start: there is no room left on the disk of the data folder “${folder}”. Free at least 500 MB on it and start again; the plans that were saved are still in that folder.`,
  alreadyRunning: (folder) =>
    `五年 is already running (data folder “${folder}”); its window has been asked to come to the front.`,
  noBrowser: (hint, named) =>
    named === ""
      ? `No usable browser was found: ${hint}`
      : `“${named}” is no browser that can be started: ${hint}`,
  browserFailed: (name, reason) => `“${name}” could not be started: ${reason}`,
  noDisplay:
    "There is no display here to open a window on; to check the program only, run npm start -- --smoke.",
  pageNotReady: (seconds, log) =>
    `The page was not ready within ${seconds} seconds; the log “${log}” has the details.`,
  crashedOften: (log) =>
    `The page crashed again and again, so its window was closed. Everything that was saved is on the disk; please start the program again. If that does not help, give the log “${log}” to technical support.`,
  badOption: (option) => `Unknown option: ${option}`,
  notBuilt: (folder) => `There is no page in “${folder}”; run npm run build first.`,
  requestsLeft: (count) => `The page tried to send ${count} requests out of this machine; all were stopped.`,
  runsIn: (browser, version) => `五年 opens in ${browser} ${version}; close its window to end it.`,
  installHint: {
    linux:
      "install Chromium (such as apt install chromium or dnf install chromium), or name a browser with --browser <path>.",
    win32: "install Microsoft Edge or Google Chrome, or name a browser with --browser <path>.",
    darwin: "install Google Chrome or Microsoft Edge, or name a browser with --browser <path>.",
  },
};

/** Why the data folder cannot be used, as a sentence. */
export function dataFolderRefusal(messages: Messages, { folder, code }: DataFolderError): string {
  return isFullDiskCode(code) ? messages.diskFull(folder) : messages.dataFolderUnwritable(folder, code);
}

/** The sentences in one language. */
export const messagesIn = (locale: MessageLocale): Messages => (locale === "en" ? english : chinese);

/** The language of the system's environment variables: Chinese unless they name another language. */
export function systemLocale(env: Readonly<Record<string, string | undefined>>): MessageLocale {
  const named = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return named === undefined || /^(zh|C\b|POSIX)/i.test(named) ? "zh-CN" : "en";
}
