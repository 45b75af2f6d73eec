import type { MenuItemConstructorOptions } from "electron";
import type { MenuCommand } from "#bridge/menu-command.ts";
import { MENU_LABELS, type MenuLocale, type MenuWord } from "./menu-labels.ts";

/** What the native menu depends on; `send` gets the id of the chosen entry. */
export interface MenuContext {
  readonly locale: MenuLocale;
  readonly theme: "system" | "light" | "dark";
  readonly platform: NodeJS.Platform;
  readonly send: (command: MenuCommand) => void;
}

/** Keys shown beside an entry; the page itself handles them. */
const KEYS: Partial<Readonly<Record<MenuCommand, string>>> = {
  "plan.open": "CommandOrControl+O",
  "plan.next-period": "CommandOrControl+N",
  "window.new": "CommandOrControl+Shift+N",
  "settings.open": "CommandOrControl+,",
  "edit.undo": "CommandOrControl+Z",
  "edit.find": "CommandOrControl+F",
  "palette.open": "CommandOrControl+K",
  "help.shortcuts": "F1",
};

const SEPARATOR: MenuItemConstructorOptions = { type: "separator" };

/** The native menu as a value: 文件 编辑 查看 数据 工具 帮助, before them the program's own menu on macOS. */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const mac = context.platform === "darwin";
  const menu = (word: MenuWord, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: MENU_LABELS[context.locale][word],
    submenu,
  });
  return [
    ...(mac ? [programMenu(context)] : []),
    menu("file", fileEntries(context)),
    menu("edit", editEntries(context)),
    menu("view", viewEntries(context)),
    menu("data", commands(context, ["plan.copy", "plan.next-period"])),
    menu("tools", [
      ...commands(context, ["palette.open"]),
      SEPARATOR,
      languageMenu(context),
      ...commands(context, ["settings.open"]),
    ]),
    menu("help", commands(context, ["help.tour", "help.shortcuts", ...(mac ? [] : ["help.about" as const])])),
  ];
}

function fileEntries(context: MenuContext): MenuItemConstructorOptions[] {
  return [
    ...commands(context, ["plan.open", "plan.next-period", "plan.copy"]),
    SEPARATOR,
    ...commands(context, ["chart.export"]),
    SEPARATOR,
    ...commands(context, ["window.new"]),
    role(context, "close", "close"),
    ...(context.platform === "darwin" ? [] : [role(context, "quit", "quit")]),
  ];
}

function editEntries(context: MenuContext): MenuItemConstructorOptions[] {
  return [
    ...commands(context, ["edit.undo", "edit.redo"]),
    SEPARATOR,
    role(context, "cut", "cut"),
    role(context, "copy", "copy"),
    role(context, "paste", "paste"),
    role(context, "selectAll", "selectAll"),
    SEPARATOR,
    ...commands(context, ["edit.find"]),
  ];
}

function viewEntries(context: MenuContext): MenuItemConstructorOptions[] {
  return [
    ...commands(context, ["room.library", "room.indicators", "room.scenario"]),
    SEPARATOR,
    themeMenu(context),
    SEPARATOR,
    role(context, "zoomIn", "zoomIn"),
    role(context, "zoomOut", "zoomOut"),
    role(context, "resetZoom", "resetZoom"),
    role(context, "fullScreen", "togglefullscreen"),
  ];
}

function programMenu(context: MenuContext): MenuItemConstructorOptions {
  return {
    label: "五年",
    submenu: [
      ...commands(context, ["help.about"]),
      SEPARATOR,
      role(context, "hide", "hide"),
      role(context, "hideOthers", "hideOthers"),
      role(context, "unhide", "unhide"),
      SEPARATOR,
      role(context, "quit", "quit"),
    ],
  };
}

function themeMenu(context: MenuContext): MenuItemConstructorOptions {
  const chosen: MenuCommand = `theme.${context.theme}`;
  return {
    label: MENU_LABELS[context.locale].theme,
    submenu: choices(context, ["theme.system", "theme.light", "theme.dark"], chosen),
  };
}

function languageMenu(context: MenuContext): MenuItemConstructorOptions {
  const chosen: MenuCommand = `locale.${context.locale}`;
  return {
    label: MENU_LABELS[context.locale].language,
    submenu: choices(context, ["locale.zh-CN", "locale.en"], chosen),
  };
}

function choices(context: MenuContext, ids: readonly MenuCommand[], chosen: MenuCommand) {
  return ids.map((id) => ({ ...command(context, id), type: "radio" as const, checked: id === chosen }));
}

function commands(context: MenuContext, ids: readonly MenuCommand[]): MenuItemConstructorOptions[] {
  return ids.map((id) => command(context, id));
}

function command(context: MenuContext, id: MenuCommand): MenuItemConstructorOptions {
  const key = id === "edit.redo" ? redoKey(context.platform) : KEYS[id];
  return {
    id,
    label: MENU_LABELS[context.locale][id],
    click: () => context.send(id),
    // The page hears the key first and knows what has the focus; registered here as well it would act twice.
    ...(key === undefined ? {} : { accelerator: key, registerAccelerator: false }),
  };
}

function redoKey(platform: NodeJS.Platform): string {
  return platform === "darwin" ? "Command+Shift+Z" : "Control+Y";
}

function role(
  context: MenuContext,
  word: MenuWord,
  name: NonNullable<MenuItemConstructorOptions["role"]>,
): MenuItemConstructorOptions {
  return { role: name, label: MENU_LABELS[context.locale][word] };
}
