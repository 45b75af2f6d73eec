import type { Locator, Page } from "playwright-core";
import { readPng } from "./png-file.ts";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A drawn chart as pixels, looked up by year and value. */
export interface ChartPixels {
  /** Where a year (parts of one count) and a value are, in pixels of the page. */
  readonly place: (year: number, value: number) => readonly [x: number, y: number];
  readonly colour: (x: number, y: number) => Colour;
}

/** Takes a picture of the page and finds the scales of a chart in it by what its axes print. */
export async function chartPixels(page: Page, chart: Locator): Promise<ChartPixels> {
  const labels = await chart.locator("text").evaluateAll((texts) =>
    texts.map((text) => {
      const { x, y, width, height } = text.getBoundingClientRect();
      return { text: text.textContent, x: x + width / 2, y: y + height / 2 };
    }),
  );
  const years = labels.filter(({ text }) => /^20\d\d$/u.test(text));
  const left = Math.min(...labels.map(({ x }) => x));
  const values = labels.filter(({ text, x }) => /^\d+(\.\d+)?$/u.test(text) && x < left + 12);
  const toX = scale(years.map(({ text, x }) => ({ value: Number(text), at: x })));
  const toY = scale(values.map(({ text, y }) => ({ value: Number(text), at: y })));
  const png = readPng(await page.screenshot());
  return {
    place: (year, value) => [toX(year), toY(value)],
    colour: (x, y) => {
      const from = Math.floor(x) * png.bytesPerPixel;
      const [red = -1, green = -1, blue = -1] = png.rows[Math.floor(y)]?.subarray(from, from + 3) ?? [];
      return [red, green, blue];
    },
  };
}

/** The straight scale through the first and the last of its printed values. */
function scale(marks: readonly { readonly value: number; readonly at: number }[]) {
  const sorted = [...marks].sort((a, b) => a.value - b.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first === last)
    throw new Error("An axis prints too little");
  const length = (last.at - first.at) / (last.value - first.value);
  return (value: number) => first.at + (value - first.value) * length;
}

/** A colour laid over another with an opacity. */
export const over = (top: Colour, ground: Colour, opacity: number): Colour => {
  const mix = (a: number, b: number) => opacity * a + (1 - opacity) * b;
  return [mix(top[0], ground[0]), mix(top[1], ground[1]), mix(top[2], ground[2])];
};

/** `#rrggbb` as a colour. */
export function colourOf(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** The greatest difference of two colours in any channel. */
export const difference = (a: Colour, b: Colour): number =>
  Math.max(...a.map((part, at) => Math.abs(part - (b[at] ?? 0))));
