/** What `npm start` says before the program itself speaks; the program's own sentences are in src/main/host/messages.ts. */
const chinese = {
  building: "正在生成程序……",
  built: (/** @type {string} */ seconds) => `程序已生成（${seconds} 秒）。`,
  buildFailed: "程序未能生成：",
  downloading: (/** @type {number} */ percent) => `正在下载 Electron：${percent}%`,
  runs: (/** @type {string} */ shell, /** @type {string} */ why) => `使用 ${shell} 运行：${why}。`,
  electronPresent: "Electron 已安装",
  electronDownloaded: "Electron 已下载",
  asked: "按 --shell 的指定",
  smokeWithoutDisplay: "此处没有图形界面，自检由浏览器进行",
  unreachable: (/** @type {string} */ why) =>
    `未能下载 Electron（${why}），改用已安装的浏览器；一天内不再尝试`,
  rememberedUnreachable: (/** @type {string} */ when) =>
    `${when} 未能连接 Electron 的下载地址，改用已安装的浏览器；次日起或用 --shell electron 时再试`,
  electronMissing: (/** @type {string} */ why) => `无法使用 Electron：${why}。`,
  oldNode: (/** @type {string} */ found) => `需要 Node 20.19 或更高版本，现为 ${found}。`,
  badShell: (/** @type {string} */ value) => `--shell 只能是 chromium 或 electron，不能是“${value}”。`,
  notInstalled: "请先运行 npm ci。",
};

/** @type {typeof chinese} */
const english = {
  building: "Building…",
  built: (seconds) => `Built in ${seconds} s.`,
  buildFailed: "The program could not be built:",
  downloading: (percent) => `Downloading Electron: ${percent}%`,
  runs: (shell, why) => `Runs in ${shell}: ${why}.`,
  electronPresent: "Electron is installed",
  electronDownloaded: "Electron has been downloaded",
  asked: "as --shell asks",
  smokeWithoutDisplay: "there is no display here, and the check needs none in a browser",
  unreachable: (why) =>
    `Electron could not be downloaded (${why}), so the installed browser is used; no further try for a day`,
  rememberedUnreachable: (when) =>
    `Electron's download could not be reached at ${when}, so the installed browser is used; tried again a day later or with --shell electron`,
  electronMissing: (why) => `Electron cannot be used: ${why}.`,
  oldNode: (found) => `Node 20.19 or newer is needed; this is ${found}.`,
  badShell: (value) => `--shell is chromium or electron, not “${value}”.`,
  notInstalled: "Run npm ci first.",
};

/**
 * The words in the language of the system's environment: Chinese unless it names another.
 * @param {NodeJS.ProcessEnv} env
 */
export function startWords(env) {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  return named === undefined || /^(zh|C\b|POSIX)/i.test(named) ? chinese : english;
}

/** @typedef {typeof chinese} StartWords */
