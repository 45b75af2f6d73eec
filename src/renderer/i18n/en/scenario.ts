import type { scenario as first } from "../zh-CN/scenario.ts";
import type { Wording } from "../wording.ts";

/** The scenario room. */
export const scenario: Wording<typeof first> = {
  proposed: {
    floor: { name: "Floor", note: "Reaches the floor of each target" },
    baseline: { name: "Baseline", note: "Goes on as the years before, on average" },
    stretch: { name: "Stretch", note: "Reaches the stretch of each target" },
  },
  title: "Scenarios",
  indicator: "Indicator",
  empty: {
    noIndicators: "The plan has no indicators yet; fill them in first.",
    toGrid: "To the indicators",
  },
};
