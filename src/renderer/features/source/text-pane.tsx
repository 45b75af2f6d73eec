import { type KeyboardEvent, type MouseEvent, type Ref, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { blockAt } from "#exchange/document/passage.ts";
import type { UnitSpan } from "#exchange/document/document-text.ts";
import { BlockView } from "./block-view.tsx";
import { placeTip } from "./describe-statement.ts";
import type { Reading } from "./reading.ts";
import type { Look, NumberedPlace } from "./text-runs.ts";

interface TextPaneProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly reading: Reading;
  readonly active: number | null;
  readonly finds: readonly UnitSpan[];
  /** The find being looked at, by its place in `finds`. */
  readonly current: number | null;
  /** A place was chosen; `opened` when by Enter or Space, which go on to what it says. */
  readonly onChoose: (place: number, opened: boolean) => void;
}

/** Blocks that are laid out together; those out of sight are left to the browser to put off. */
const CHUNK = 24;

const NONE: readonly never[] = [];

/** The whole text, set to be read. It scrolls by itself and takes the focus, so that keys scroll it. */
export function TextPane({ ref, reading, active, finds, current, onChoose }: TextPaneProps) {
  const { t: source } = useTranslation("source");
  const { t: grid } = useTranslation("grid");
  const { blocks, plan, places, headings, text } = reading;
  const placesIn = useMemo(() => spread(reading, places), [reading, places]);
  const looksIn = useMemo(() => spread(reading, looksOf(reading, finds, current)), [reading, finds, current]);
  const depths = useMemo(() => new Map(headings.map(({ block, depth }) => [block, depth])), [headings]);
  const tipOf = useMemo(() => {
    const tips = places.map(({ statements }) => placeTip({ plan, text }, statements, { source, grid }));
    return (place: number) => tips[place] ?? "";
  }, [places, plan, text, source, grid]);
  const chunks = useMemo(() => chunksOf(blocks.length), [blocks]);
  return (
    <div
      ref={ref}
      className="source-text"
      role="region"
      aria-label={source("text")}
      data-region
      tabIndex={0}
      onClick={(event) => choose(event, onChoose, false)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        choose(event, onChoose, true);
      }}
    >
      {chunks.map(([from, to]) => (
        <div className="chunk" key={from}>
          {blocks.slice(from, to).map((block, at) => {
            const number = from + at;
            const own: readonly NumberedPlace[] = placesIn.get(number) ?? NONE;
            return (
              <BlockView
                key={block.start}
                block={block}
                number={number}
                text={text.text}
                depth={depths.get(number) ?? null}
                numbered={block.line !== blocks[number - 1]?.line}
                places={own}
                looks={looksIn.get(number) ?? NONE}
                active={own.some((place) => place.number === active) ? active : null}
                tipOf={tipOf}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function choose(
  event: MouseEvent | KeyboardEvent,
  onChoose: TextPaneProps["onChoose"],
  opened: boolean,
): void {
  const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-place]") : null;
  if (place === null) return;
  if (opened) event.preventDefault();
  onChoose(Number(place.dataset["place"]), opened);
}

function chunksOf(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) => [
    at * CHUNK,
    Math.min((at + 1) * CHUNK, count),
  ]);
}

function looksOf({ at }: Reading, finds: readonly UnitSpan[], current: number | null): readonly Look[] {
  const found = finds.map(
    ({ start, end }, index): Look => ({ start, end, look: index === current ? "current" : "find" }),
  );
  return at === null ? found : [...found, { ...at, look: "at" }];
}

/** Stretches by the blocks they stand in; one may reach over several. */
function spread<T extends UnitSpan>(
  { blocks }: Reading,
  spans: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  const numbers = new Map(blocks.map((block, number) => [block, number]));
  for (const span of spans) {
    const first = blockAt(blocks, span.start);
    for (
      let at = first === undefined ? blocks.length : (numbers.get(first) ?? 0);
      at < blocks.length;
      at += 1
    ) {
      if ((blocks[at]?.start ?? 0) >= span.end) break;
      const own = found.get(at);
      if (own === undefined) found.set(at, [span]);
      else own.push(span);
    }
  }
  return found;
}
