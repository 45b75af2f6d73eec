import { describe, expect, test } from "vitest";
import { strFromU8, strToU8, zipSync } from "fflate";
import { applyChanges } from "#core/command/apply-changes.ts";
import { applyCommand } from "#core/command/apply-command.ts";
import { copyPlan } from "#core/plan/draft.ts";
import { indicatorId, planId } from "#core/plan/ids.ts";
import { planWorkbook } from "#core/report/workbook/plan-workbook.ts";
import { sheetCommand, sheetEdits } from "#core/report/workbook/sheet-edits.ts";
import { areaName, sheetName, type Workbook, type Worksheet } from "#core/report/workbook/workbook.ts";
import { ARCHIVE_LIMITS } from "#exchange/archive/archive-limits.ts";
import { readWorkbook } from "#exchange/table/read-workbook.ts";
import { sheetTexts } from "#exchange/table/sheet-texts.ts";
import { writeWorkbook } from "#exchange/table/write-workbook.ts";
import { sampleContext } from "../../core/report/sample-report.ts";
import { seedPlan } from "../../seed-plan.ts";
import { convert, withoutLibreOffice } from "../office/libre-office.ts";
import {
  elements,
  openPackage,
  orderFaults,
  packageFaults,
  parseXml,
  partText,
} from "../office/office-package.ts";

const PLANS = ["enping-13", "heshan-14", "jiangmen-14", "shaoguan-2017", "taishan-13"] as const;

function workbookOf(id: string): Workbook {
  const plan = seedPlan(id);
  const context = sampleContext(plan);
  return planWorkbook(plan, context, context.scenarios.root);
}

const WORKSHEET = [
  ...[
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "pageMargins",
    "pageSetup",
    "legacyDrawing",
  ],
];
const WORKBOOK = ["bookViews", "sheets", "definedNames", "calcPr"];
const STYLESHEET = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"];

describe("an Excel file", () => {
  const workbook = workbookOf("taishan-13");
  const file = openPackage(writeWorkbook(workbook));

  test("is a sound package whose elements stand in the order of the schema", () => {
    expect(packageFaults(file)).toEqual([]);
    const root = (name: string) => ({
      name: "",
      attributes: {},
      text: "",
      children: [parseXml(partText(file, name))],
    });
    expect(orderFaults(root("xl/worksheets/sheet1.xml"), "worksheet", WORKSHEET)).toEqual([]);
    expect(orderFaults(root("xl/workbook.xml"), "workbook", WORKBOOK)).toEqual([]);
    expect(orderFaults(root("xl/styles.xml"), "styleSheet", STYLESHEET)).toEqual([]);
  });

  test("has a sheet of indicators, one of years and one a scenario, with heads that stay", () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      ...["指标", "年度安排", "情景 保底", "情景 基准", "情景 力争"],
    ]);
    for (const at of workbook.sheets.keys()) {
      const sheet = parseXml(partText(file, `xl/worksheets/sheet${at + 1}.xml`));
      expect(elements(sheet, "pane")[0]?.attributes["state"]).toBe("frozen");
    }
  });

  test("names areas, and each name is one that spreadsheets take", () => {
    const names = elements(parseXml(partText(file, "xl/workbook.xml")), "definedName");
    expect(names.map(({ attributes }) => attributes["name"])).toContain("基期值");
    for (const { attributes } of names) expect(attributes["name"]).toMatch(/^[\p{L}_][\p{L}\p{N}_.]*$/u);
  });

  test("names the areas of scenarios apart whose names differ in signs or case alone", () => {
    const plan = seedPlan("taishan-13");
    const context = sampleContext(plan);
    const called = ["力争+5%", "力争-5%", "力争 5%"];
    const scenarios = context.annual.tree.scenarios.map((each, at) => ({
      ...each,
      name: called[at] ?? each.name,
    }));
    const { names } = planWorkbook(
      plan,
      { ...context, annual: { ...context.annual, tree: { ...context.annual.tree, scenarios } } },
      context.scenarios.root,
    );
    expect(names.slice(4).map(({ name }) => name)).toEqual([
      ...["情景_力争_5_", "情景_力争_5__2", "情景_力争_5__3"],
    ]);
    expect(areaName("目标值", ["基期值", "目标值"])).toBe("目标值_2");
    expect(areaName("情景 A", ["情景_a"])).toBe("情景_A_2");
  });

  test("says beside each value where it comes from", () => {
    const notes = elements(parseXml(partText(file, "xl/comments1.xml")), "comment");
    expect(notes.length).toBeGreaterThan(20);
    expect(notes.some((note) => elements(note, "t").some(({ text }) => /第\d+行/u.test(text)))).toBe(true);
  });

  test("keeps text that looks like a formula a text", () => {
    const sheet: Worksheet = {
      ...{ name: "甲", widths: [10], frozen: { rows: 0, columns: 0 } },
      rows: [
        ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(1)", "\t=1", "<b>&\"'"].map((text) => ({
          ...({ kind: "text", text, style: "text" } as const),
        })),
      ],
    };
    const written = writeWorkbook({ title: "=1", sheets: [sheet], names: [] });
    const parts = openPackage(written);
    expect(packageFaults(parts)).toEqual([]);
    expect(elements(parseXml(partText(parts, "xl/worksheets/sheet1.xml")), "f")).toEqual([]);
    const read = readWorkbook(written);
    expect(read.ok && read.value.map(sheetTexts)[0]?.[0]).toEqual([
      ...["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(1)", "\t=1", "<b>&\"'"],
    ]);
  });

  test.each([
    ["一/二*三", "一 二 三"],
    ["'甲'", "甲"],
    ["", "表"],
    ["长".repeat(40), "长".repeat(31)],
  ])("calls a sheet %j so that spreadsheets take it", (wanted, name) => {
    expect(sheetName(wanted, [])).toBe(name);
    expect(sheetName(wanted, [name])).toBe(`${name.slice(0, 29)} 2`);
  });
});

