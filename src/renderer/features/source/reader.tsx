import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { createFinder } from "#exchange/document/find-in-text.ts";
import { useAttaching } from "../../data/sources/use-sources.ts";
import { Button } from "../../ui/button.tsx";
import { DropZone } from "../../ui/drop-zone.tsx";
import { Room } from "../../ui/room.tsx";
import { FindBar } from "./find-bar.tsx";
import { IndexPane } from "./index-pane.tsx";
import { placeOver, type Reading } from "./reading.ts";
import { StatementPanel } from "./statement-panel.tsx";
import { TextPane } from "./text-pane.tsx";
import { useCurrentHeading } from "./use-current-heading.ts";
import { useReaderKeys } from "./use-reader-keys.ts";

interface ReaderProps {
  readonly reading: Reading;
  readonly lead: React.ReactNode;
  readonly onBack: () => void;
  /** Notes in the address which place is being read, so that the way back leads to it. */
  readonly onNote: (at: { readonly start: number; readonly end: number }) => void;
}

/** The reader: index at the left, the text, what is stated at the right. */
export function Reader({ reading, lead, onBack, onNote }: ReaderProps) {
  const { t } = useTranslation("source");
  const { places, headings, text } = reading;
  const pane = useRef<HTMLDivElement>(null);
  const facts = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const attaching = useAttaching();
  const [active, setActive] = useState(() => placeOver(places, reading.at));
  const search = useSearch(reading);
  const heading = useCurrentHeading(pane, headings);
  useLayoutEffect(() => {
    if (pane.current !== null) openAt(pane.current, reading);
  }, [reading]);

  const choose = (place: number, opened: boolean) => {
    setActive(place);
    if (opened) requestAnimationFrame(() => facts.current?.querySelector("a")?.focus());
  };
  const stepPlace = (step: 1 | -1) => {
    const next = nextPlace(active, step, places.length) ?? firstInSight(pane.current);
    if (next === null) return;
    setActive(next);
    reveal(pane.current, `[data-place="${next}"]`, true);
  };
  const stepFind = (step: 1 | -1) => {
    search.step(step);
    requestAnimationFrame(() => reveal(pane.current, "mark.current", false));
  };
  const leaveFind = () => {
    const inside = document.activeElement === field.current;
    if (search.query === "" && !inside) return false;
    search.ask("");
    pane.current?.focus({ preventScroll: true });
    return true;
  };
  const find = () => {
    field.current?.focus();
    field.current?.select();
  };
  useReaderKeys({ back: onBack, leaveFind, find, stepFind, stepPlace });

  const note = () => {
    const place = active === null ? undefined : places[active];
    if (place !== undefined) onNote({ start: text.toPoints(place.start), end: text.toPoints(place.end) });
  };
  return (
    <Room
      title={t("title")}
      lead={lead}
      toolbar={
        <FindBar
          ref={field}
          query={search.query}
          all={search.finds.length}
          current={search.current}
          onQuery={(query) => {
            search.ask(query);
            requestAnimationFrame(() => reveal(pane.current, "mark.current", false));
          }}
          onStep={stepFind}
        />
      }
      actions={
        <>
          <Button
            variant="quiet"
            icon="trash"
            title={t("detachTitle")}
            onClick={() => void attaching.detach(reading.document.sha256)}
          >
            {t("detach")}
          </Button>
          <Button icon="back" title={t("backKeys")} onClick={onBack}>
            {t("back")}
          </Button>
        </>
      }
      panel={
        <StatementPanel ref={facts} reading={reading} active={active} onStep={stepPlace} onLeave={note} />
      }
      status={<ReaderStatus reading={reading} />}
    >
      <DropZone onFiles={(files) => void attaching.take(files)}>
        <div className="source-room">
          <IndexPane
            entries={headings}
            current={heading}
            onGo={({ block }) => reveal(pane.current, `[data-block="${block}"]`, false, "start")}
          />
          <TextPane
            ref={pane}
            reading={reading}
            active={active}
            finds={search.finds}
            current={search.current}
            onChoose={choose}
          />
        </div>
      </DropZone>
    </Room>
  );
}

function ReaderStatus({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation("source");
  const { text, places } = reading;
  return (
    <>
      <span>{t("status.statements", { all: places.length })}</span>
      <span>{t("status.size", { points: text.length, lines: text.lines })}</span>
      <span className="spacer" />
      <span>{t("status.only")}</span>
    </>
  );
}

/** The search in a text: what is asked, where it stands, and which find is looked at. */
function useSearch({ text }: Reading) {
  const [query, setQuery] = useState("");
  const [current, setCurrent] = useState<number | null>(null);
  const asked = useDeferredValue(query);
  const finder = useMemo(() => createFinder(text.text), [text]);
  const finds = useMemo(() => finder(asked), [finder, asked]);
  return {
    query,
    finds,
    current: finds.length === 0 ? null : (current ?? 0) % finds.length,
    ask: (wanted: string) => {
      setQuery(wanted);
      setCurrent(null);
    },
    step: (step: 1 | -1) => {
      const all = finds.length;
      if (all > 0) setCurrent(((((current ?? 0) + step) % all) + all) % all);
    },
  };
}

/** The place after or before a chosen one, round and round; `null` where none is chosen. */
function nextPlace(active: number | null, step: 1 | -1, all: number): number | null {
  return active === null || all === 0 ? null : (active + step + all) % all;
}

function firstInSight(pane: HTMLElement | null): number | null {
  const edge = pane?.getBoundingClientRect().top ?? 0;
  const found = [...(pane?.querySelectorAll<HTMLElement>("[data-place]") ?? [])].find(
    (place) => place.getBoundingClientRect().top >= edge,
  );
  const first = found ?? pane?.querySelector<HTMLElement>("[data-place]");
  return first === null || first === undefined ? null : Number(first.dataset["place"]);
}

/** Opens a text at the place asked for, with the focus there; without one at its beginning. */
function openAt(pane: HTMLElement, { at }: Reading): void {
  const mark = at === null ? null : pane.querySelector<HTMLElement>("mark.at");
  if (mark === null) {
    pane.focus({ preventScroll: true });
    return;
  }
  mark.scrollIntoView({ block: "center" });
  const place = mark.closest<HTMLElement>("[data-place]");
  (place ?? pane).focus({ preventScroll: true });
}

function reveal(
  pane: HTMLElement | null,
  selector: string,
  focus: boolean,
  block: ScrollLogicalPosition = "center",
): void {
  const element = pane?.querySelector<HTMLElement>(selector);
  element?.scrollIntoView({ block });
  if (focus) element?.focus({ preventScroll: true });
}
