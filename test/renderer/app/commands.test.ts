import { describe, expect, test } from "vitest";
import { type Command, type CommandId, type Commands } from "#renderer/app/commands/command.ts";
import { COMMAND_KEYS, shownKeys } from "#renderer/app/commands/command-keys.ts";
import { MENUS, menuEntries } from "#renderer/app/commands/menus.ts";
import { resources } from "#renderer/i18n/resources.ts";

const ids = Object.keys(resources["zh-CN"].shell.commands) as CommandId[];
const command = (id: CommandId): Command => ({ id, label: id, run: () => undefined });
const commands = Object.fromEntries(ids.map((id) => [id, command(id)])) as Commands;

describe("the commands", () => {
  test("share no keys", () => {
    const keys = Object.values(COMMAND_KEYS).flat();
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("are all in a menu", () => {
    const inMenus = new Set(MENUS.flatMap(({ groups }) => groups.flat()));
    expect(ids.filter((id) => !inMenus.has(id))).toEqual([]);
  });

  test.each([
    ["copyPlan", "Ctrl+Shift+S"],
    ["openSettings", "Ctrl+,"],
    ["openIndicators", "Ctrl+2"],
    ["help", "F1"],
    ["about", undefined],
  ] as const)("show their keys as printed on the keyboard: %s", (id, keys) => {
    expect(shownKeys(id)).toBe(keys);
  });

  test("stand in a menu with lines between groups, keys and the reason they cannot be chosen", () => {
    const undo = { ...command("undo"), disabledReason: "没有可撤销的改动" };
    expect(menuEntries([["undo"], ["find"]], { ...commands, undo })).toMatchObject([
      { kind: "item", id: "undo", keys: "Ctrl+Z", disabledReason: "没有可撤销的改动" },
      { kind: "separator" },
      { kind: "item", id: "find", keys: "Ctrl+K" },
    ]);
  });
});
