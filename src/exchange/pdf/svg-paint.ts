import type { SvgElement } from "./svg-tree.ts";
import { pdfNumber } from "./pdf-file.ts";

/** How a shape is painted: colours as operands of `rg` and `RG`, `null` for none. */
export interface Paint {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly width: number;
  readonly dash: readonly number[];
}

/** Reads how an element is painted (SVG 2, 13); an element that says nothing is filled black. */
export function paintOf({ attributes }: SvgElement): Paint {
  const opacity = number(attributes["opacity"], 1);
  return {
    fill: colour(attributes["fill"] ?? "#000000"),
    stroke: colour(attributes["stroke"] ?? "none"),
    fillOpacity: opacity * number(attributes["fill-opacity"], 1),
    strokeOpacity: opacity * number(attributes["stroke-opacity"], 1),
    width: number(attributes["stroke-width"], 1),
    dash: (attributes["stroke-dasharray"] ?? "")
      .split(/[\s,]+/u)
      .filter(Boolean)
      .map(Number),
  };
}

/** A number of an attribute, or what stands for it where the attribute is not there. */
export const number = (text: string | undefined, usual: number): number =>
  text === undefined || text === "" ? usual : Number.parseFloat(text);

function colour(text: string): string | null {
  if (text === "none" || text === "transparent") return null;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(text);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(text);
  const decimal = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/u.exec(text);
  const parts =
    short?.slice(1).map((digit) => Number.parseInt(digit + digit, 16)) ??
    long?.slice(1).map((digits) => Number.parseInt(digits, 16)) ??
    decimal?.slice(1).map(Number);
  if (parts === undefined) throw new Error(`A drawing holds the colour ${text}`);
  return parts.map((part) => pdfNumber(part / 255)).join(" ");
}
