import { writeParts } from "./copy-table.ts";

const KINDS = ["text/plain", "text/html"] as const;

/**
 * Copies or cuts by a menu as the keys would: the field answers the same event, and what it gives is written to the clipboard.
 * `false` where the browser does not let it.
 */
export async function takeByMenu(field: Element, how: "cut" | "copy"): Promise<boolean> {
  const data = new DataTransfer();
  field.dispatchEvent(clipboardEvent(how, data));
  const given = KINDS.filter((kind) => data.getData(kind) !== "");
  if (given.length === 0) return true;
  return await writeParts(Object.fromEntries(given.map((kind) => [kind, data.getData(kind)])));
}

/** Pastes by a menu as the key would; `false` where the browser does not let a page read the clipboard. */
export async function pasteByMenu(field: Element): Promise<boolean> {
  const data = new DataTransfer();
  try {
    for (const item of await navigator.clipboard.read()) {
      for (const kind of KINDS) {
        if (item.types.includes(kind)) data.setData(kind, await (await item.getType(kind)).text());
      }
    }
  } catch {
    return false;
  }
  field.dispatchEvent(clipboardEvent("paste", data));
  return true;
}

function clipboardEvent(kind: "cut" | "copy" | "paste", clipboardData: DataTransfer): ClipboardEvent {
  return new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true });
}
