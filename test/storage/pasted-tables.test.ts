import { expect, test } from "vitest";
import { readClipboard } from "#renderer/ui/sheet/clipboard-data.ts";

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

test("scripts and handlers in a pasted table do not run", async () => {
  const cell = `1<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><svg onload="globalThis.ran=1">`;
  expect(readClipboard(clipboard(`<table><tr><td>${cell}</td></tr></table>`))).toEqual([["1"]]);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(Reflect.get(globalThis, "ran")).toBeUndefined();
});
