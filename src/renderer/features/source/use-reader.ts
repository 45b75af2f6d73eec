import { type RefObject, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { UnitSpan } from "#exchange/document/document-text.ts";
import { createFinder } from "#exchange/document/find-in-text.ts";
import { headingOf, placeOver, type Reading } from "./reading.ts";
import { useCurrentHeading } from "./use-current-heading.ts";
import { useReaderKeys } from "./use-reader-keys.ts";

/** The search in a text: what is asked, where it stands, and which find is looked at (by its place in `finds`). */
export interface TextSearch {
  readonly query: string;
  readonly finds: readonly UnitSpan[];
  readonly current: number | null;
  readonly ask: (query: string) => void;
  readonly step: (step: 1 | -1) => void;
}

/** How a reader stands, and what it can do. */
export interface ReaderState {
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly facts: RefObject<HTMLDivElement | null>;
  readonly field: RefObject<HTMLInputElement | null>;
  /** The chosen stated place, by its number. */
  readonly active: number | null;
  readonly search: TextSearch;
  /** The current section, by its place among the headings. */
  readonly heading: number;
  readonly goToHeading: (at: number) => void;
  readonly choose: (place: number, opened: boolean) => void;
  readonly stepPlace: (step: 1 | -1) => void;
}

/** The state of a reader: where it is, what is chosen and searched; listens for its keys. */
export function useReader(reading: Reading, onBack: () => void): ReaderState {
  const { places, headings, text, at } = reading;
  const pane = useRef<HTMLDivElement>(null);
  const facts = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(() => placeOver(places, reading.at));
  const search = useTextSearch(reading, pane);
  const heading = useCurrentHeading(pane, headings, headingOf(reading, reading.at));
  // By the place itself: an edit of the plan in another window makes a new reading, and must not turn the page.
  const [start, end] = [at?.start ?? null, at?.end ?? null];
  useLayoutEffect(() => {
    if (pane.current !== null) openAt(pane.current, start !== null);
  }, [text, start, end]);
  const stepPlace = (step: 1 | -1) => {
    const all = places.length;
    const next = active === null ? firstInSight(pane.current) : (active + step + all) % all;
    if (next === null) return;
    setActive(next);
    heading.goTo(headingOf(reading, places[next] ?? null) ?? -1);
    reveal(pane.current, `[data-place="${next}"]`, "center")?.focus({ preventScroll: true });
  };
  const leaveFind = () => {
    if (search.query === "" && document.activeElement !== field.current) return false;
    search.ask("");
    pane.current?.focus({ preventScroll: true });
    return true;
  };
  const find = () => {
    field.current?.focus();
    field.current?.select();
  };
  useReaderKeys({ back: onBack, leaveFind, find, stepFind: search.step, stepPlace });
  return {
    ...{ pane, facts, field, active, search, stepPlace },
    heading: heading.current,
    goToHeading: (at) => {
      heading.goTo(at);
      reveal(pane.current, `[data-block="${headings[at]?.block}"]`, "start");
    },
    choose: (place, opened) => {
      setActive(place);
      if (opened) requestAnimationFrame(() => facts.current?.querySelector("a")?.focus());
    },
  };
}

function useTextSearch({ text }: Reading, pane: RefObject<HTMLElement | null>): TextSearch {
  const [query, setQuery] = useState("");
  const [current, setCurrent] = useState<number | null>(null);
  const asked = useDeferredValue(query);
  const finder = useMemo(() => createFinder(text.text), [text]);
  const finds = useMemo(() => finder(asked), [finder, asked]);
  const shown = finds.length === 0 ? null : (current ?? 0) % finds.length;
  useLayoutEffect(() => {
    if (shown !== null) reveal(pane.current, "mark.current", "center");
  }, [pane, finds, shown]);
  return {
    query,
    finds,
    current: shown,
    ask: (wanted) => {
      setQuery(wanted);
      setCurrent(null);
    },
    step: (step) => {
      const all = finds.length;
      if (all > 0) setCurrent(((shown ?? 0) + step + all) % all);
    },
  };
}

/** The first stated place in sight, else the first of all, by its number. */
function firstInSight(pane: HTMLElement | null): number | null {
  const edge = pane?.getBoundingClientRect().top ?? 0;
  const all = [...(pane?.querySelectorAll<HTMLElement>("[data-place]") ?? [])];
  const first = all.find((place) => place.getBoundingClientRect().top >= edge) ?? all[0];
  return first === undefined ? null : Number(first.dataset["place"]);
}

/** Opens a text at the place asked for, with the focus there; without one at its beginning. */
function openAt(pane: HTMLElement, asked: boolean): void {
  const mark = asked ? reveal(pane, "mark.at", "center") : null;
  const place = mark?.closest<HTMLElement>("[data-place]");
  (place ?? pane).focus({ preventScroll: true });
}

function reveal(
  pane: HTMLElement | null,
  selector: string,
  block: ScrollLogicalPosition,
): HTMLElement | null {
  const element = pane?.querySelector<HTMLElement>(selector) ?? null;
  element?.scrollIntoView({ block });
  return element;
}
