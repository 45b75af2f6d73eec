import type { CellStyle } from "#core/report/workbook/workbook.ts";
import { xmlText } from "./xml-text.ts";

/** Fonts, fills and alignment of each look, by its place in the lists of styles.xml. */
const LOOKS: Readonly<
  Record<CellStyle, { readonly font: number; readonly fill: number; readonly align: string }>
> = {
  head: { font: 1, fill: 2, align: '<alignment horizontal="center" vertical="center" wrapText="1"/>' },
  text: { font: 0, fill: 0, align: '<alignment vertical="center"/>' },
  center: { font: 0, fill: 0, align: '<alignment horizontal="center" vertical="center"/>' },
  number: { font: 0, fill: 0, align: '<alignment horizontal="right" vertical="center"/>' },
  input: { font: 2, fill: 0, align: '<alignment horizontal="right" vertical="center"/>' },
  computed: { font: 0, fill: 3, align: '<alignment horizontal="right" vertical="center"/>' },
  aside: { font: 3, fill: 0, align: '<alignment vertical="center"/>' },
};

const FIRST_OWN_FORMAT = 164;

/** The format that keeps what is typed a text, which spreadsheets know by number. */
export const TEXT_FORMAT = "@";
const TEXT_FORMAT_NUMBER = 49;

/** The number by which columns name the look of cells that take what is typed as text, and have no other look. */
export const PLAIN_TEXT_STYLE = 1;

type LooksByFormat = ReadonlyMap<string | null, number>;

/** Collects the combinations of look and number format that a workbook uses, and writes its styles.xml. */
export class WorkbookStyles {
  readonly #formats = new Map<string, number>();
  /** The numbers of looks by format, first those of cells that are not quoted. */
  readonly #cells = [new Map<CellStyle, LooksByFormat>(), new Map<CellStyle, LooksByFormat>()] as const;
  readonly #xml: string[] = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `<xf numFmtId="${TEXT_FORMAT_NUMBER}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ];

  /** The number by which cells name a look with a format; `quoted` keeps a text that looks like a formula a text when it is edited. */
  styleOf(style: CellStyle, format: string | null, quoted: boolean): number {
    const looks = this.#cells[quoted ? 1 : 0];
    const known = looks.get(style)?.get(format);
    if (known !== undefined) return known;
    const { font, fill, align } = LOOKS[style];
    const number = this.#formatOf(format);
    this.#xml.push(
      `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" ` +
        `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ""}>${align}</xf>`,
    );
    const id = this.#xml.length - 1;
    looks.set(style, new Map([...(looks.get(style) ?? []), [format, id]]));
    return id;
  }

  /** The part xl/styles.xml. */
  xml(): string {
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`,
    );
    const font = (rest: string) => `<font>${rest}<sz val="10.5"/>`;
    const name = '<name val="宋体"/><charset val="134"/>';
    const edge = (side: string) => `<${side} style="thin"><color rgb="FFDDE1E6"/></${side}>`;
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`) +
      `<fonts count="4">${font("")}${name}</font>${font("<b/>")}${name}</font>` +
      `${font("")}<color rgb="FF1F4FCC"/>${name}</font>${font("")}<color rgb="FF5C6775"/>${name}</font></fonts>` +
      '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
      `${solid("FFECEEF1")}${solid("FFF3F5F8")}</fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
      `<border>${["left", "right", "top", "bottom"].map(edge).join("")}<diagonal/></border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.#xml.length}">${this.#xml.join("")}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }

  #formatOf(format: string | null): number {
    if (format === null) return 0;
    if (format === TEXT_FORMAT) return TEXT_FORMAT_NUMBER;
    const known = this.#formats.get(format);
    if (known !== undefined) return known;
    const id = FIRST_OWN_FORMAT + this.#formats.size;
    this.#formats.set(format, id);
    return id;
  }
}

const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
