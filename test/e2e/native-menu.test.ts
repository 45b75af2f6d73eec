import { describe, expect, test } from "vitest";
import type { DesktopEvents } from "#bridge/desktop-events.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

// The Chromium shell has no native menu: here the page gets the events that Electron's preload script offers.

describe("the page under a native menu", () => {
  let workbench: Workbench;

  onMachine(async (started) => {
    workbench = started;
    await workbench.page.addInitScript(() => {
      const listeners = new Set<(command: string) => void>();
      const events = {
        onMenuCommand: (listener: (command: string) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
      Object.assign(window, {
        desktopEvents: events satisfies Record<keyof DesktopEvents, unknown>,
        chooseInMenu: (command: string) => {
          for (const listener of listeners) listener(command);
        },
      });
    });
    await workbench.page.reload();
    await new LibraryRoom(workbench.page).ready();
  });

  const choose = (command: string) =>
    workbench.page.evaluate((name) => {
      const chosen: unknown = Reflect.get(window, "chooseInMenu");
      if (typeof chosen === "function") Reflect.apply(chosen, window, [name]);
    }, command);

  test("shows no menu bar of its own", async () => {
    expect(await workbench.page.getByRole("menubar").count()).toBe(0);
  });

  test("does what is chosen there", async () => {
    await choose("openSettings");
    await workbench.page.getByRole("main", { name: "设置" }).waitFor();
    await choose("openLibrary");
    await new LibraryRoom(workbench.page).ready();
    await choose("help");
    await workbench.page.getByRole("dialog", { name: "快捷键" }).waitFor();
    await workbench.page.keyboard.press("Escape");
  });

  test("leaves undone what cannot be chosen now", async () => {
    await choose("undo");
    await choose("openSettings");
    await workbench.page.getByRole("main", { name: "设置" }).waitFor();
    // In a bundled plan nothing can be undone; trying it all the same would end in a notice that stays.
    expect(await workbench.page.locator(".shell-notices").innerText()).toBe("");
    expect(workbench.pageErrors).toEqual([]);
  });
});
