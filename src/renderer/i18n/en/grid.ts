import type { Wording } from "../wording.ts";
import type { grid as first } from "../zh-CN/grid.ts";

/** The indicator room. */
export const grid = {
  title: "Indicators",
} satisfies Wording<typeof first>;
