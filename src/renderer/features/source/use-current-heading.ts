import { type RefObject, useCallback, useEffect, useState } from "react";
import type { IndexEntry } from "./reading.ts";

/** How far below the top edge a heading still counts as the one above what is read, in px. */
const EDGE = 48;

/** What a reader does who scrolls: from then on the section in sight is the current one. */
const SCROLLING = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** The current section, by its place among the headings (-1 before the first), and what sets it. */
export interface CurrentHeading {
  readonly current: number;
  /** The section of a place that was gone to, which may not be the topmost in sight. */
  readonly goTo: (heading: number) => void;
}

/** Follows the section in sight while the text scrolls; `first` is that of the place it opens at. */
export function useCurrentHeading(
  pane: RefObject<HTMLElement | null>,
  entries: readonly IndexEntry[],
  first: number | null,
): CurrentHeading {
  const [gone, setGone] = useState(first);
  const [seen, setSeen] = useState(-1);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      setSeen(headingAbove(element, entries));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const forget = () => setGone(null);
    later();
    element.addEventListener("scroll", later, { passive: true });
    for (const event of SCROLLING) element.addEventListener(event, forget, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", later);
      for (const event of SCROLLING) element.removeEventListener(event, forget);
    };
  }, [pane, entries]);
  const goTo = useCallback((heading: number) => setGone(heading), []);
  return { current: gone ?? seen, goTo };
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
