import type { BridgeErrorCode, Reply } from "./desktop-bridge.ts";

/** A successful reply. */
export const done = <T>(value: T): Reply<T> => ({ ok: true, value });

/** A refusal or failure; `message` is English, for the log and the copyable details. */
export const refused = (code: BridgeErrorCode, message: string): Reply<never> => ({
  ok: false,
  code,
  message,
});
