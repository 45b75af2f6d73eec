import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const pages = [".", "docs", "docs/decisions"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

test.each(pages)("%s leads only to files that are there", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const links = [...text.matchAll(/\]\(([^)#\s]+)/gu)].map(([, link = ""]) => link);
  const missing = links
    .filter((link) => !/^https?:/u.test(link))
    .filter((link) => !existsSync(join(root, dirname(page), link)));
  expect(missing).toEqual([]);
});

test("the two languages of the README show the same pictures and name the same scripts", () => {
  const [english, chinese] = ["README.md", "README.zh-CN.md"].map((page) => {
    const text = readFileSync(join(root, page), "utf8");
    const named = text.matchAll(/docs\/images\/[\w-]+\.png|npm (?:run \w+|start|test|ci)/gu);
    return [...new Set([...named].map(String))].sort();
  });
  expect(chinese).toEqual(english);
});

test("every script that the README names exists", () => {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const named = [...text.matchAll(/npm run ([\w:]+)/gu)].map(([, name = ""]) => name);
  for (const name of named) expect(manifest).toHaveProperty(["scripts", name]);
});
