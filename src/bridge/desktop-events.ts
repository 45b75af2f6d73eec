import type { MenuCommand } from "./menu-command.ts";

/**
 * What the machine tells the page unasked, beside {@link DesktopBridge}, through which the page asks. A shell
 * with a native menu offers it; where it is missing the page shows its own menu.
 */
export interface DesktopEvents {
  /** Calls `listener` for every native menu entry chosen in this window, until the returned function is called. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
}
