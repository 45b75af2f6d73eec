import type { MenuItemConstructorOptions } from "electron";
import type { MenuCommand } from "#bridge/menu-command.ts";
import { MENU_LABELS, type MenuLocale, type MenuName, type SystemEntry } from "./menu-labels.ts";

/** What the native menu depends on; `send` gets the name of the chosen command. */
export interface MenuContext {
  readonly locale: MenuLocale;
  readonly theme: "system" | "light" | "dark";
  readonly platform: NodeJS.Platform;
  readonly send: (command: MenuCommand) => void;
}

type Entry =
  | { readonly command: MenuCommand; readonly except?: NodeJS.Platform }
  | { readonly system: SystemEntry; readonly except?: NodeJS.Platform };

const commands = (...names: MenuCommand[]): Entry[] => names.map((command) => ({ command }));
const system = (...names: SystemEntry[]): Entry[] => names.map((name) => ({ system: name }));

/** The page's menus with what a window of its own adds; the inner lists are divided by lines. */
const MENUS: readonly { readonly name: MenuName; readonly groups: readonly (readonly Entry[])[] }[] = [
  {
    name: "file",
    groups: [
      commands("openLibrary"),
      commands("exportChart"),
      commands("openBackups"),
      commands("newWindow", "openSettings"),
      [{ system: "close" }, { system: "quit", except: "darwin" }],
    ],
  },
  {
    name: "edit",
    groups: [
      commands("undo", "redo"),
      system("cut", "copy", "paste", "selectAll"),
      commands("duplicateRows", "removeRows", "moveRowsUp", "moveRowsDown"),
      commands("editRemark", "changeUnit"),
      commands("nextError", "previousError"),
      commands("find"),
    ],
  },
  {
    name: "view",
    groups: [
      commands(
        "openIndicators",
        "openCompare",
        "openScenarios",
        "openCharts",
        "openReport",
        "openHistory",
        "openSource",
      ),
      commands("themeSystem", "themeLight", "themeDark"),
      commands("localeZh", "localeEn"),
      commands("nextRegion"),
      system("zoomIn", "zoomOut", "resetZoom", "togglefullscreen"),
    ],
  },
  {
    name: "data",
    groups: [commands("addIndicator"), commands("copyPlan", "nextPlan"), commands("attachSource")],
  },
  { name: "tools", groups: [commands("find", "openScenarios"), commands("openSettings")] },
  { name: "help", groups: [commands("help", "tour"), [{ command: "about", except: "darwin" }]] },
];

/** On macOS the first menu is the program's own. */
const PROGRAM_MENU: readonly (readonly Entry[])[] = [
  commands("about"),
  system("hide", "hideOthers", "unhide"),
  system("quit"),
];

/** Keys shown beside an entry; the page itself handles them. */
const KEYS: Partial<Readonly<Record<MenuCommand, string>>> = {
  openLibrary: "CommandOrControl+O",
  openIndicators: "CommandOrControl+2",
  openCompare: "CommandOrControl+3",
  openScenarios: "CommandOrControl+4",
  openCharts: "CommandOrControl+5",
  openReport: "CommandOrControl+6",
  openHistory: "CommandOrControl+9",
  openSettings: "CommandOrControl+,",
  nextPlan: "CommandOrControl+N",
  copyPlan: "CommandOrControl+Shift+S",
  newWindow: "CommandOrControl+Shift+N",
  exportChart: "CommandOrControl+Shift+E",
  addIndicator: "CommandOrControl+Shift+I",
  removeRows: "CommandOrControl+-",
  moveRowsUp: "Alt+Shift+Up",
  moveRowsDown: "Alt+Shift+Down",
  editRemark: "Shift+F2",
  nextError: "F8",
  previousError: "Shift+F8",
  undo: "CommandOrControl+Z",
  redo: "CommandOrControl+Y",
  find: "CommandOrControl+K",
  nextRegion: "F6",
  help: "F1",
};

/** The native menu as a value: 文件 编辑 查看 数据 工具 帮助, before them the program's own menu on macOS. */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const { product, menus } = MENU_LABELS[context.locale];
  const own = { label: product, submenu: entries(PROGRAM_MENU, context) };
  const all = MENUS.map(({ name, groups }) => ({ label: menus[name], submenu: entries(groups, context) }));
  return context.platform === "darwin" ? [own, ...all] : all;
}

function entries(groups: readonly (readonly Entry[])[], context: MenuContext): MenuItemConstructorOptions[] {
  const shown = groups
    .map((group) => group.filter(({ except }) => except !== context.platform))
    .filter((group) => group.length > 0);
  return shown.flatMap((group, at) => {
    const items = group.map((entry) => item(entry, context));
    return at === 0 ? items : [{ type: "separator" as const }, ...items];
  });
}

function item(entry: Entry, context: MenuContext): MenuItemConstructorOptions {
  const labels = MENU_LABELS[context.locale];
  if ("system" in entry) return { role: entry.system, label: labels.system[entry.system] };
  const { command } = entry;
  const key = KEYS[command];
  const checked = choice(command, context);
  return {
    label: labels.commands[command],
    click: () => context.send(command),
    // The page hears the key first and knows what has the focus; registered here as well it would act twice.
    ...(key === undefined ? {} : { accelerator: key, registerAccelerator: false }),
    ...(checked === null ? {} : { type: "radio", checked }),
  };
}

/** Whether a choice is the one in force; `null` for a command that is no choice. */
function choice(command: MenuCommand, { theme, locale }: MenuContext): boolean | null {
  switch (command) {
    case "themeSystem":
      return theme === "system";
    case "themeLight":
      return theme === "light";
    case "themeDark":
      return theme === "dark";
    case "localeZh":
      return locale === "zh-CN";
    case "localeEn":
      return locale === "en";
    default:
      return null;
  }
}
