import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import { MENU_COMMANDS, type MenuCommand } from "#bridge/menu-command.ts";
import { MENU_LABELS } from "#main/electron/menu-labels.ts";
import { type MenuContext, menuTemplate } from "#main/electron/menu-template.ts";

const context = (more: Partial<MenuContext> = {}): MenuContext => ({
  locale: "zh-CN",
  theme: "system",
  platform: "win32",
  send: () => undefined,
  ...more,
});

function entriesOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? entriesOf(item.submenu) : [])]);
}

const PLATFORMS = ["win32", "linux", "darwin"] as const;

describe("the native menu", () => {
  test("has the six menus of the page in their order", () => {
    expect(menuTemplate(context()).map((item) => item.label)).toEqual([
      "文件",
      "编辑",
      "查看",
      "数据",
      "工具",
      "帮助",
    ]);
    expect(menuTemplate(context({ locale: "en" })).map((item) => item.label)).toEqual([
      "File",
      "Edit",
      "View",
      "Data",
      "Tools",
      "Help",
    ]);
  });

  test("begins with the program's own menu on macOS, which then holds about and quit", () => {
    const [program, file] = menuTemplate(context({ platform: "darwin" }));
    expect(program?.label).toBe("五年");
    const own = entriesOf(program === undefined ? [] : [program]);
    expect(own.map((item) => item.id ?? item.role)).toEqual(expect.arrayContaining(["help.about", "quit"]));
    expect(entriesOf(file === undefined ? [] : [file]).some((item) => item.role === "quit")).toBe(false);
  });

  test.each(PLATFORMS)("offers every command of the page on %s, each with the id it sends", (platform) => {
    const sent: MenuCommand[] = [];
    const entries = entriesOf(menuTemplate(context({ platform, send: (command) => sent.push(command) })));
    const withId = entries.filter((item) => item.id !== undefined);
    for (const item of withId) {
      // The glue's own click needs no event, window or item; Electron passes all three.
      Reflect.apply(item.click ?? (() => undefined), undefined, []);
    }
    expect(sent).toEqual(withId.map((item) => item.id));
    expect([...new Set(sent)].sort()).toEqual([...MENU_COMMANDS].sort());
  });

  test.each(PLATFORMS)("gives no key to two different commands on %s", (platform) => {
    const keyed = entriesOf(menuTemplate(context({ platform }))).filter((item) => item.accelerator);
    const pairs = new Set(keyed.map((item) => `${String(item.accelerator)} ${String(item.id)}`));
    expect(pairs.size).toBe(new Set(keyed.map((item) => item.accelerator)).size);
    expect(keyed.every((item) => item.registerAccelerator === false)).toBe(true);
  });

  test("marks the theme and the language in use", () => {
    const checked = entriesOf(menuTemplate(context({ theme: "dark", locale: "en" })))
      .filter((item) => item.checked === true)
      .map((item) => item.id);
    expect(checked).toEqual(["theme.dark", "locale.en"]);
  });

  test("has a label of its own for every entry, in both languages", () => {
    const { "zh-CN": chinese, en: english } = MENU_LABELS;
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
    for (const labels of [chinese, english])
      expect(Object.values(labels).every((l) => l.trim() !== "")).toBe(true);
    const latinInChinese = Object.values(chinese).filter((label) => /[a-z]/i.test(label));
    expect(latinInChinese).toEqual(["English"]);
  });
});
