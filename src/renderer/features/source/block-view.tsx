import { createElement, memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UnitSpan } from "#exchange/document/document-text.ts";
import type { ReadingBlock } from "#exchange/document/reading-blocks.ts";
import { cutStretch, type Look, type NumberedPlace, type Piece, type TextRun } from "./text-runs.ts";

interface BlockViewProps {
  readonly block: ReadingBlock;
  readonly number: number;
  readonly text: string;
  readonly depth: number | null;
  /** Whether the block's first line is shown in the margin. */
  readonly numbered: boolean;
  readonly places: readonly NumberedPlace[];
  readonly looks: readonly Look[];
  /** The place that has the tab stop, where it stands in this block. */
  readonly active: number | null;
  readonly tipOf: (place: number) => string;
}

/** One block of the text: a heading, a paragraph or a table, with its line in the margin. */
export const BlockView = memo(function BlockView(props: BlockViewProps) {
  const { block, number, numbered } = props;
  return (
    <div
      className={`block ${block.kind}`}
      data-block={number}
      data-line={numbered ? linesOf(block) : undefined}
    >
      <BlockBody {...props} />
    </div>
  );
});

/** Cells up to this length, in units, are not broken: a year, a number, a unit. */
const SHORT_CELL = 6;

/** The lines of a block as the margin shows them: 104, or 104–106 where it was torn. */
function linesOf({ line, lastLine }: ReadingBlock): string {
  return line === lastLine ? String(line) : `${line}–${lastLine}`;
}

function BlockBody(props: BlockViewProps) {
  const { block, depth } = props;
  const { t } = useTranslation("source");
  if (block.kind === "table") {
    return (
      <table aria-label={t("cells")}>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={row[0]?.start ?? at}>
              {row.map((cell, column) => (
                <td
                  key={`${cell.start} ${column}`}
                  className={cell.end - cell.start <= SHORT_CELL ? "short" : undefined}
                >
                  <Stretch {...props} stretch={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  const content = <Stretch {...props} stretch={block.inked} />;
  // The page's own title is the first level.
  if (block.kind === "heading") return createElement(`h${Math.min((depth ?? 1) + 1, 6)}`, null, content);
  return <p>{content}</p>;
}

function Stretch({
  block,
  text,
  stretch,
  places,
  looks,
  active,
  tipOf,
}: BlockViewProps & { readonly stretch: UnitSpan }): ReactNode {
  const lead = block.kind === "paragraph" ? block.lead : null;
  const own: readonly Look[] =
    lead === null ? looks : [...looks, { start: stretch.start, end: lead, look: "lead" }];
  return cutStretch(text, stretch, places, own).map((piece) => (
    <PieceView key={piece.key} piece={piece} active={active} tipOf={tipOf} />
  ));
}

function PieceView({
  piece,
  active,
  tipOf,
}: { readonly piece: Piece } & Pick<BlockViewProps, "active" | "tipOf">): ReactNode {
  const runs = piece.runs.map((run) => <RunView key={run.key} run={run} />);
  if (piece.kind === "text") return runs;
  const chosen = piece.place === active;
  return (
    <span
      className={chosen ? "stated chosen" : "stated"}
      role="button"
      aria-pressed={chosen}
      tabIndex={chosen ? 0 : -1}
      data-place={piece.place}
      title={tipOf(piece.place)}
    >
      {runs}
    </span>
  );
}

function RunView({ run }: { readonly run: TextRun }): ReactNode {
  const { text, looks } = run;
  if (looks.length === 0) return text;
  const inner = looks.includes("lead") ? <b>{text}</b> : text;
  if (looks.includes("at")) return <mark className="at">{inner}</mark>;
  if (looks.includes("current")) return <mark className="find current">{inner}</mark>;
  if (looks.includes("find")) return <mark className="find">{inner}</mark>;
  return inner;
}
