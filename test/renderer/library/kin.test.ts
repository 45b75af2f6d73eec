import { describe, expect, test } from "vitest";
import { planId } from "#core/plan/ids.ts";
import { kinOf } from "#renderer/features/library/kin.ts";
import { FIVE_PLANS, libraryEntry } from "./library-entries.ts";

const draft = libraryEntry({
  id: "draft",
  title: "恩平市科技创新“十四五”规划",
  code: "440785",
  place: ["恩平市", "Enping City"],
  level: "county-level-city",
  years: [2021, 2025],
  status: "draft",
  more: { predecessor: planId("enping-13"), superior: planId("jiangmen-14") },
});
const library = [...FIVE_PLANS, draft];

function roles(id: string): Record<string, string[]> {
  const entry = library.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`No such plan: ${id}`);
  return Object.fromEntries(
    kinOf(entry, library).map(({ role, plans }) => [role, plans.map((plan) => plan.id)]),
  );
}

describe("the plans linked to one", () => {
  test("of a draft: superior, predecessor, itself, and peers of the same level and years", () => {
    expect(roles("draft")).toEqual({
      superior: ["jiangmen-14"],
      predecessor: ["enping-13"],
      self: ["draft"],
      peers: ["heshan-14"],
    });
  });

  test("of a superior plan: those that answer to it", () => {
    expect(roles("jiangmen-14")).toEqual({ self: ["jiangmen-14"], subordinate: ["heshan-14", "draft"] });
  });

  test("of a predecessor: what follows it, and peers whose years overlap", () => {
    expect(roles("enping-13")).toEqual({ self: ["enping-13"], successor: ["draft"], peers: ["taishan-13"] });
  });
});
