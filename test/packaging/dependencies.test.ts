import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const ROOT = resolve(import.meta.dirname, "../..");
const declared: Readonly<Record<string, string>> = {
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
};

interface Row {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly reasons: readonly string[];
}

async function documented(): Promise<Row[]> {
  const text = await readFile(join(ROOT, "docs/dependencies.md"), "utf8");
  return text
    .split("\n")
    .filter((line) => /^\| @?[a-z]/.test(line) && !line.startsWith("| package "))
    .map((line) => {
      const [, name = "", version = "", licence = "", ...reasons] = line
        .split("|")
        .map((cell) => cell.trim());
      return { name, version, licence, reasons: reasons.slice(0, 2) };
    });
}

describe("docs/dependencies.md", () => {
  test("names every package once, with the version that is pinned", async () => {
    const rows = await documented();
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(declared).sort());
    for (const { name, version } of rows)
      expect(`${name} ${version}`).toBe(`${name} ${declared[name] ?? ""}`);
    expect(Object.values(declared).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test("gives for each the licence that the package states, why it is here and what leaving costs", async () => {
    for (const { name, licence, reasons } of await documented()) {
      expect(reasons.filter((reason) => reason !== "")).toHaveLength(2);
      // An optional package need not be installed on every platform.
      const stated = await statedLicence(name);
      if (stated !== null) expect(`${name} ${licence}`).toBe(`${name} ${stated}`);
      else expect(Object.keys(manifest.optionalDependencies)).toContain(name);
    }
  });
});

async function statedLicence(name: string): Promise<string | null> {
  const path = join(ROOT, "node_modules", name, "package.json");
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  const licence: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, "license") : undefined;
  return typeof licence === "string" ? licence : "";
}
