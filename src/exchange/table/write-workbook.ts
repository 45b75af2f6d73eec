import { strToU8, zipSync, type Zippable } from "fflate";
import { cellReference, quotedSheet, type Workbook } from "#core/report/workbook/workbook.ts";
import { WorkbookStyles } from "./workbook-styles.ts";
import { commentsXml, noteShapesXml, notesOf, SharedStrings, worksheetXml } from "./worksheet-xml.ts";
import { xmlText } from "./xml-text.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The zip format's own beginning of time, so that a file depends on its content alone. */
const EPOCH = new Date(1980, 0, 1);

/** Writes a workbook as an .xlsx file. Formulas come with what they come to, and are recalculated when the file is opened. */
export function writeWorkbook(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const styles = new WorkbookStyles();
  const strings = new SharedStrings();
  const parts = new Map<string, string>();
  const noted: number[] = [];
  workbook.sheets.forEach((sheet, at) => {
    parts.set(`xl/worksheets/sheet${at + 1}.xml`, worksheetXml(sheet, styles, strings));
    const notes = notesOf(sheet);
    if (notes.length === 0) return;
    noted.push(at + 1);
    parts.set(`xl/comments${at + 1}.xml`, commentsXml(notes));
    parts.set(`xl/drawings/vmlDrawing${at + 1}.vml`, noteShapesXml(notes));
    parts.set(
      `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
      relations([
        [`${OFFICE}/vmlDrawing`, `../drawings/vmlDrawing${at + 1}.vml`],
        [`${OFFICE}/comments`, `../comments${at + 1}.xml`],
      ]),
    );
  });
  parts.set("xl/workbook.xml", workbookXml(workbook));
  parts.set(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...workbook.sheets.map((_, at) => [`${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
      [`${OFFICE}/styles`, "styles.xml"],
      [`${OFFICE}/sharedStrings`, "sharedStrings.xml"],
    ]),
  );
  parts.set("xl/styles.xml", styles.xml());
  parts.set("xl/sharedStrings.xml", strings.xml());
  parts.set("docProps/core.xml", coreXml(workbook.title));
  parts.set(
    "_rels/.rels",
    relations([
      [`${OFFICE}/officeDocument`, "xl/workbook.xml"],
      [
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
      ],
    ]),
  );
  return pack(new Map([["[Content_Types].xml", contentTypes(workbook.sheets.length, noted)], ...parts]));
}

function pack(parts: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const [name, text] of parts) files[name] = strToU8(name.endsWith(".vml") ? text : HEAD + text);
  // Half the time of the usual level, for files that are a twentieth larger.
  return Uint8Array.from(zipSync(files, { level: 3, mtime: EPOCH }));
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${items.join("")}</Relationships>`;
}

function workbookXml({ sheets, names }: Workbook): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const areas = names.map(({ name, sheet, from, to }) => {
    const area = `${quotedSheet(sheet)}!${cellReference(from, "both")}:${cellReference(to, "both")}`;
    return `<definedName name="${xmlText(name)}">${xmlText(area)}</definedName>`;
  });
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${list.join("")}</sheets>` +
    (areas.length === 0 ? "" : `<definedNames>${areas.join("")}</definedNames>`) +
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
}

function coreXml(title: string): string {
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>五年</dc:creator></cp:coreProperties>`
  );
}

function contentTypes(sheets: number, noted: readonly number[]): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    part("/xl/workbook.xml", `${TYPE}.sheet.main+xml`) +
    Array.from({ length: sheets }, (_, at) =>
      part(`/xl/worksheets/sheet${at + 1}.xml`, `${TYPE}.worksheet+xml`),
    ).join("") +
    noted.map((at) => part(`/xl/comments${at}.xml`, `${TYPE}.comments+xml`)).join("") +
    part("/xl/styles.xml", `${TYPE}.styles+xml`) +
    part("/xl/sharedStrings.xml", `${TYPE}.sharedStrings+xml`) +
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
    "</Types>"
  );
}
