import type { TFunction } from "i18next";
import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { StoreError } from "../data/store-error.ts";

/** Translates with all namespaces at hand. */
export type Translate = TFunction<["shell", "errors"]>;

/** Why the store did not do what was asked, as a sentence. */
export function storeErrorText(t: Translate, error: StoreError): string {
  switch (error.kind) {
    case "storage":
      return t(`errors:store.storage.${error.reason}`);
    default:
      return t(`errors:store.${error.kind}`);
  }
}

/** Why the machine side refused or failed, as a sentence. */
export function machineErrorText(t: Translate, code: BridgeErrorCode): string {
  return t(`errors:machine.${code}`);
}
