import { app, type Session, type WebContents } from "electron";
import type { Log } from "../host/log-file.ts";
import { allowsNavigation, allowsRequest } from "./navigation-policy.ts";

/** Cancels every request that is not the page's own, refuses every permission and download, and keeps spell-checking offline. */
export function lockDownSession(session: Session, log: Log): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = allowsRequest(url);
    if (!allowed) log.write("warn", `cancelled a request to ${originOf(url)}`);
    answer({ cancel: !allowed });
  });
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.write("warn", `refused the permission ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL("app://workbench/none/");
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
