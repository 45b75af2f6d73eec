import type { TFunction } from "i18next";
import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { ScenarioTreeError } from "#core/scenario/scenario-tree.ts";
import type { StoreError } from "../data/store-error.ts";

/** Translates with all namespaces at hand. */
export type Translate = TFunction<["shell", "errors"]>;

/** Why the store did not do what was asked, as a sentence. */
export function storeErrorText(t: Translate, error: StoreError): string {
  switch (error.kind) {
    case "storage":
      return t(`errors:store.storage.${error.reason}`);
    case "no-such-tree":
      return t(`errors:store.no-such-tree.${error.error.kind}`, { name: sharedName(error.error) });
    default:
      return t(`errors:store.${error.kind}`);
  }
}

function sharedName(error: ScenarioTreeError): string {
  return error.kind === "same-name" ? error.name : "";
}

/** Why the machine side refused or failed, as a sentence. */
export function machineErrorText(t: Translate, code: BridgeErrorCode): string {
  return t(`errors:machine.${code}`);
}
