import { toHtmlTable, toTsv } from "./clipboard-data.ts";
import type { TextBlock } from "./read-html-table.ts";

/** Puts a table on the clipboard, as text and as a table; `false` where the system refuses it, as while another program holds it. */
export function copyTable(block: TextBlock): Promise<boolean> {
  return writeParts({ "text/plain": toTsv(block), "text/html": toHtmlTable(block) });
}

/** Puts texts on the clipboard by their kinds; `false` where the system refuses them. */
export async function writeParts(parts: Readonly<Record<string, string>>): Promise<boolean> {
  const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })] as const);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}