/** What a file without changes comes to. */
const NOTHING = { edits: [], added: [], unread: [], ignored: [], otherPlan: null };

describe("an Excel file that comes back", () => {
  test.each(PLANS)("changes nothing of %s", (id) => {
    const plan = seedPlan(id);
    const read = readWorkbook(writeWorkbook(workbookOf(id)));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const sheet = read.value.find(({ name }) => name === "指标");
    if (sheet === undefined) throw new Error("no sheet");
    const edits = sheetEdits(plan, sheetTexts(sheet), () => indicatorId("new"));
    expect(edits).toEqual({ ok: true, value: NOTHING });
  });

  test("brings what was written into it, as one command", () => {
    const plan = copyPlan(seedPlan("taishan-13"), { id: planId("draft"), title: "草案" });
    const context = sampleContext(plan);
    const [sheet] = planWorkbook(plan, context, context.scenarios.root).sheets;
    if (sheet === undefined) throw new Error("no sheet");
    const texts = sheet.rows.map((row) =>
      row.map((cell) => (cell === null ? "" : cell.kind === "text" ? cell.text : String(cell.value))),
    );
    const head = texts[0] ?? [];
    const column = head.indexOf("2020年目标");
    const changed = texts.map((row, at) => (at === 1 ? row.with(column, "达到3%") : [...row]));
    changed.push(head.map((heading) => ({ 指标: "科普基地", 单位: "个" })[heading] ?? ""));
    // The digits of the other cells are those of the sheet, not of the text: only what was written here counts.
    const edits = sheetEdits(plan, changed, () => indicatorId("draft/new"));
    if (!edits.ok) throw new Error("not read");
    const target = edits.value.edits.filter(({ field }) => field.kind === "target");
    expect(target.map(({ text }) => text)).toEqual(["达到3%"]);
    expect(edits.value.added.map(({ name }) => name)).toEqual(["科普基地"]);
    const command = sheetCommand(edits.value);
    if (command === null) throw new Error("nothing");
    const done = applyCommand(plan, command);
    if (!done.ok) throw new Error(done.error.kind);
    expect(applyChanges(plan, done.value).indicators.at(-1)).toMatchObject({
      name: "科普基地",
      unit: "个",
    });
  });
});

/** They differ, so that the file is not refused before for how well it packs. */
const manyCells = () =>
  Array.from({ length: 200_001 }, (_, at) => `<c r="A1"><v>${(at * 7919) % 1_000_003}</v></c>`).join("");

