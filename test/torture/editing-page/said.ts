/** What the editing page says, a line of JSON each. */
export type Said =
  /** Said by the program around the page: the browser's process. */
  | { readonly kind: "browser"; readonly pid: number }
  /** The numbers in the cells of each draft at the start; all cells of a draft hold one. */
  | {
      readonly kind: "found";
      readonly numbers: readonly (readonly number[])[];
      readonly recovered: string | null;
    }
  /** An edit that the program called saved. */
  | { readonly kind: "saved"; readonly draft: number; readonly number: number }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "broken"; readonly why: string };

/** Reads a line of the page; `null` for one that is none of ours. */
export function readSaid(line: string): Said | null {
  try {
    const data: unknown = JSON.parse(line);
    return isSaid(data) ? data : null;
  } catch {
    return null;
  }
}

function isSaid(data: unknown): data is Said {
  return typeof data === "object" && data !== null && "kind" in data && typeof data.kind === "string";
}
