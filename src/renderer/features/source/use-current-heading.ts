import { type RefObject, useEffect, useState } from "react";
import type { IndexEntry } from "./reading.ts";

/** How far below the top edge a heading still counts as the one above what is read, in px. */
const EDGE = 48;

/** The section in sight while the text scrolls, by its place in `entries`; -1 before the first heading. */
export function useCurrentHeading(
  pane: RefObject<HTMLElement | null>,
  entries: readonly IndexEntry[],
): number {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      setCurrent(headingAbove(element, entries));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    later();
    element.addEventListener("scroll", later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", later);
    };
  }, [pane, entries]);
  return current;
}

/** Headings stand in order, so few of them need to be measured. */
function headingAbove(pane: HTMLElement, entries: readonly IndexEntry[]): number {
  const edge = pane.getBoundingClientRect().top + EDGE;
  const isAbove = ({ block }: IndexEntry) =>
    (pane.querySelector(`[data-block="${block}"]`)?.getBoundingClientRect().top ?? Infinity) <= edge;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && isAbove(entry)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
