import type { BridgeMethod, DesktopBridge } from "./desktop-bridge.ts";

/** The name under which the Chromium shell binds the host to its pages. */
export const CHROMIUM_BINDING = "wunianHost";

/** The bound function: bytes cross it as Uint8Array in both directions, since the driver carries typed arrays. */
export type ChromiumBinding = <Method extends BridgeMethod>(
  method: Method,
  argument: Parameters<DesktopBridge[Method]>[0],
) => ReturnType<DesktopBridge[Method]>;
