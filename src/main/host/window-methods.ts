import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import { isDiskFull, isHeld, refusedWrite } from "./file-error.ts";
import type { HostOptions } from "./host-options.ts";
import type { Log } from "./log-file.ts";

/** The methods that the shell's windows answer; what goes wrong in the shell is logged and refused. */
export function createWindowMethods(
  shell: Pick<HostOptions, "printPdf" | "openWindow" | "emptyDatabase">,
  log: Log,
): Pick<DesktopBridge, "printPdf" | "openWindow" | "emptyDatabase"> {
  return {
    printPdf: async (title) => {
      try {
        const printed = await shell.printPdf(title);
        return printed === null ? refused("not-found", "No window has this title") : done(printed);
      } catch (error) {
        log.bug(error);
        return refused("unsupported", "The shell could not print the page");
      }
    },
    openWindow: async () => {
      try {
        await shell.openWindow();
        return done(null);
      } catch (error) {
        log.bug(error);
        return refused("unsupported", "The shell could not open a further window");
      }
    },
    emptyDatabase: async () => {
      try {
        log.write(
          "warn",
          "The page's database cannot be used, and is copied to damaged-database and emptied",
        );
        return done({ kept: await shell.emptyDatabase() });
      } catch (error) {
        if (isHeld(error) || isDiskFull(error)) return refusedWrite(error);
        log.bug(error);
        return refused("internal", "The shell could not empty the page's database");
      }
    },
  };
}
