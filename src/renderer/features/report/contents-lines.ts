import type { Report } from "#core/report/report.ts";
import type { ContentsLine } from "./paper-block.tsx";
import type { Pages } from "./use-pages.ts";

/** The lines of a report's table of contents, with the pages as they are laid out on screen. */
export function contentsLines(report: Report, { pageOf }: Pages): readonly ContentsLine[] {
  return report.blocks.flatMap((block) =>
    block.kind === "heading" && block.level <= 2
      ? [
          {
            id: block.id,
            level: block.level,
            text: block.number + block.text,
            page: pageOf.get(block.id) ?? null,
          },
        ]
      : [],
  );
}
