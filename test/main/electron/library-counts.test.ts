import { expect, test } from "vitest";
import { readCounts } from "#main/electron/library-counts.ts";

test("what the page writes on its library is read as numbers", () => {
  const written = { plans: "5", indicators: "120", observations: "200", targets: "130", room: "library" };
  expect(readCounts(written)).toEqual({ plans: 5, indicators: 120, observations: 200, targets: 130 });
});

test.each([null, {}, { plans: "5", indicators: "x", observations: "1", targets: "1" }, { plans: 5 }])(
  "a library that does not say its numbers is no ready library: %j",
  (written) => {
    expect(() => readCounts(written)).toThrow("does not say its number of");
  },
);
