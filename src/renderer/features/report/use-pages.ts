import { type RefObject, useLayoutEffect, useState } from "react";
import type { Report } from "#core/report/report.ts";

/** Where the parts of a report stand once it is laid out: how many pages there are, and on which each block begins. */
export interface Pages {
  readonly count: number;
  readonly pageOf: ReadonlyMap<string, number>;
}

const NONE: Pages = { count: 1, pageOf: new Map() };

/** Reads the pages off a flow of columns, one a page, whenever the report or the room for it changes; the last ones stay while it is not shown. */
export function usePages(flow: RefObject<HTMLElement | null>, report: Report, shown: boolean): Pages {
  const [pages, setPages] = useState(NONE);
  useLayoutEffect(() => {
    const element = flow.current;
    if (element === null) return undefined;
    const read = () => setPages((before) => sameOr(before, readPages(element)));
    read();
    // Fonts that arrive later and charts that are drawn move what comes after them.
    const observer = new ResizeObserver(read);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [flow, report, shown]);
  return pages;
}

function readPages(flow: HTMLElement): Pages {
  const { columnWidth, columnGap } = getComputedStyle(flow);
  const pitch = Number.parseFloat(columnWidth) + Number.parseFloat(columnGap);
  if (!(pitch > 0)) return NONE;
  const origin = flow.getBoundingClientRect();
  const scale = origin.width / flow.offsetWidth || 1;
  const column = (left: number) => Math.round((left - origin.left) / scale / pitch - 0.01);
  const pageOf = new Map<string, number>();
  for (const element of flow.querySelectorAll<HTMLElement>("[data-block]")) {
    const first = element.getClientRects()[0];
    const name = element.dataset["block"];
    if (first !== undefined && name !== undefined) pageOf.set(name, column(first.left) + 1);
  }
  const last = flow.lastElementChild?.getClientRects();
  const end = last === undefined ? undefined : last[last.length - 1];
  return { count: Math.max(1, end === undefined ? 1 : column(end.left) + 1), pageOf };
}

function sameOr(before: Pages, after: Pages): Pages {
  const same =
    before.count === after.count &&
    before.pageOf.size === after.pageOf.size &&
    [...after.pageOf].every(([id, page]) => before.pageOf.get(id) === page);
  return same ? before : after;
}
