import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import { isMenuCommand, MENU_COMMANDS, type MenuCommand } from "#bridge/menu-command.ts";
import { MENU_LABELS } from "#main/electron/menu-labels.ts";
import { type MenuContext, menuTemplate } from "#main/electron/menu-template.ts";
import { COMMAND_KEYS, shownKeys } from "#renderer/app/commands/command-keys.ts";
import { MENUS } from "#renderer/app/commands/menus.ts";
import { shell as english } from "#renderer/i18n/en/shell.ts";
import { shell as chinese } from "#renderer/i18n/zh-CN/shell.ts";

const context = (more: Partial<MenuContext> = {}): MenuContext => ({
  locale: "zh-CN",
  theme: "system",
  platform: "win32",
  send: () => undefined,
  ...more,
});

const itemsOf = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : [];

/** What choosing an item sends; Electron's own arguments of a click are not used. */
function sentBy(make: (send: MenuContext["send"]) => MenuItemConstructorOptions | undefined): MenuCommand[] {
  const sent: MenuCommand[] = [];
  const item = make((command) => sent.push(command));
  if (item?.click !== undefined) Reflect.apply(item.click, undefined, []);
  return sent;
}

/** The commands of every menu by what its items send, and the keys they show. */
function commandsOf(
  platform: NodeJS.Platform,
): { command: MenuCommand; item: MenuItemConstructorOptions }[][] {
  return menuTemplate(context({ platform })).map((menu, menuAt) =>
    itemsOf(menu).flatMap((item, itemAt) => {
      const sent = sentBy((send) => itemsOf(menuTemplate(context({ platform, send }))[menuAt] ?? {})[itemAt]);
      return sent.map((command) => ({ command, item }));
    }),
  );
}

const PLATFORMS = ["win32", "linux", "darwin"] as const;

describe("the native menu", () => {
  test("holds the page's menus with the page's commands, in the page's order", () => {
    const native = commandsOf("win32").map((menu) => menu.map(({ command }) => command));
    expect(native).toEqual(MENUS.map(({ groups }) => groups.flat()));
    expect(menuTemplate(context()).map(({ label }) => label)).toEqual(
      MENUS.map(({ id }) => chinese.menus[id]),
    );
  });

  test("says what the page says, in both languages", () => {
    for (const [locale, words] of [["zh-CN", chinese] as const, ["en", english] as const]) {
      expect(MENU_LABELS[locale].commands).toEqual(words.commands);
      expect(MENU_LABELS[locale].menus).toEqual(words.menus);
      expect(MENU_LABELS[locale].product).toBe(words.product);
    }
  });

  test("shows the page's keys and leaves them to the page", () => {
    for (const { command, item } of commandsOf("win32").flat()) {
      expect(
        item.accelerator?.replace("CommandOrControl", "Ctrl").replace("Up", "↑").replace("Down", "↓"),
      ).toBe(shownKeys(command));
      if (item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false);
    }
    const keyed = Object.keys(COMMAND_KEYS).filter(isMenuCommand);
    expect(keyed.length).toBeGreaterThan(10);
  });

  test.each(PLATFORMS)("offers every command on %s", (platform) => {
    const offered = new Set(
      commandsOf(platform)
        .flat()
        .map(({ command }) => command),
    );
    expect([...offered].sort()).toEqual([...MENU_COMMANDS].sort());
  });

  test("begins with the program's own menu on macOS, which alone holds about and quit", () => {
    const [program, ...others] = menuTemplate(context({ platform: "darwin" }));
    expect(program?.label).toBe("五年");
    expect(itemsOf(program ?? {}).map(({ label }) => label)).toEqual(
      expect.arrayContaining(["关于五年", "退出"]),
    );
    const labels = others.flatMap(itemsOf).map(({ label }) => label);
    expect(labels).not.toContain("退出");
    expect(labels).not.toContain("关于五年");
  });

  test("divides groups by single lines, with none at an end", () => {
    for (const platform of PLATFORMS) {
      for (const menu of menuTemplate(context({ platform }))) {
        const kinds = itemsOf(menu).map(({ type }) => (type === "separator" ? "-" : "x"));
        expect(kinds.join("")).toMatch(/^x+(?:-x+)*$/);
      }
    }
  });

  test("marks the theme and the language in use", () => {
    const checked = menuTemplate(context({ theme: "dark", locale: "en" }))
      .flatMap(itemsOf)
      .filter((item) => item.checked === true)
      .map(({ label }) => label);
    expect(checked).toEqual(["Dark appearance", "Language: English"]);
  });

  test("takes no other value for a command than a name of the list", () => {
    for (const value of ["quit", "", "constructor", null, undefined, 1, {}, ["undo"]])
      expect(isMenuCommand(value)).toBe(false);
    expect(MENU_COMMANDS.every(isMenuCommand)).toBe(true);
  });
});
