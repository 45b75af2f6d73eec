import { describe, expect, test } from "vitest";
import { resources } from "#renderer/i18n/resources.ts";

type Leaf = readonly [path: string, text: string];

function leaves(value: unknown, path = ""): Leaf[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) throw new Error(`Neither words nor a group: ${path}`);
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "").sort();
const tags = (text: string) => [...text.matchAll(/<\/?\w+>/g)].map(([tag]) => tag).sort();

/** The name of the language, and words that a planner types as a plan prints them. */
const NAMES_ITSELF = /中文|约束性|预期性/gu;

const chinese = new Map(leaves(resources["zh-CN"]));
const english = new Map(leaves(resources.en));

describe("the two languages", () => {
  test("have the same strings", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test("leave no string empty", () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  test("fill the same places of each string", () => {
    const differing = [...chinese].filter(([path, text]) => {
      const other = english.get(path) ?? "";
      return variables(text).join() !== variables(other).join() || tags(text).join() !== tags(other).join();
    });
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  test("keep Chinese out of English, but for words that name themselves", () => {
    const mixed = [...english].filter(([, text]) =>
      /[\u4e00-\u9fff]/u.test(text.replaceAll(NAMES_ITSELF, "")),
    );
    expect(mixed).toEqual([]);
  });
});
