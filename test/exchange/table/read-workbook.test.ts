import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbook } from "#exchange/table/read-workbook.ts";

/** A workbook of one sheet with these rows of its XML. */
function workbookOf(rows: readonly string[]): Uint8Array {
  const parts = {
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>`,
    "xl/s.xml": `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const cellAt = (place: string, value: string) => `<c r="${place}">${value}</c>`;

test("a small file whose cells stand in the last column of thousands of rows is refused before they fill the memory", () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => cellAt(`XFD${String(row + 1)}`, "<v>1</v>"));
  const bytes = workbookOf(rows);
  expect(bytes.length).toBeLessThan(100_000);
  expect(readWorkbook(bytes)).toEqual({ ok: false, error: { kind: "too-many-cells", limit: 4_000_000 } });
});

test("a single cell far to the right is read, and empty ones beside it take no room", () => {
  const empty = Array.from({ length: 10_000 }, (_, row) => cellAt(`XFD${String(row + 2)}`, ""));
  const read = readWorkbook(workbookOf([cellAt("A1", "<v>2</v>"), cellAt("XFD1", "<v>1</v>"), ...empty]));
  const [sheet] = read.ok ? read.value : [];
  expect(sheet?.rows).toHaveLength(1);
  expect(sheet?.rows[0]).toHaveLength(16_384);
  expect(sheet?.rows[0]?.at(0)).toEqual({ kind: "number", value: 2, decimals: null });
  expect(sheet?.rows[0]?.at(-1)).toEqual({ kind: "number", value: 1, decimals: null });
});
