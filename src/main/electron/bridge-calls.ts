import { ipcMain } from "electron";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import { CALL_CHANNEL } from "#bridge/electron-binding.ts";
import { callBridge } from "#bridge/method-table.ts";
import { refused } from "#bridge/reply.ts";
import type { Log } from "../host/log-file.ts";
import { trustsSender } from "./navigation-policy.ts";

/** Answers the page's calls: sender, method name and argument are checked before the host sees one. */
export function answerBridgeCalls(bridge: DesktopBridge, log: Log): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, argument: unknown) => {
    const frame = event.senderFrame;
    const sender = frame === null ? null : { url: frame.url, mainFrame: frame.parent === null };
    if (!trustsSender(sender))
      return refused("bad-sender", "The call does not come from the workbench's page");
    return callBridge(bridge, method, argument, log.bug);
  });
}