describe("a hostile Excel file", () => {
  const sound = Object.fromEntries(openPackage(writeWorkbook(workbookOf("taishan-13"))));
  const sheet = "xl/worksheets/sheet1.xml";
  const reasonOf = (files: Record<string, Uint8Array>) => {
    const read = readWorkbook(zipSync(files));
    return read.ok ? null : read.error.kind;
  };
  const wrap = (inside: string) => strToU8(`<worksheet><sheetData>${inside}</sheetData></worksheet>`);

  test.each([
    ["no zip", () => readWorkbook(strToU8("PK, or not")), "not-an-archive"],
    ["too large", () => readWorkbook(new Uint8Array(51 * 1024 * 1024)), "too-large"],
  ])("is refused: %s", (_, read, kind) => {
    const result = read();
    expect(result.ok ? null : result.error.kind).toBe(kind);
  });

  test.each([
    ["a document type", { [sheet]: strToU8('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>') }, "document-type"],
    ["elements without end", { [sheet]: strToU8("<a>".repeat(70)) }, "too-deep"],
    ["a cell beyond the sheet", { [sheet]: wrap('<row><c r="A9999999"><v>1</v></c></row>') }, "broken-part"],
    ["half an element", { [sheet]: strToU8("<worksheet><") }, "broken-part"],
    ["no text at all", { [sheet]: Uint8Array.of(0xff, 0xfe, 0x00) }, "broken-part"],
    ["more cells than any plan", { [sheet]: wrap(`<row>${manyCells()}</row>`) }, "too-many-cells"],
  ] as const)("is refused: %s", (_, change, kind) => {
    expect(reasonOf({ ...sound, ...change })).toBe(kind);
  });
});

test("a sheet that unpacks beyond the limit is refused while it is unpacked", () => {
  const bytes = writeWorkbook(workbookOf("taishan-13"));
  const read = readWorkbook(bytes, { ...ARCHIVE_LIMITS, unpacked: 20_000 });
  expect(read).toEqual({ ok: false, error: { kind: "unpacks-too-large" } });
});

/** The file without what its formulas come to, so that whoever opens it has to reckon. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = [...openPackage(bytes)].map(([name, part]) => {
    if (!name.startsWith("xl/worksheets/sheet")) return [name, part] as const;
    return [name, strToU8(strFromU8(part).replace(/<\/f><v>[^<]*<\/v>/gu, "</f>"))] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

describe("LibreOffice", () => {
  if (withoutLibreOffice !== null) {
    test.skip(`recalculates the file (left out: ${withoutLibreOffice})`, () => undefined);
    return;
  }

  test.each(["enping-13", "jiangmen-14"])(
    "recalculates every formula of %s to our number",
    { timeout: 240_000 },
    async (id) => {
      const workbook = workbookOf(id);
      const bytes = withoutResults(writeWorkbook(workbook));
      const read = readWorkbook(await convert(bytes, "xlsx", "xlsx"));
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      let formulas = 0;
      for (const sheet of workbook.sheets) {
        const recalculated = read.value.find(({ name }) => name === sheet.name)?.rows;
        sheet.rows.forEach((row, line) =>
          row.forEach((cell, column) => {
            if (cell?.kind !== "formula") return;
            formulas += 1;
            const theirs = recalculated?.[line]?.[column];
            const at = `${sheet.name} ${line + 1}:${column + 1} =${cell.formula}`;
            const numeric = theirs?.kind === "number" || theirs?.kind === "percent";
            expect(numeric, at).toBe(true);
            if (theirs?.kind === "number" || theirs?.kind === "percent")
              expect(Math.abs(theirs.value - cell.value), at).toBeLessThanOrEqual(
                1e-9 * Math.abs(cell.value),
              );
          }),
        );
      }
      expect(formulas).toBeGreaterThan(50);
    },
  );

  test("keeps a file that it saves one that changes nothing, with columns that take text", {
    timeout: 240_000,
  }, async () => {
    const bytes = await convert(writeWorkbook(workbookOf("taishan-13")), "xlsx", "xlsx");
    const read = readWorkbook(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const sheet = read.value.find(({ name }) => name === "指标");
    if (sheet === undefined) throw new Error("no sheet");
    const edits = sheetEdits(seedPlan("taishan-13"), sheetTexts(sheet), () => indicatorId("new"));
    expect(edits).toEqual({ ok: true, value: NOTHING });
    const file = openPackage(bytes);
    const looks = parseXml(partText(file, "xl/styles.xml"));
    const styles = elements(looks, "cellXfs")[0]?.children ?? [];
    const columns = elements(parseXml(partText(file, "xl/worksheets/sheet1.xml")), "col");
    const head = sheetTexts(sheet)[0] ?? [];
    const formatOf = (heading: string) => {
      const at = head.indexOf(heading) + 1;
      const column = columns.find(({ attributes: { min, max } }) => Number(min) <= at && at <= Number(max));
      const format = styles[Number(column?.attributes["style"] ?? 0)]?.attributes["numFmtId"];
      const spelled = elements(looks, "numFmt").find(({ attributes }) => attributes["numFmtId"] === format);
      return spelled?.attributes["formatCode"];
    };
    expect([formatOf("2020年目标"), formatOf("指标"), formatOf("2020年目标值")]).toEqual([
      "@",
      "@",
      "General",
    ]);
  });
});
