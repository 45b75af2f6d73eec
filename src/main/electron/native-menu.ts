import { Menu, nativeTheme } from "electron";
import type { Settings } from "#bridge/desktop-bridge.ts";
import { type MenuContext, menuTemplate } from "./menu-template.ts";

/** Lets the native menu and the window frames follow the settings. */
export function followSettings({ locale, theme }: Settings, send: MenuContext["send"]): void {
  nativeTheme.themeSource = theme;
  const template = menuTemplate({ locale, theme, platform: process.platform, send });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
