import type { TortureRow } from "../torture/torture-row.ts";

/** Whether this is the full run of `npm run torture`, and not the short one of `npm test`. */
export const IS_FULL = import.meta.env["VITE_TORTURE"] === "full";

/** Tells what a run gave, where `npm run torture` looks for it. */
export function tellRow(row: TortureRow): void {
  if (import.meta.env["VITE_TORTURE"] !== undefined) console.log(`torture-row ${JSON.stringify(row)}`);
}
