/**
 * Stands in for Electron's module where its program cannot run: it takes the main process's calls, remembers them in
 * `seen`, and lets a test play the parts of the system, the page and the planner.
 */
import { EventEmitter } from "node:events";

// Electron adds this to Node's process: the time at which it began.
process.getCreationTime = () => Date.now() - 50;

export const seen = {
  switches: [],
  schemes: [],
  windows: [],
  errorBoxes: [],
  menu: [],
  calls: new Map(),
  pages: new Map(),
  exitCode: null,
  /** The questions of the program, and the button that the planner presses on each. */
  questions: [],
  pressed: 0,
  /** What the page says that it would lose; while it does, it stops the close of its window. */
  atRisk: null,
  /** What the page's library says of itself; `null` for a page that does not become ready. */
  library: { plans: "5", indicators: "120", observations: "200", targets: "130" },
};

let becomeReady = () => undefined;
const ready = new Promise((resolve) => {
  becomeReady = resolve;
});

/** Electron becomes ready. */
export const makeReady = () => becomeReady();

let reportExit = () => undefined;

/** Resolves with the exit code when the program ends. */
export const exited = new Promise((resolve) => {
  reportExit = resolve;
});

class App extends EventEmitter {
  commandLine = { appendSwitch: (name, value) => seen.switches.push([name, value]) };
  enableSandbox() {}
  setPath() {}
  getPath() {
    return process.cwd();
  }
  getVersion() {
    return "0.1.0";
  }
  getPreferredSystemLanguages() {
    return ["zh-CN"];
  }
  requestSingleInstanceLock() {
    return true;
  }
  whenReady() {
    return ready;
  }
  quit() {
    let prevented = false;
    this.emit("will-quit", { preventDefault: () => (prevented = true) });
    if (!prevented) this.exit(0);
  }
  exit(code) {
    seen.exitCode = code;
    reportExit(code);
  }
}

export const app = new App();

export const protocol = { registerSchemesAsPrivileged: (schemes) => seen.schemes.push(...schemes) };

class Session extends EventEmitter {
  protocol = { handle: (scheme, answer) => seen.pages.set(scheme, answer) };
  webRequest = { onBeforeRequest: (judge) => (this.judge = judge) };
  setPermissionRequestHandler(handler) {
    this.permission = handler;
  }
  setPermissionCheckHandler(handler) {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler() {}
  setSpellCheckerEnabled(enabled) {
    this.spellChecker = enabled;
  }
  setSpellCheckerDictionaryDownloadURL() {}
}

export const session = { defaultSession: new Session() };

class WebContents extends EventEmitter {
  sent = [];
  send(channel, ...values) {
    this.sent.push([channel, ...values]);
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  reload() {}
  executeJavaScript(code) {
    if (code.includes('getAttribute("data-at-risk")')) {
      const waits = code.startsWith("new Promise") && code.includes(JSON.stringify(seen.atRisk));
      return waits ? new Promise(() => undefined) : Promise.resolve(seen.atRisk);
    }
    return seen.library === null ? Promise.reject(new Error("not ready")) : Promise.resolve(seen.library);
  }
  capturePage() {
    return Promise.resolve({ toPNG: () => Buffer.from("a picture") });
  }
}

export class BrowserWindow extends EventEmitter {
  static getFocusedWindow() {
    return null;
  }
  constructor(options) {
    super();
    this.options = options;
    this.webContents = new WebContents();
    seen.windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  loadURL(url) {
    this.url = url;
    this.emit("ready-to-show");
    return Promise.resolve();
  }
  show() {
    this.shown = true;
  }
  maximize() {
    this.shown = true;
  }
  focus() {
    this.focused = true;
  }
  isMinimized() {
    return false;
  }
  isMaximized() {
    return false;
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1200, height: 700 };
  }
  isDestroyed() {
    return this.destroyed === true;
  }
  close() {
    this.emit("close");
    let stays = seen.atRisk !== null;
    if (stays) this.webContents.emit("will-prevent-unload", { preventDefault: () => (stays = false) });
    if (stays) return;
    this.destroyed = true;
    this.emit("closed");
  }
}

export const ipcMain = { handle: (channel, answer) => seen.calls.set(channel, answer) };

export const dialog = {
  showMessageBox: (window, question) => {
    seen.questions.push(question);
    return Promise.resolve({ response: seen.pressed });
  },
  showErrorBox: (title, message) => seen.errorBoxes.push([title, message]),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: "" }),
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
};

export const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (template) => (seen.menu = template),
};

export const nativeTheme = { themeSource: "system", shouldUseDarkColors: false };

export const screen = {
  getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } }),
  getAllDisplays: () => [screen.getPrimaryDisplay()],
};

export const shell = { showItemInFolder: () => undefined };
