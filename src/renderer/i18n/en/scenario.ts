import type { Wording } from "../wording.ts";
import type { scenario as first } from "../zh-CN/scenario.ts";

/** The scenario room. */
export const scenario = {
  title: "Scenarios",
} satisfies Wording<typeof first>;
