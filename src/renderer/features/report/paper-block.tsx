import { useMemo } from "react";
import { assertNever } from "#core/assert-never.ts";
import { FIGURE_MM } from "#core/report/chart-look.ts";
import { withoutWords } from "#core/report/gallery/chart-design.ts";
import type { ReportBlock, ReportChart, ReportTable, TextRun } from "#core/report/report.ts";
import { PIXELS_PER_MM } from "#exchange/word/paper.ts";
import { PaperFigure } from "../../ui/paper-figure.tsx";

interface PaperBlockProps {
  readonly block: ReportBlock;
  /** Headings with their pages, for a table of contents. */
  readonly contents: readonly ContentsLine[];
}

/** A line of the table of contents; `page` is `null` until the pages are laid out. */
export interface ContentsLine {
  readonly id: string;
  readonly level: number;
  readonly text: string;
  readonly page: number | null;
}

/** One block of a report as it stands on paper. */
export function PaperBlock({ block, contents }: PaperBlockProps) {
  switch (block.kind) {
    case "title":
      return (
        <div className="paper-title">
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      );
    case "contents":
      return (
        <div className="paper-contents">
          <p className="head">{block.title}</p>
          {contents.map(({ id, level, text, page }) => (
            <p key={id} className={`level-${level}`}>
              <span>{text}</span>
              <i />
              <span>{page ?? ""}</span>
            </p>
          ))}
        </div>
      );
    case "heading":
      return (
        <p className={`paper-heading level-${block.level}`} data-block={block.id}>
          {block.number}
          {block.text}
        </p>
      );
    case "paragraph":
      return (
        <p className="paper-text">
          <Runs runs={block.runs} />
        </p>
      );
    case "list":
      return block.items.map((runs, at) => (
        <p className="paper-text" key={at}>
          {block.ordered ? `${at + 1}. ` : "—"}
          <Runs runs={runs} />
        </p>
      ));
    case "table":
      return <PaperTable table={block} />;
    case "chart":
      return <PaperChart block={block} />;
    case "note":
      return <p className="paper-note">{block.text}</p>;
    case "gap":
      return (
        <p className="paper-gap" data-block={block.id}>
          {block.text}
        </p>
      );
    case "page-break":
      return <div className="paper-break" />;
    default:
      return assertNever(block);
  }
}

function Runs({ runs }: { readonly runs: readonly TextRun[] }) {
  return runs.map(({ text, strong }, at) => (strong === true ? <b key={at}>{text}</b> : text));
}

function PaperTable({ table: { id, caption, columns, rows, note } }: { readonly table: ReportTable }) {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <div className="paper-table" data-block={id}>
      <p className="paper-caption">{caption}</p>
      <table>
        <colgroup>
          {columns.map(({ title, share }) => (
            <col key={title} style={{ width: `${(share / total) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((text, at) => (
                <td key={at} className={columns[at]?.align ?? "left"}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-note">{note}</p>
    </div>
  );
}

/** The picture of the chart as the file has it, without the words that stand around it here. */
function PaperChart({ block }: { readonly block: ReportChart }) {
  const { id, caption, drawing, look } = block;
  const chart = useMemo(() => ({ drawing: withoutWords(drawing), look }), [drawing, look]);
  return (
    <figure className="paper-chart" data-block={id}>
      <PaperFigure
        chart={chart}
        place="report"
        width={FIGURE_MM[look.size].width * PIXELS_PER_MM}
        description={caption}
      />
      <figcaption className="paper-caption">{caption}</figcaption>
    </figure>
  );
}
