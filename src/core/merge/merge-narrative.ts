import { SECTIONS, sectionBlocks, type SectionText } from "../narrative/narrative.ts";
import type { Plan } from "../plan/plan.ts";
import { type Settling, type Versions, versionsOf } from "./settle.ts";

/** The text of a merged plan, section by section; where both sides wrote in one section differently, one of them stands. */
export function mergeNarrative(plans: Versions<Plan>, settling: Settling): readonly SectionText[] {
  return SECTIONS.flatMap((section) => {
    const blocks = settling.part(
      versionsOf(plans, ({ narrative }) => sectionBlocks(narrative, section)),
      () => ({ kind: "section", section }),
    );
    return blocks.length === 0 ? [] : [{ section, blocks }];
  });
}
