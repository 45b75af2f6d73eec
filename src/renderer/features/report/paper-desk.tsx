import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Report } from "#core/report/report.ts";
import { PIXELS_PER_MM } from "#exchange/word/paper.ts";
import { contentsLines } from "./contents-lines.ts";
import { PaperBlock } from "./paper-block.tsx";
import type { Pages } from "./use-pages.ts";

/** Millimetres of a sheet, and of the desk between two. */
const SHEET = { width: 210, height: 297, gap: 9, margin: 7 } as const;

interface PaperDeskProps {
  readonly report: Report;
  readonly pages: Pages;
  readonly flow: RefObject<HTMLDivElement | null>;
  readonly desk: RefObject<HTMLDivElement | null>;
  /** How many sheets stand beside each other. */
  readonly across: 1 | 2;
  /** Tells the page at the left edge, from 1, and the zoom. */
  readonly onShow: (shown: { readonly page: number; readonly zoom: number }) => void;
}

/** Sheets of paper side by side, over which the report flows as columns; scrolled sideways from page to page. */
export function PaperDesk({ report, pages, flow, desk, across, onShow }: PaperDeskProps) {
  const { t } = useTranslation("report");
  const zoom = useZoom(desk, across);
  const contents = contentsLines(report, pages);
  const tell = (element: HTMLElement) => {
    const pitch = (SHEET.width + SHEET.gap) * PIXELS_PER_MM * zoom;
    onShow({ page: Math.round(element.scrollLeft / pitch) + 1, zoom });
  };
  const tellAgain = useEffectEvent(() => {
    if (desk.current !== null) tell(desk.current);
  });
  // Where the zoom or the number of pages changes the place is another, not on each drawing.
  useEffect(() => tellAgain(), [zoom, pages.count]);
  return (
    <div
      ref={desk}
      className="desk"
      role="region"
      aria-label={t("preview")}
      tabIndex={0}
      onScroll={({ currentTarget }) => tell(currentTarget)}
    >
      <div
        className="sheets"
        style={{ zoom, width: `${pages.count * (SHEET.width + SHEET.gap) + 2 * SHEET.margin}mm` }}
      >
        {Array.from({ length: pages.count }, (_, at) => (
          <div
            key={at}
            className={at % 2 === 0 ? "sheet odd" : "sheet even"}
            style={{ left: `${SHEET.margin + at * (SHEET.width + SHEET.gap)}mm` }}
          >
            <span className="page-number">— {at + 1} —</span>
          </div>
        ))}
        <div className="flow" ref={flow}>
          {report.blocks.map((block, at) => (
            <PaperBlock key={at} block={block} contents={contents} />
          ))}
          <span className="flow-end" />
        </div>
      </div>
    </div>
  );
}

/** The zoom at which so many sheets fit beside each other and one fits from top to bottom. */
function useZoom(desk: RefObject<HTMLDivElement | null>, across: 1 | 2): number {
  const [zoom, setZoom] = useState(0.5);
  useEffect(() => {
    const element = desk.current;
    if (element === null) return undefined;
    const fit = () => {
      const width = across * SHEET.width + (across - 1) * SHEET.gap + 2 * SHEET.margin;
      const height = SHEET.height + 2 * SHEET.margin;
      const scale = (pixels: number, mm: number) => pixels / (mm * PIXELS_PER_MM);
      const whole = Math.min(scale(element.clientWidth, width), scale(element.clientHeight, height));
      const fitting = across === 1 ? scale(element.clientWidth, width) : whole;
      setZoom(Math.max(0.3, Math.min(1.2, Math.floor(fitting * 100) / 100)));
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [desk, across]);
  return zoom;
}
