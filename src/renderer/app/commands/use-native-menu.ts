import { useEffect, useLayoutEffect, useRef } from "react";
import type { DesktopEvents } from "#bridge/desktop-events.ts";
import type { Commands } from "./command.ts";
import { hasOwnAnswer } from "./command-keys.ts";

declare global {
  interface Window {
    /** Set by a shell that has a native menu. */
    readonly desktopEvents?: DesktopEvents;
  }
}

/** Carries out what is chosen in the shell's native menu; tells whether there is one, so that the page need not show its own. */
export function useNativeMenu(commands: Commands): boolean {
  const events = window.desktopEvents;
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  }, [commands]);
  useEffect(
    () =>
      events?.onMenuCommand((name) => {
        const { disabledReason, run } = latest.current[name];
        if (disabledReason === undefined && !hasOwnAnswer(document.activeElement, name)) run();
      }),
    [events],
  );
  return events !== undefined;
}
