import "./print.css";
import { createPortal } from "react-dom";
import type { Report } from "#core/report/report.ts";
import { contentsLines } from "./contents-lines.ts";
import { PaperBlock } from "./paper-block.tsx";
import type { Pages } from "./use-pages.ts";

interface PrintPagesProps {
  readonly report: Report;
  readonly pages: Pages;
}

/** The report as the browser breaks it into sheets of A4 when it prints; on screen it stands out of sight. */
export function PrintPages({ report, pages }: PrintPagesProps) {
  const contents = contentsLines(report, pages);
  return createPortal(
    <div className="print-pages" aria-hidden>
      {report.blocks.map((block, at) => (
        <PaperBlock key={at} block={block} contents={contents} />
      ))}
    </div>,
    document.body,
  );
}
