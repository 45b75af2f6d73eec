import { readFileSync } from "node:fs";
import { theme as antdTheme } from "antd";
import { describe, expect, test } from "vitest";
import { antdThemeConfig } from "#renderer/ui/antd-tokens.ts";
import { TOKENS, type ThemeName, type Tokens } from "#renderer/ui/theme.ts";

const css = readFileSync(new URL("../../../src/renderer/ui/tokens.css", import.meta.url), "utf8");

/** The custom properties of one block of tokens.css. */
function propertiesOf(theme: ThemeName): ReadonlyMap<string, string> {
  const start = css.indexOf(theme === "light" ? ":root {" : '[data-theme="dark"] {');
  const block = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? "", value ?? ""]),
  );
}

const propertyName = (token: string) =>
  /^c\d$/.test(token) ? token : token.replace(/[A-Z]|\d/g, (part) => `-${part.toLowerCase()}`);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = (tokens: Tokens) => [tokens.surface, tokens.bg, tokens.sunken, tokens.accentWeak];
const lowest = (tokens: Tokens, colour: string, more: readonly string[] = []) =>
  Math.min(...[...grounds(tokens), ...more].map((ground) => contrast(colour, ground)));

const THEMES = ["light", "dark"] as const;

describe.each(THEMES)("the %s theme", (theme) => {
  const tokens = TOKENS[theme];

  test("has the same colours in the style sheet and in code", () => {
    const properties = propertiesOf(theme);
    const inCss = Object.keys(tokens).map((token) => [token, properties.get(propertyName(token))]);
    expect(Object.fromEntries(inCss)).toEqual(tokens);
  });

  test.each(["text1", "text2", "text3", "accent", "inherited", "override", "error", "warn", "note"] as const)(
    "keeps %s readable on every ground (4.5 : 1, WCAG 1.4.3)",
    (token) => {
      const weak = {
        override: tokens.overrideWeak,
        error: tokens.errorWeak,
        warn: tokens.warnWeak,
        note: tokens.noteWeak,
      };
      const own = Object.entries(weak).flatMap(([name, ground]) => (name === token ? [ground] : []));
      expect(lowest(tokens, tokens[token], own)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("keeps the borders of controls visible (3 : 1, WCAG 1.4.11)", () => {
    expect(contrast(tokens.control, tokens.surface)).toBeGreaterThanOrEqual(3);
  });

  test("keeps words on the accent readable", () => {
    expect(contrast(tokens.onAccent, tokens.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test("reaches antd unchanged, in the sizes of the design and without motion", () => {
    expect(antdTheme.getDesignToken(antdThemeConfig(theme))).toMatchObject({
      colorPrimary: tokens.accent,
      colorText: tokens.text1,
      colorBgContainer: tokens.surface,
      fontSize: 13,
      controlHeight: 26,
      motion: false,
    });
  });
});

// look/tokens.md prints the lowest ratio of each text colour in the light theme.
test.each([
  ["text1", 13.9],
  ["text2", 6.5],
  ["text3", 4.9],
  ["accent", 5.8],
  ["error", 5.6],
] as const)("%s has the contrast that the design gives it", (token, printed) => {
  expect(lowest(TOKENS.light, TOKENS.light[token])).toBeCloseTo(printed, 0);
});
