/** The name under which Electron's preload script gives the page its DesktopBridge. */
export const ELECTRON_BRIDGE = "desktopBridge";

/** The name under which Electron's preload script gives the page its DesktopEvents. */
export const ELECTRON_EVENTS = "desktopEvents";

/** The one channel from page to machine: the name of a method and its argument. */
export const CALL_CHANNEL = "wunian:call";

/** The one channel from machine to page: the id of a menu command. */
export const MENU_CHANNEL = "wunian:menu";
