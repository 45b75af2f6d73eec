import { readFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";
import type { FontFormat } from "#bridge/desktop-bridge.ts";
import { fontCharacters } from "./font-characters.ts";
import { mergeFonts } from "./merge-fonts.ts";
import { readSfnt } from "./sfnt.ts";

/** Makes one font with the glyphs of a text, the space and the digit 0. Characters that the family lacks are left out. */
export type FontMaker = (text: string, weight: 400 | 600, format?: FontFormat) => Promise<Uint8Array>;

/**
 * Makes fonts from a folder laid out like the package @fontsource/noto-sans-sc: `unicode.json`, and in `files` the large
 * Chinese file, which lacks signs such as ≥ → ① and rare place-name characters, and about a hundred small slices, which have them.
 */
export function openFontFolder(folder: string): FontMaker {
  let slices: readonly FontSlice[] | undefined;
  return async (asked, weight, format = "woff2") => {
    // With a digit there is always an outline to make a font of.
    const text = `${asked} 0`;
    const pieces = [await piece(folder, "chinese-simplified", weight, text)];
    const covered = charactersOf(pieces);
    const missing = new Set(Array.from(text).filter((character) => !covered.has(codePoint(character))));
    if (missing.size > 0) {
      slices ??= await readSlices(folder);
      for (const { name, holds } of slices) {
        const wanted = Array.from(missing).filter((character) => holds(codePoint(character)));
        if (wanted.length > 0) pieces.push(await piece(folder, name, weight, wanted.join("")));
        for (const character of wanted) missing.delete(character);
      }
    }
    // A plain array: the Chromium shell's driver does not carry Node's own Buffer.
    return new Uint8Array(
      await subsetFont(mergeFonts(pieces), text, { targetFormat: format === "truetype" ? "sfnt" : format }),
    );
  };
}

interface FontSlice {
  readonly name: string;
  readonly holds: (point: number) => boolean;
}

async function piece(folder: string, name: string, weight: 400 | 600, text: string): Promise<Buffer> {
  const file = await readFile(join(folder, "files", `noto-sans-sc-${name}-${weight}-normal.woff2`));
  return subsetFont(file, text, { targetFormat: "sfnt", noHinting: true, keepFeatures: [] });
}

async function readSlices(folder: string): Promise<readonly FontSlice[]> {
  const parsed: unknown = JSON.parse(await readFile(join(folder, "unicode.json"), "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Error("unicode.json is no object");
  return Object.entries(parsed).flatMap(([name, ranges]: [string, unknown]) =>
    typeof ranges === "string" ? [{ name: name.replace(/[[\]]/g, ""), holds: holdsRanges(ranges) }] : [],
  );
}

/** Reads a CSS unicode-range such as `U+b7,U+2460-2469`. */
function holdsRanges(text: string): (point: number) => boolean {
  const ranges = text.split(",").map((range): readonly [number, number] => {
    const [, first = "", last = first] = /^\s*U\+([0-9a-f]+)(?:-([0-9a-f]+))?\s*$/i.exec(range) ?? [];
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
  return (point) => ranges.some(([first, last]) => first <= point && point <= last);
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0;

const charactersOf = (pieces: readonly Buffer[]): ReadonlySet<number> =>
  new Set(pieces.flatMap((font) => [...fontCharacters(readSfnt(font)).keys()]));
