import type { BrowserContext, Frame } from "playwright-core";
import { CHROMIUM_BINDING } from "#bridge/chromium-binding.ts";
import type { DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import { callBridge } from "#bridge/method-table.ts";
import { refused } from "#bridge/reply.ts";
import { PAGE_ORIGIN } from "./page-origin.ts";

/** Binds the host to the pages of a context. Only the main frame of a page of our own origin is answered. */
export async function bindBridge(
  context: BrowserContext,
  bridge: DesktopBridge,
  reportBug: (error: unknown) => void,
): Promise<void> {
  await context.exposeBinding(
    CHROMIUM_BINDING,
    ({ frame }, method: unknown, argument: unknown): Promise<Reply<unknown>> =>
      isOwnMainFrame(frame)
        ? callBridge(bridge, method, argument, reportBug)
        : Promise.resolve(refused("bad-sender", "Only the workbench's own page is answered")),
  );
}

function isOwnMainFrame(frame: Frame): boolean {
  return frame.parentFrame() === null && originOf(frame.url()) === PAGE_ORIGIN;
}

/** The origin of an address; `null` for one that has none, such as `about:blank` or a broken one. */
export function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
