import type { SectionId } from "../narrative/narrative.ts";

/** The headings of the sections, as plans of this kind print them. */
export const SECTION_TITLES: Readonly<Record<SectionId, string>> = {
  basis: "编制依据",
  foundation: "发展基础",
  goals: "发展目标",
  tasks: "主要任务",
  projects: "重点工程",
  safeguards: "保障措施",
};
