/** The commands that a native menu can ask of the page, by the names that the page's own menu has for them. */
export const MENU_COMMANDS = [
  "openLibrary",
  "openIndicators",
  "openCompare",
  "openScenarios",
  "openCharts",
  "openReport",
  "openHistory",
  "openSource",
  "openSettings",
  "openBackups",
  "copyPlan",
  "nextPlan",
  "attachSource",
  "newWindow",
  "exportChart",
  "addIndicator",
  "duplicateRows",
  "removeRows",
  "moveRowsUp",
  "moveRowsDown",
  "editRemark",
  "changeUnit",
  "nextError",
  "previousError",
  "undo",
  "redo",
  "find",
  "themeSystem",
  "themeLight",
  "themeDark",
  "localeZh",
  "localeEn",
  "nextRegion",
  "help",
  "tour",
  "about",
] as const;

/** Name of a command that a native menu can send to the page. */
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** Whether a value from outside is the name of a menu command. */
export function isMenuCommand(value: unknown): value is MenuCommand {
  return MENU_COMMANDS.some((command) => command === value);
}
