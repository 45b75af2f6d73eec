import { ImportedXmlComponent, type IRunStylePropertiesOptions, type IStylesOptions } from "docx";
import { CHARACTER, FONTS, LINE_PITCH, SIZES, TIGHTENING } from "./paper.ts";

/** Names of the paragraph styles. */
export const STYLES = {
  body: "BodyText",
  title: "ReportTitle",
  caption: "ReportCaption",
  cell: "ReportCell",
  cellHead: "ReportCellHead",
  note: "ReportNote",
  contentsTitle: "ReportContents",
  figure: "ReportFigure",
} as const;

/** Letters of one font for Chinese, and of the Latin one for digits and letters. */
export const letters = (
  eastAsia: string,
  size: number,
  latin: string = FONTS.latin,
): IRunStylePropertiesOptions => ({
  font: { ascii: latin, hAnsi: latin, eastAsia, cs: latin },
  size,
  color: "000000",
});

/** A paragraph style; lengths are twentieths of a point, sizes of letters half points. */
interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  readonly font: string;
  readonly size: number;
  readonly align: "left" | "center" | "both";
  /** Exact height of a line, or as high as what stands in it. */
  readonly line: number | "auto";
  readonly around?: readonly [before: number, after: number];
  /** Two characters before the first line, or a whole paragraph set in. */
  readonly indent?: "first-line" | number;
  readonly keepNext?: boolean;
  /** From 0; for headings. */
  readonly outline?: number;
  /** Whether its lines and letters stand in the grid of the page: 22 lines of 28 characters. */
  readonly grid: boolean;
}

const inGrid = { size: SIZES.body, align: "both", line: LINE_PITCH, grid: true } as const;
const centred = { align: "center", line: LINE_PITCH, grid: false } as const;
const small = { size: SIZES.table, line: 320, around: [30, 30], grid: false } as const;
const HEADING_FONTS = [FONTS.first, FONTS.second, FONTS.body, FONTS.body];

const PARAGRAPH_STYLES: readonly ParagraphStyle[] = [
  { id: "Normal", name: "Normal", font: FONTS.body, ...inGrid },
  { id: STYLES.body, name: "Body Text", font: FONTS.body, ...inGrid, indent: "first-line" },
  ...HEADING_FONTS.map(
    (font, at): ParagraphStyle => ({
      ...{ id: `Heading${at + 1}`, name: `heading ${at + 1}`, font, ...inGrid },
      ...{ indent: "first-line", keepNext: true, outline: at },
    }),
  ),
  ...[FONTS.first, FONTS.body].map(
    (font, at): ParagraphStyle => ({
      ...{ id: `TOC${at + 1}`, name: `toc ${at + 1}`, font, ...inGrid },
      indent: at * 2 * CHARACTER,
    }),
  ),
  {
    ...{ id: STYLES.title, name: "公文标题", font: FONTS.title, size: SIZES.title },
    ...{ ...centred, line: Math.round(1.5 * LINE_PITCH) },
  },
  { id: STYLES.contentsTitle, name: "目录标题", font: FONTS.first, size: SIZES.body, ...centred },
  { id: STYLES.caption, name: "图表标题", font: FONTS.first, size: SIZES.caption, ...centred },
  { id: STYLES.cell, name: "表格文字", font: FONTS.body, align: "left", ...small },
  { id: STYLES.cellHead, name: "表头", font: FONTS.first, align: "center", ...small },
  {
    ...{ id: STYLES.note, name: "表注", font: FONTS.body, align: "left" },
    ...{ ...small, size: SIZES.note, around: [40, 120] },
  },
  {
    ...{ id: STYLES.figure, name: "插图", font: FONTS.body, align: "center" },
    ...{ ...small, line: "auto", around: [60, 0], keepNext: true },
  },
];

/**
 * The styles of a document in the format of GB/T 9704-2012. They are given as XML, since the library has no word for letters
 * outside the page's grid; elements stand in the order of the schema.
 */
export const WORD_STYLES: IStylesOptions = {
  importedStyles: [
    ImportedXmlComponent.fromXmlString(
      `<w:docDefaults><w:rPrDefault><w:rPr>${lettersXml(FONTS.body, SIZES.body, 0)}</w:rPr></w:rPrDefault>` +
        `<w:pPrDefault/></w:docDefaults>`,
    ),
    ...PARAGRAPH_STYLES.map((style) => ImportedXmlComponent.fromXmlString(styleXml(style))),
  ],
};

function styleXml(style: ParagraphStyle): string {
  const { id, name, font, size, grid } = style;
  const normal = id === "Normal";
  const based = normal ? "" : `<w:basedOn w:val="Normal"/><w:next w:val="${STYLES.body}"/>`;
  return (
    `<w:style w:type="paragraph" ${normal ? 'w:default="1" ' : ""}w:styleId="${id}"><w:name w:val="${name}"/>${based}` +
    `<w:qFormat/><w:pPr>${paragraphXml(style)}</w:pPr>` +
    `<w:rPr>${lettersXml(font, size, grid ? TIGHTENING : 0)}</w:rPr></w:style>`
  );
}

function paragraphXml({
  align,
  line,
  around = [0, 0],
  indent,
  keepNext,
  outline,
  grid,
}: ParagraphStyle): string {
  const [before, after] = around;
  const height = line === "auto" ? 'w:line="240" w:lineRule="auto"' : `w:line="${line}" w:lineRule="exact"`;
  return [
    keepNext === true ? "<w:keepNext/>" : "",
    grid ? "" : '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${before}" w:after="${after}" ${height}/>`,
    indentXml(indent),
    `<w:jc w:val="${align}"/>`,
    outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`,
  ].join("");
}

function indentXml(indent: ParagraphStyle["indent"]): string {
  if (indent === undefined) return "";
  return indent === "first-line"
    ? `<w:ind w:firstLineChars="200" w:firstLine="${2 * CHARACTER}"/>`
    : `<w:ind w:left="${indent}"/>`;
}

function lettersXml(font: string, size: number, spacing: number): string {
  const latin = FONTS.latin;
  return (
    `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${font}" w:cs="${latin}"/>` +
    `<w:color w:val="000000"/><w:spacing w:val="${spacing}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  );
}
