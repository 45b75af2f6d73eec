import { copyFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import { describe, expect, test } from "vitest";
import { fontCharacters } from "#main/host/font-characters.ts";
import { openFontFolder } from "#main/host/make-font.ts";
import { readSfnt } from "#main/host/sfnt.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const FOLDER = dirname(createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/unicode.json"));
const fonts = openFontFolder(FOLDER);

/** Which characters of `text` a font holds, after HarfBuzz has unpacked and rewritten it. */
async function held(font: Uint8Array, text: string): Promise<string> {
  const tables = readSfnt(await subsetFont(Buffer.from(font), `${text} 0`, { targetFormat: "sfnt" }));
  const characters = fontCharacters(tables);
  return Array.from(text)
    .filter((character) => characters.has(character.codePointAt(0) ?? -1))
    .join("");
}

describe("one font for a text", () => {
  // Digits, Latin, the units of domain.md, the signs of official wordings, and place-name characters of the five plans' counties.
  test.each([
    "0123456789.,+-%",
    "GDP R&D ABCxyz éàü",
    "亿元万人公顷平方公里吨标准煤",
    "％‰—–～≥≤→←±×÷°℃㎡①②③",
    "，。、；：？！“”‘’《》〔〕【】（）…·",
    "恩平垌圳洮邛崃亳濮郯鄄牂牁",
    " ",
  ])("%s", async (text) => {
    for (const weight of [400, 600] as const) expect(await held(await fonts(text, weight), text)).toBe(text);
  });

  test("is a WOFF2 file far smaller than the family", async () => {
    const font = await fonts("恩平市地区生产总值（亿元）", 400);
    expect(Buffer.from(font.subarray(0, 4)).toString("latin1")).toBe("wOF2");
    expect(font.length).toBeLessThan(20_000);
  });

  test("text without characters makes a font of little more than the space", async () => {
    expect(await held(await fonts("", 600), "恩 ")).toBe(" ");
  });

  test("a character that the family lacks is left out and the others are there", async () => {
    expect(await held(await fonts("恩\u{10ffff}平", 400), "恩\u{10ffff}平")).toBe("恩平");
  });

  test("a list of slices that could not be read once is read for the next font", async () => {
    const folder = await temporaryFolder();
    await symlink(join(FOLDER, "files"), join(folder, "files"));
    const make = openFontFolder(folder);
    await expect(make("≥", 400)).rejects.toThrow("ENOENT");
    await copyFile(join(FOLDER, "unicode.json"), join(folder, "unicode.json"));
    expect(await held(await make("≥", 400), "≥")).toBe("≥");
  });
});
