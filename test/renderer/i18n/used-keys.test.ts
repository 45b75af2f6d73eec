import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { resources } from "#renderer/i18n/resources.ts";

/** The text of all source files of the page but the strings themselves. */
function sourceText(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return /i18n.(en|zh-CN)$/u.test(path) ? "" : sourceText(path);
      return /\.tsx?$/u.test(entry.name) ? readFileSync(path, "utf8") : "";
    })
    .join("\n");
}

function keysOf(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === "" ? key : `${path}.${key}`));
}

const source = sourceText("src/renderer");

/** Whole keys in quotes. */
const named = new Set([...source.matchAll(/["']([\w:.-]+)["']/gu)].map(([, key = ""]) => key));

/** Keys with a part filled in at run time: a fixed beginning (a group, or a namespace with a fixed end) and that end. */
const filled = [...source.matchAll(/`((?:\w+:)?[\w.-]*)\$\{[^`]*\}([\w.-]*)`/gu)]
  .map(([, head = "", tail = ""]) => ({ head, tail }))
  .filter(({ head, tail }) => head.endsWith(".") || (head.endsWith(":") && tail.startsWith(".")));

function isUsed(namespace: string, given: string): boolean {
  // The number of a count is chosen at run time.
  const key = given.replace(/_(?:one|other)$/u, "");
  return [key, `${namespace}:${key}`].some(
    (name) =>
      named.has(name) ||
      filled.some(({ head, tail }) => name.startsWith(head) && name.endsWith(tail) && name !== head + tail),
  );
}

describe("the strings of the page", () => {
  test.each(Object.keys(resources["zh-CN"]))("of %s are all shown somewhere", (namespace) => {
    const words = Object.entries(resources["zh-CN"]).find(([name]) => name === namespace)?.[1];
    expect(keysOf(words, "").filter((key) => !isUsed(namespace, key))).toEqual([]);
  });

  test("would be missed when nothing names them", () => {
    expect(isUsed("shell", "help.grid.nothing-of-that-name")).toBe(false);
    expect(isUsed("shell", "help.title")).toBe(true);
    expect(isUsed("grid", "attribute.binding")).toBe(true);
  });
});
