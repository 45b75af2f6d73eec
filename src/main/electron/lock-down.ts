import { app, type Session, type WebContents } from "electron";
import type { Log } from "../host/log-file.ts";
import { allowsNavigation, allowsPermission, allowsRequest } from "./navigation-policy.ts";
import { PAGE_ORIGIN } from "./page-origin.ts";

/**
 * Cancels every request that is not the page's own, refuses every download and every permission but the clipboard's, and
 * keeps spell-checking offline. Returns the addresses of cancelled requests, to which later ones are added.
 */
export function lockDownSession(session: Session, log: Log): readonly string[] {
  const cancelled: string[] = [];
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = allowsRequest(url);
    if (!allowed) {
      cancelled.push(url);
      log.write("warn", `cancelled a request to ${originOf(url)}`);
    }
    answer({ cancel: !allowed });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    const allowed = allowsPermission(permission, requestingUrl);
    if (!allowed) log.write("warn", `refused the permission ${permission}`);
    answer(allowed);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => allowsPermission(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  // Nothing is there: a dictionary that is asked for in spite of all is not fetched from outside.
  session.setSpellCheckerDictionaryDownloadURL(`${PAGE_ORIGIN}/none/`);
  return cancelled;
}

/** Holds for every page from now on: no navigation away, no redirect, no new window, no embedded page. */
export function lockDownPages(log: Log): void {
  app.on("web-contents-created", (_event, contents) => lockDownPage(contents, log));
}

function lockDownPage(contents: WebContents, log: Log): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }) => {
    if (allowsNavigation(event.url)) return;
    log.write("warn", `refused to go to ${originOf(event.url)}`);
    event.preventDefault();
  };
  contents.on("will-navigate", stay);
  contents.on("will-frame-navigate", stay);
  contents.on("will-redirect", stay);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.write("warn", `refused a new window for ${originOf(url)}`);
    return { action: "deny" };
  });
}

/** Only the origin goes to the log: the rest of an address may hold what a planner typed. */
function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?/i.exec(url)?.[0] ?? "an unreadable address";
}
