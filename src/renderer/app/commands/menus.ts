import type { shell } from "../../i18n/zh-CN/shell.ts";
import type { MenuEntry } from "../../ui/menu.tsx";
import { shownKeys } from "./command-keys.ts";
import type { CommandId, Commands } from "./command.ts";

/** Name of a menu of the menu bar. */
export type MenuId = keyof (typeof shell)["menus"];

/** What each menu holds, in order; the inner lists are divided by lines. */
export const MENUS: readonly { readonly id: MenuId; readonly groups: readonly (readonly CommandId[])[] }[] = [
  { id: "file", groups: [["openLibrary"], ["exportChart"], ["openBackups"], ["newWindow", "openSettings"]] },
  {
    id: "edit",
    groups: [
      ["undo", "redo"],
      ["duplicateRows", "removeRows", "moveRowsUp", "moveRowsDown"],
      ["editRemark", "changeUnit"],
      ["nextError", "previousError"],
      ["find"],
    ],
  },
  {
    id: "view",
    groups: [
      [
        "openIndicators",
        "openCompare",
        "openScenarios",
        "openCharts",
        "openReport",
        "openHistory",
        "openSource",
      ],
      ["themeSystem", "themeLight", "themeDark"],
      ["localeZh", "localeEn"],
      ["nextRegion"],
    ],
  },
  { id: "data", groups: [["addIndicator"], ["copyPlan", "nextPlan"], ["attachSource"]] },
  { id: "tools", groups: [["find", "openScenarios"], ["openSettings"]] },
  { id: "help", groups: [["help", "tour"], ["about"]] },
];

/** The entries of a menu as the commands stand now. */
export function menuEntries(groups: readonly (readonly CommandId[])[], commands: Commands): MenuEntry[] {
  return groups.flatMap((group, at) => {
    const rows = group.map((id): MenuEntry => {
      const { label, checked, disabledReason, run } = commands[id];
      return { kind: "item", id, label, keys: shownKeys(id), checked, disabledReason, run };
    });
    return at === 0 ? rows : [{ kind: "separator", id: `line-${at}` } as const, ...rows];
  });
}
