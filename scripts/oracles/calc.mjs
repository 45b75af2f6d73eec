import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Basic program that seeks a goal in every row: the unknown stands in column A, the formula in B, the goal in C. */
const SEEK_GOALS = `Sub Main(source, target)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  sheet = doc.Sheets.getByIndex(0)
  row = 0
  Do While sheet.getCellByPosition(0, row).Type <> com.sun.star.table.CellContentType.EMPTY
    unknown = sheet.getCellByPosition(0, row)
    result = doc.seekGoal(sheet.getCellByPosition(1, row).CellAddress, unknown.CellAddress, sheet.getCellByPosition(2, row).String)
    If Abs(result.Divergence) < 0.000001 Then sheet.getCellByPosition(3, row).Value = result.Result
    row = row + 1
  Loop
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "OpenDocument Spreadsheet Flat XML"
  doc.storeToURL(target, filter())
  doc.close(True)
  StarDesktop.terminate()
End Sub
`;

/** LibreOffice Calc without a window, with a profile of its own; `close` removes both. */
export async function openCalc() {
  const folder = await mkdtemp(join(tmpdir(), "wunian-calc-"));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  const soffice = (/** @type {string[]} */ ...args) =>
    run("soffice", [profile, "--headless", "--norestore", ...args], { timeout: 120_000 });
  const out = join(folder, "out");
  await mkdir(out);
  return {
    async version() {
      const { stdout } = await soffice("--version");
      return /LibreOffice [\d.]+/u.exec(stdout)?.[0] ?? stdout.trim();
    },
    /** The value of each formula, in OpenFormula syntax; throws where one has none. */
    async compute(/** @type {readonly string[]} */ formulas) {
      const file = join(folder, "formulas.fods");
      await writeFile(file, sheet(formulas.map((formula) => [formulaCell(formula)])));
      await soffice("--convert-to", "fods", "--outdir", out, file);
      const values = rowsOf(await readFile(join(out, "formulas.fods"), "utf8")).map(([value]) => value);
      return complete(values, formulas);
    },
    /** The unknown, named X in the formula, at which each formula is at its goal, sought from `start`. */
    async seek(/** @type {readonly { formula: string, start: number, goal: number }[]} */ goals) {
      const file = join(folder, "goals.fods");
      const cells = goals.map(({ formula, start, goal }, row) => [
        numberCell(start),
        formulaCell(formula.replace(/\bX\b/gu, `[.A${row + 1}]`)),
        numberCell(goal),
      ]);
      await writeFile(file, sheet(cells));
      await writeFile(join(folder, "profile/user/basic/Standard/Module1.xba"), basicModule(SEEK_GOALS));
      const found = join(out, "goals.fods");
      await soffice(`macro:///Standard.Module1.Main("${pathToFileURL(file)}","${pathToFileURL(found)}")`);
      const values = rowsOf(await readFile(found, "utf8")).map((row) => row[3]);
      return complete(
        values,
        goals.map(({ formula }) => formula),
      );
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * @param {readonly (number | undefined)[]} values
 * @param {readonly string[]} formulas
 * @returns {number[]}
 */
function complete(values, formulas) {
  return formulas.map((formula, at) => {
    const value = values[at];
    if (value === undefined || !Number.isFinite(value)) throw new Error(`Calc has no value for ${formula}`);
    return value;
  });
}

/** Lists in formulas are reckoned with element by element. */
const AS_ARRAY = 'table:number-matrix-columns-spanned="1" table:number-matrix-rows-spanned="1"';
const formulaCell = (/** @type {string} */ formula) =>
  `<table:table-cell ${AS_ARRAY} table:formula="of:=${escapeXml(formula)}" office:value-type="float"/>`;
const numberCell = (/** @type {number} */ value) =>
  `<table:table-cell office:value-type="float" office:value="${value}"/>`;

/** A flat spreadsheet of one sheet. @param {readonly (readonly string[])[]} rows */
function sheet(rows) {
  const names = ["office", "table", "text"]
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .concat('xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"');
  const type = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"';
  const body = rows.map((cells) => `<table:table-row>${cells.join("")}</table:table-row>`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names.join(" ")} office:version="1.3" ${type}><office:body><office:spreadsheet>
<table:table table:name="cases">${body}</table:table></office:spreadsheet></office:body></office:document>`;
}

/** The numbers of each row; a cell without one (an error) is NaN. @param {string} xml */
function rowsOf(xml) {
  return xml
    .split("<table:table-row")
    .slice(1)
    .map((row) =>
      [...row.matchAll(/<table:table-cell\b([^>]*)>/gu)].map(([, attributes = ""]) =>
        Number(/office:value="([^"]*)"/u.exec(attributes)?.[1] ?? Number.NaN),
      ),
    );
}

/** @param {string} program */
function basicModule(program) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escapeXml(program)}</script:module>
`;
}

const escapeXml = (/** @type {string} */ text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
