import fc from "fast-check";
import { expect, test } from "vitest";
import { pastedEntry, withBreaks, withSigns } from "#renderer/ui/sheet/line-breaks.ts";

test.each([
  ["科技局\n工信局", "科技局↵工信局"],
  ["科技局\r\n工信局\r统计局", "科技局↵工信局↵统计局"],
  ["\n\n", "↵↵"],
  ["94.2", "94.2"],
])("the breaks of %j are shown as %j", (text, shown) => {
  expect(withSigns(text)).toBe(shown);
});

test("an entry holds no break, and gives each of them back", () => {
  const text = fc.string({ unit: fc.constantFrom("局", "a", " ", "\n") });
  fc.assert(
    fc.property(text, (lines) => {
      expect(withSigns(lines)).not.toContain("\n");
      expect(withBreaks(withSigns(lines))).toBe(lines);
    }),
  );
});

test("the break that ends a copied cell is left out of an entry", () => {
  expect(pastedEntry("94.2\r\n")).toBe("94.2");
  expect(pastedEntry("科技局\n工信局\r\n")).toBe("科技局↵工信局");
});
