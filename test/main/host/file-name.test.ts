import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberedName, safeFileName } from "#main/host/file-name.ts";

describe("file names", () => {
  test.each([
    ["地区生产总值 2021—2025", "地区生产总值 2021—2025"],
    ['a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"],
    ["  ..名称.. ", "名称"],
    ["..", "未命名"],
    ["", "未命名"],
    ["\u0000\u0007\u202e", "未命名"],
    ["名\u202e称\r\n二", "名称二"],
    ["con", "_con"],
    ["NUL.tar", "_NUL.tar"],
    ["COM¹", "_COM¹"],
    ["company", "company"],
    ["\ud800半", "半"],
  ])("%j becomes %j", (suggested, name) => {
    expect(safeFileName(suggested)).toBe(name);
  });

  // The rules of Windows: docs “Naming Files, Paths, and Namespaces”; the limit is Linux's 255 bytes less a number and suffix.
  test("whatever is suggested, every system takes the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (suggested) => {
        const name = safeFileName(suggested);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
        expect(name).not.toMatch(/^[\s.]|[\s.]$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(Buffer.byteLength(name)).toBeGreaterThan(0);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(151);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });

  test("names are numbered from the second on", () => {
    expect([1, 2, 11].map((attempt) => numberedName("图", "png", attempt))).toEqual([
      "图.png",
      "图 (2).png",
      "图 (11).png",
    ]);
  });
});
