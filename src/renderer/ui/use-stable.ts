import { useState } from "react";

/** The first of equal values, so that what is derived anew at every edit does not make the grid lay itself out anew. */
export function useStable<T>(value: T, same: (a: T, b: T) => boolean): T {
  const [kept, keep] = useState(value);
  if (kept === value || same(kept, value)) return kept;
  keep(value);
  return value;
}
