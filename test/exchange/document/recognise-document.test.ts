import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { recogniseDocument } from "#exchange/document/recognise-document.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const text = "某县科技规划（𠮷）\r\n到2030年达到33家。\n";
const known = new Set([hashOf(bytesOf(text))]);

test("a copy with the very same bytes is recognised and decoded with its line ends", async () => {
  expect(await recogniseDocument(bytesOf(text), known)).toEqual({
    kind: "recognised",
    sha256: hashOf(bytesOf(text)),
    text,
  });
});

test.each([
  ["a changed number", text.replace("33", "34")],
  ["other line ends", text.replaceAll("\r\n", "\n")],
  ["a byte order mark", `\ufeff${text}`],
  ["half of it", text.slice(0, 10)],
])("a copy with %s is not recognised", async (_what, changed) => {
  expect(await recogniseDocument(bytesOf(changed), known)).toEqual({ kind: "unknown" });
});

test("a file without content is called empty", async () => {
  expect(await recogniseDocument(new Uint8Array(), known)).toEqual({ kind: "empty" });
});

test("a byte order mark of a known document is kept, since offsets count it", async () => {
  const marked = bytesOf(`\ufeff${text}`);
  const found = await recogniseDocument(marked, new Set([hashOf(marked)]));
  expect(found).toMatchObject({ kind: "recognised", text: `\ufeff${text}` });
});

test("a known document that is no UTF-8 text is not taken for one", async () => {
  const other = Uint8Array.of(0xb6, 0xf7, 0xc6, 0xbd);
  expect(await recogniseDocument(other, new Set([hashOf(other)]))).toEqual({ kind: "undecodable" });
});
