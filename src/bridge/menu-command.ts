/**
 * What a menu entry, a key or the command palette can ask of the page, by id. The native menu of a shell
 * sends these; the page's own menu shows the same ones.
 */
export const MENU_COMMANDS = [
  "plan.open",
  "plan.copy",
  "plan.next-period",
  "window.new",
  "chart.export",
  "settings.open",
  "edit.undo",
  "edit.redo",
  "edit.find",
  "room.library",
  "room.indicators",
  "room.scenario",
  "theme.system",
  "theme.light",
  "theme.dark",
  "locale.zh-CN",
  "locale.en",
  "palette.open",
  "help.tour",
  "help.shortcuts",
  "help.about",
] as const;

/** Id of a command that a menu can send to the page. */
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** Whether a value from outside is the id of a menu command. */
export function isMenuCommand(value: unknown): value is MenuCommand {
  return MENU_COMMANDS.some((command) => command === value);
}
