import { describe, expect, test } from "vitest";
import { conceptIndex } from "#core/compare/concept-index.ts";
import { countConcepts, filterConcepts, firstConcept } from "#renderer/features/compare/concept-filter.ts";
import { CONCEPTS, FIVE } from "./study-of.ts";

const groups = conceptIndex(FIVE, CONCEPTS);
const found = (filter: "shared" | "all", query: string) =>
  filterConcepts(groups, filter, query).flatMap(({ entries }) => entries.map(({ concept }) => concept.id));

describe("the list of concepts", () => {
  test.each([
    ["the Chinese name", "研发经费投入强度"],
    ["its pinyin initials", "yfjftrqd"],
    ["the English name, whatever its case", "r&d intensity"],
    ["a name that a plan prints (Taishan line 34)", "研究和试验发展（R&D）经费投入强度"],
  ])("finds a concept by %s", (_what, query) => {
    expect(found("shared", query)).toContain("rd-intensity");
  });

  test("shows only what two plans share unless all is asked for", () => {
    const { shared, all } = countConcepts(groups);
    expect(found("shared", "")).toHaveLength(shared);
    expect(found("all", "")).toHaveLength(all);
    expect(all).toBeGreaterThan(shared);
    const alone = groups.flatMap(({ entries }) => entries).find(({ plans }) => plans === 1);
    expect(found("shared", "")).not.toContain(alone?.concept.id);
    expect(found("all", "")).toContain(alone?.concept.id);
  });

  test("drops fields in which nothing is found", () => {
    expect(filterConcepts(groups, "all", "没有这样的概念")).toEqual([]);
  });

  test("opens with what most plans have", () => {
    expect(firstConcept(groups)?.concept.id).toBe("rd-intensity");
    expect(firstConcept([])).toBeNull();
  });
});
