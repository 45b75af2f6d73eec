import { expect, test } from "vitest";
import { readClipboard } from "#renderer/ui/sheet/clipboard-data.ts";
import excel from "../e2e/clipboard/excel.html?raw";
import libreOffice from "../e2e/clipboard/libreoffice.html?raw";
import wps from "../e2e/clipboard/wps.html?raw";

const CLIPBOARDS = [
  ["Excel", excel, 3],
  ["WPS", wps, 3],
  ["LibreOffice", libreOffice, 3],
] as const;

function clipboard(html: string, text = ""): DataTransfer {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", text);
  return data;
}

test.each([
  ["one cell that reaches over 1 000 columns and 65 534 rows", `<td colspan=1000 rowspan=65534>a</td>`, 300],
  ["rows of cells that reach far", "<td colspan=1000>a</td>".repeat(10), 30],
])("%s is no table, and the text beside it is read", (_, cells, rows) => {
  const html = `<table>${`<tr>${cells}</tr>`.repeat(rows)}</table>`;
  expect(readClipboard(clipboard(html, "1\t2"))).toEqual([["1", "2"]]);
});

test("a table of 200 000 cells is read, and one more row is too much, as HTML and as text", () => {
  const rows = (count: number) => `<table>${"<tr><td>1</td><td>2</td></tr>".repeat(count)}</table>`;
  expect(readClipboard(clipboard(rows(100_000)))).toHaveLength(100_000);
  expect(readClipboard(clipboard(rows(100_001), "1\t2\n".repeat(100_001)))).toBe("large");
});

test("elements that lie a thousand deep in a cell do not end the program", () => {
  const deep = `<table><tr><td>${"<div>".repeat(1_000)}7${"</div>".repeat(1_000)}</td></tr></table>`;
  expect(readClipboard(clipboard(deep, "7"))).toEqual([["7"]]);
});

const long = 100_000;
const inCell = (content: string) => `<table><tr><td>${content}</td></tr></table>`;

test.each([
  ["elements nested in each other", inCell(`${"<div>".repeat(long)}7${"</div>".repeat(long)}`)],
  ["tables nested in each other", `${"<table><tr><td>".repeat(long)}7`],
  [
    "bold text that reaches over paragraphs",
    inCell(Array.from({ length: long }, (_, at) => `<p><b id=${at}>`).join("")),
  ],
  ["elements that stand between a table and its rows", `<table>${"<div>7".repeat(long)}`],
])("%s, 100 000 of them, are given up within seconds, and the text beside them is read", (_, html) => {
  const start = performance.now();
  expect(readClipboard(clipboard(html))).toBe("large");
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(readClipboard(clipboard(html, "7"))).toEqual([["7"]]);
});

test.each([
  ["style sheets that are not closed", inCell(`7${"<style>".repeat(long)}`), "7"],
  ["line breaks", inCell(`7${"<br>".repeat(long)}8`), `7${"\n".repeat(long)}8`],
  ["empty paragraphs", inCell(`${"<p> </p>".repeat(long)}7`), "7"],
])("%s, 100 000 of them, are read within seconds", (_, html, text) => {
  const start = performance.now();
  expect(readClipboard(clipboard(html))).toEqual([[text]]);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("a quoted text of millions of characters is read, closed or not", () => {
  const characters = "a".repeat(10_000_000);
  expect(readClipboard(clipboard("", `"${characters}"\t1`))).toEqual([[characters, "1"]]);
  expect(readClipboard(clipboard("", `"${characters}\t1`))).toEqual([[`"${characters}`, "1"]]);
});

test.each(CLIPBOARDS)(
  "what %s puts on the clipboard is read with its rows ten thousand times over",
  (_, html, rows) => {
    const table = /<tr[^]*<\/tr>/iu.exec(html)?.[0] ?? "";
    expect(readClipboard(clipboard(html.replace(table, table.repeat(10_000))))).toHaveLength(10_000 * rows);
  },
);

test("scripts and handlers in a pasted table do not run", async () => {
  const cell = `1<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><svg onload="globalThis.ran=1">`;
  expect(readClipboard(clipboard(`<table><tr><td>${cell}</td></tr></table>`))).toEqual([["1"]]);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(Reflect.get(globalThis, "ran")).toBeUndefined();
});
