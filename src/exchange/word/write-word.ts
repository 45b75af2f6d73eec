import {
  AlignmentType,
  Bookmark,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import { assertNever } from "#core/assert-never.ts";
import { FIGURE_MM } from "#core/report/chart-look.ts";
import { estimatePages } from "#core/report/estimate-pages.ts";
import { printedReport } from "#core/report/printed-report.ts";
import type { Report, ReportBlock, ReportChart, TextRun as ReportRun } from "#core/report/report.ts";
import { officeLetters } from "../chart/office-letters.ts";
import { FONTS, LINE_PITCH, PAGE, PIXELS_PER_MM, SIZES, TEXT_WIDTH } from "./paper.ts";
import { plainXmlText } from "./plain-xml-text.ts";
import { chartDescription, chartParagraph } from "./word-chart.ts";
import { letters, STYLES, WORD_STYLES } from "./word-styles.ts";
import { finishedPackage } from "./word-package.ts";
import { wordTable } from "./word-table.ts";

/** How a Word file is written. */
export interface WordOptions {
  /** Whether charts are written so that Word can edit them, as far as it can draw them. */
  readonly editable: boolean;
  /** PNG files by the id of a chart's block: all that is shown of a chart that is not editable, and what stands in for one that is. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Writes a report as a Word file in the format of GB/T 9704-2012, without the places that are still to be written. */
export async function writeWord(report: Report, options: WordOptions): Promise<Uint8Array<ArrayBuffer>> {
  const printed = printedReport(report);
  const { title, blocks } = printed;
  const place = { options, contents: contentsEntries(printed) };
  const document = new Document({
    title: plainXmlText(title),
    creator: "五年",
    styles: WORD_STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.left,
              right: PAGE.right,
              header: 0,
              footer: PAGE.footer,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE_PITCH },
        },
        footers: { default: pageNumber("right"), even: pageNumber("left") },
        children: blocks.flatMap((block, at) =>
          wordBlock(block, { ...place, newPage: blocks[at - 1]?.kind === "page-break" }),
        ),
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  return options.editable ? finishedPackage(packed) : packed;
}

/** What the writing of one block needs to know of the others. */
interface WordPlace {
  readonly options: WordOptions;
  readonly contents: readonly ContentsEntry[];
  /** Whether the block begins a page. */
  readonly newPage: boolean;
}

interface ContentsEntry {
  readonly title: string;
  readonly level: number;
  readonly page: number;
  readonly href: string;
}

/** The headings with their pages as they will be, so that Word need not ask to update the table of contents. */
function contentsEntries(report: Report): readonly ContentsEntry[] {
  const pages = estimatePages(report);
  return report.blocks.flatMap((block) =>
    block.kind === "heading" && block.level <= 2
      ? [
          {
            title: plainXmlText(block.number + block.text),
            level: block.level,
            page: pages.get(block.id) ?? 1,
            href: bookmarkName(block.id),
          },
        ]
      : [],
  );
}

/** A line of the table of contents: heading, dots, page, linked to the heading. */
function contentsLine({ title, level, page, href }: ContentsEntry): Paragraph {
  return new Paragraph({
    style: `TOC${level}`,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({
        anchor: href,
        children: [new TextRun(title), new TextRun({ children: [new Tab(), String(page)] })],
      }),
    ],
  });
}

/** “— 1 —” in 4号宋体, a character from the outer edge of the type area (7.5). */
function pageNumber(side: "left" | "right"): Footer {
  const edge = { [side]: SIZES.page * 10 };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: edge,
        children: [
          new TextRun({
            ...letters(FONTS.page, SIZES.page, FONTS.page),
            children: ["— ", PageNumber.CURRENT, " —"],
          }),
        ],
      }),
    ],
  });
}

function wordBlock(block: ReportBlock, { options, contents, newPage }: WordPlace): readonly FileChild[] {
  switch (block.kind) {
    case "title":
      return [...block.lines.map((line) => styled(STYLES.title, line)), new Paragraph({ children: [] })];
    case "contents":
      return [
        styled(STYLES.contentsTitle, block.title),
        new TableOfContents("目录", {
          hyperlink: true,
          headingStyleRange: "1-2",
          contentChildren: contents.map(contentsLine),
          beginDirty: false,
        }),
      ];
    case "heading":
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          pageBreakBefore: newPage,
          children: [
            new Bookmark({
              id: bookmarkName(block.id),
              children: [new TextRun(plainXmlText(block.number + block.text))],
            }),
          ],
        }),
      ];
    case "paragraph":
      return [
        new Paragraph({
          style: STYLES.body,
          pageBreakBefore: newPage,
          children: block.runs.map(textRun),
        }),
      ];
    case "list":
      return block.items.map(
        (runs, at) =>
          new Paragraph({
            style: STYLES.body,
            children: [new TextRun(block.ordered ? `${at + 1}. ` : "—"), ...runs.map(textRun)],
          }),
      );
    case "table":
      return [
        new Paragraph({
          style: STYLES.caption,
          keepNext: true,
          children: [new TextRun(plainXmlText(block.caption))],
        }),
        wordTable(block),
        styled(STYLES.note, block.note ?? ""),
      ];
    case "chart":
      return [figure(block, options), styled(STYLES.caption, block.caption)];
    case "note":
      return [styled(STYLES.note, block.text)];
    case "gap":
    case "page-break":
      // The paragraph after it begins the page: a break in a paragraph of its own would leave an empty line there.
      return [];
    default:
      return assertNever(block);
  }
}

const styled = (style: string, text: string): Paragraph =>
  new Paragraph({ style, children: text === "" ? [] : [new TextRun(plainXmlText(text))] });

const textRun = ({ text, strong }: ReportRun): TextRun =>
  new TextRun({
    text: plainXmlText(text),
    ...(strong === true ? letters(FONTS.first, SIZES.body) : {}),
  });

function figure(chart: ReportChart, { pictures, editable }: WordOptions): Paragraph {
  const png = pictures.get(chart.id);
  const children = png === undefined ? [] : [pictureRun(chart, png)];
  const drawn = editable
    ? chartParagraph(chart, officeLetters(chart.look, "paper"), { style: STYLES.figure, children })
    : null;
  if (drawn === null && png === undefined) throw new Error(`There is no picture of ${chart.id}`);
  return drawn ?? new Paragraph({ style: STYLES.figure, children });
}

function pictureRun(chart: ReportChart, png: Uint8Array): ImageRun {
  const name = plainXmlText(chart.drawing.chart.title);
  const { width, height } = FIGURE_MM[chart.look.size];
  return new ImageRun({
    type: "png",
    data: png,
    transformation: { width: Math.floor(width * PIXELS_PER_MM), height: Math.floor(height * PIXELS_PER_MM) },
    altText: { name, title: name, description: chartDescription(chart) },
  });
}

/** Word takes letters, digits and underscores, at most 40 of them. */
const bookmarkName = (id: string): string => `s_${id.replace(/[^A-Za-z0-9_]/gu, "_")}`.slice(0, 40);
