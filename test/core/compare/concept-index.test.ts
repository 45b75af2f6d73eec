import { describe, expect, test } from "vitest";
import { conceptIndex } from "#core/compare/concept-index.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
const FIVE = ["enping-13", "taishan-13", "heshan-14", "jiangmen-14", "shaoguan-2017"].map(seedPlan);

describe("the list of concepts that plans use", () => {
  const groups = conceptIndex(FIVE, concepts);
  const entries = groups.flatMap((group) => group.entries);

  test("begins with what is put in and counts the plans that have each", () => {
    expect(groups[0]?.category).toBe("投入");
    expect(groups[0]?.entries[0]).toMatchObject({ concept: { id: "rd-intensity" }, plans: 5 });
  });

  test("has each concept once, with the names that plans print for it", () => {
    const ids = entries.map(({ concept }) => concept.id);
    expect(new Set(ids).size).toBe(ids.length);
    // Taishan line 34, Enping line 102.
    const names = entries.find(({ concept }) => concept.id === "rd-intensity")?.names;
    expect(names).toContain("研究和试验发展（R&D）经费投入强度");
  });

  test("is the same whatever the order of plans", () => {
    expect(conceptIndex([...FIVE].reverse(), concepts)).toEqual(groups);
  });

  test("is empty without plans", () => {
    expect(conceptIndex([], concepts)).toEqual([]);
  });
});
