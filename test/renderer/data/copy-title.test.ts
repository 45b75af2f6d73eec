import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyTitle } from "#renderer/data/copy-title.ts";

const PLAN = "台山市科技创新“十三五”规划";

describe("the title of a copy", () => {
  test.each([
    [PLAN, [PLAN], `${PLAN} · 副本`],
    [PLAN, [PLAN, `${PLAN} · 副本`], `${PLAN} · 副本 2`],
    [PLAN, [PLAN, `${PLAN} · 副本`, `${PLAN} · 副本 2`], `${PLAN} · 副本 3`],
    [`${PLAN} · 副本`, [PLAN, `${PLAN} · 副本`], `${PLAN} · 副本 2`],
    [`${PLAN} · 副本 2`, [PLAN, `${PLAN} · 副本 2`], `${PLAN} · 副本`],
  ])("of %s among %j", (title, taken, expected) => {
    expect(copyTitle(title, taken, " · 副本")).toBe(expected);
  });

  test("is never one that is taken", () => {
    const titles = fc.constantFrom(
      PLAN,
      ...["", " 2", " 3", " 4"].map((number) => `${PLAN} · 副本${number}`),
    );
    fc.assert(
      fc.property(titles, fc.uniqueArray(titles), (title, taken) => {
        expect(taken).not.toContain(copyTitle(title, taken, " · 副本"));
      }),
    );
  });
});
