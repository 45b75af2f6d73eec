import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatWindowState,
  MINIMUM_SIZE,
  parseWindowState,
  placeWindow,
  type Rectangle,
  type WindowState,
} from "#main/electron/window-bounds.ts";

// The office laptop of experience.md (1366 × 768) with a task bar of 40, and a second display right of it.
const LAPTOP: Rectangle = { x: 0, y: 0, width: 1366, height: 728 };
const SECOND: Rectangle = { x: 1366, y: 0, width: 1920, height: 1040 };

const at = (x: number, y: number, width: number, height: number, maximized = false): WindowState => ({
  bounds: { x, y, width, height },
  maximized,
});

describe("the place of a window", () => {
  const cases: readonly [string, WindowState | null, readonly [Rectangle, ...Rectangle[]], WindowState][] = [
    ["fills a laptop's work area at the first start", null, [LAPTOP], at(0, 0, 1366, 728)],
    // (1920 - 1366) / 2 = 277, (1040 - 768) / 2 = 136, from the second display's corner at 0, 0
    [
      "is centred on a larger display at the first start",
      null,
      [{ ...SECOND, x: 0 }],
      at(277, 136, 1366, 768),
    ],
    [
      "is where it was on the second display",
      at(1500, 100, 1200, 800),
      [LAPTOP, SECOND],
      at(1500, 100, 1200, 800),
    ],
    [
      "goes to the middle of the first display when its own is gone",
      at(1500, 100, 1200, 700),
      [LAPTOP],
      // (1366 - 1200) / 2 = 83, (728 - 700) / 2 = 14
      at(83, 14, 1200, 700),
    ],
    ["moves in whole when it hangs over the edge", at(400, -50, 1100, 700), [LAPTOP], at(266, 0, 1100, 700)],
    [
      "stays on the display that shows most of it",
      at(1200, 0, 1200, 700),
      [LAPTOP, SECOND],
      at(1366, 0, 1200, 700),
    ],
    [
      "is as small as the display when that is below the smallest window",
      at(0, 0, 1366, 728),
      [{ x: 0, y: 0, width: 800, height: 600 }],
      at(0, 0, 800, 600),
    ],
    [
      "opens maximized when it was closed so",
      at(100, 20, 1100, 650, true),
      [LAPTOP],
      at(100, 20, 1100, 650, true),
    ],
  ];
  test.each(cases)("%s", (_name, remembered, areas, expected) => {
    expect(placeWindow(remembered, areas)).toEqual(expected);
  });

  test("sets a further window off by 32 and never opens it maximized", () => {
    expect(placeWindow(at(100, 20, 1100, 650, true), [LAPTOP], 1)).toEqual(at(132, 52, 1100, 650));
  });

  const rectangle = fc.record({
    x: fc.integer({ min: -8000, max: 8000 }),
    y: fc.integer({ min: -8000, max: 8000 }),
    width: fc.integer({ min: 1, max: 8000 }),
    height: fc.integer({ min: 1, max: 8000 }),
  });
  const inside = (inner: Rectangle, outer: Rectangle) =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;

  test("always lies inside one work area, and is usable wherever that is large enough", () => {
    fc.assert(
      fc.property(
        fc.option(fc.record({ bounds: rectangle, maximized: fc.boolean() })),
        rectangle,
        fc.array(rectangle, { maxLength: 2 }),
        fc.nat({ max: 5 }),
        (remembered, first, more, order) => {
          const { bounds } = placeWindow(remembered, [first, ...more], order);
          const home = [first, ...more].find((area) => inside(bounds, area));
          expect(home).toBeDefined();
          expect(bounds.width).toBeGreaterThanOrEqual(Math.min(MINIMUM_SIZE.width, home?.width ?? 0));
          expect(bounds.height).toBeGreaterThanOrEqual(Math.min(MINIMUM_SIZE.height, home?.height ?? 0));
        },
      ),
    );
  });

  test("is read back as it was written", () => {
    fc.assert(
      fc.property(fc.record({ bounds: rectangle, maximized: fc.boolean() }), (state) => {
        expect(parseWindowState(formatWindowState(state))).toEqual(state);
      }),
    );
  });

  test.each([
    "",
    "{",
    "null",
    "[]",
    '{"bounds":null}',
    '{"bounds":{"x":0,"y":0,"width":0,"height":700}}',
    '{"bounds":{"x":0.5,"y":0,"width":1200,"height":700}}',
    '{"bounds":{"x":"0","y":0,"width":1200,"height":700}}',
    '{"bounds":{"x":1e300,"y":0,"width":1200,"height":700}}',
  ])("is forgotten when the file says %j", (text) => {
    expect(parseWindowState(text)).toBeNull();
  });
});
