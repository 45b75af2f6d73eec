import { circleOperators, pathOperators, polygonOperators } from "./path-operators.ts";
import { pdfNumber } from "./pdf-file.ts";
import type { PdfFont } from "./pdf-font.ts";
import { number, type Paint, paintOf } from "./svg-paint.ts";
import type { SvgElement } from "./svg-tree.ts";

/** Letters that lean, where a font has none of its own. */
const LEAN = 0.2;
/** What says something of a drawing and is not drawn itself. */
const SILENT: readonly string[] = ["defs", "style", "title", "desc"];

/** Paints the elements of an SVG drawing as operators of a PDF page, in the order in which they lie on each other. */
export class PagePainter {
  readonly operators: string[] = [];
  /** Pairs of opacities that occur, of fill and of stroke; the operators speak of them as /G0, /G1, … */
  readonly opacities: (readonly [fill: number, stroke: number])[] = [];
  readonly #fonts: readonly PdfFont[];
  readonly #clips = new Map<string, SvgElement>();

  constructor(fonts: readonly PdfFont[]) {
    this.#fonts = fonts;
  }

  /** Paints elements and what is in them. */
  paint(elements: readonly SvgElement[]): void {
    this.#learnClips(elements);
    for (const element of elements) {
      if (!SILENT.includes(element.name)) this.#painted(element);
    }
  }

  #learnClips(elements: readonly SvgElement[]): void {
    for (const element of elements) {
      const { id } = element.attributes;
      if (element.name === "clipPath" && id !== undefined) this.#clips.set(id, element);
      else this.#learnClips(element.children);
    }
  }

  #painted(element: SvgElement): void {
    const { transform } = element.attributes;
    this.operators.push("q");
    if (transform !== undefined) this.operators.push(`${matrixOf(transform)} cm`);
    this.#clip(element);
    if (element.name === "g") for (const child of element.children) this.#painted(child);
    else if (element.name === "text") this.#text(element);
    else this.#shape(element);
    this.operators.push("Q");
  }

  #clip({ attributes }: SvgElement): void {
    const id = /^url\(#(.+)\)$/u.exec(attributes["clip-path"] ?? "")?.[1];
    const shapes = id === undefined ? undefined : this.#clips.get(id)?.children;
    if (shapes !== undefined) this.operators.push(...shapes.map(outlineOf), "W n");
  }

  #shape(element: SvgElement): void {
    const paint = paintOf(element);
    const stroked = paint.stroke !== null && paint.width > 0;
    const filled = paint.fill !== null && paint.fillOpacity > 0;
    if (!filled && !stroked) return;
    this.#colour(paint);
    if (stroked)
      this.operators.push(`${paint.stroke} RG ${pdfNumber(paint.width)} w`, ...strokeStyle(element, paint));
    const deed = filled ? (stroked ? "B" : "f") : "S";
    this.operators.push(outlineOf(element), deed);
  }

  #text(element: SvgElement): void {
    const { attributes, text } = element;
    const style = styleOf(attributes["style"] ?? "");
    const size = number(style.get("font-size"), 12);
    const weight = number(style.get("font-weight"), 400) >= 600 ? 600 : 400;
    const font = this.#fonts.find((each) => each.weight === weight) ?? this.#fonts[0];
    const paint = paintOf(element);
    if (font === undefined || paint.fill === null || text === "") return;
    const share = { start: 0, middle: 0.5, end: 1 }[attributes["text-anchor"] ?? "start"] ?? 0;
    const x = number(attributes["x"], 0) - share * font.width(text) * size;
    const down = attributes["dominant-baseline"] === "central" ? font.middle * size : 0;
    const y = number(attributes["y"], 0) + down;
    const lean = style.get("font-style") === "italic" ? LEAN : 0;
    this.#colour(paint);
    // The page's own matrix stands letters on their heads; that of the text sets them up again.
    const matrix = [1, 0, lean, -1, x, y].map(pdfNumber).join(" ");
    this.operators.push(
      `BT /F${font.weight} ${pdfNumber(size)} Tf ${matrix} Tm <${font.encode(text)}> Tj ET`,
    );
  }

  #colour({ fill, fillOpacity, strokeOpacity }: Paint): void {
    if (fill !== null) this.operators.push(`${fill} rg`);
    if (fillOpacity === 1 && strokeOpacity === 1) return;
    let at = this.opacities.findIndex(([f, s]) => f === fillOpacity && s === strokeOpacity);
    if (at < 0) at = this.opacities.push([fillOpacity, strokeOpacity]) - 1;
    this.operators.push(`/G${at} gs`);
  }
}

function outlineOf({ name, attributes }: SvgElement): string {
  const at = (attribute: string) => number(attributes[attribute], 0);
  switch (name) {
    case "path":
      return pathOperators(attributes["d"] ?? "");
    case "polygon":
      return polygonOperators(attributes["points"] ?? "", true);
    case "polyline":
      return polygonOperators(attributes["points"] ?? "", false);
    case "circle":
      return circleOperators([at("cx"), at("cy")], at("r"));
    case "rect":
      return `${["x", "y", "width", "height"].map((side) => pdfNumber(at(side))).join(" ")} re`;
    case "line":
      return polygonOperators(`${at("x1")} ${at("y1")} ${at("x2")} ${at("y2")}`, false);
    default:
      throw new Error(`A drawing holds the element ${name}`);
  }
}

const CAPS: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const JOINS: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };

function strokeStyle({ attributes }: SvgElement, { dash }: Paint): readonly string[] {
  const cap = CAPS[attributes["stroke-linecap"] ?? "butt"] ?? 0;
  const join = JOINS[attributes["stroke-linejoin"] ?? "miter"] ?? 0;
  return [`${cap} J ${join} j`, ...(dash.length === 0 ? [] : [`[${dash.map(pdfNumber).join(" ")}] 0 d`])];
}

/** The declarations of a style attribute; families with commas and quotes stay whole. */
function styleOf(style: string): ReadonlyMap<string, string> {
  return new Map(
    style.split(";").flatMap((declaration): [string, string][] => {
      const at = declaration.indexOf(":");
      return at < 0 ? [] : [[declaration.slice(0, at).trim(), declaration.slice(at + 1).trim()]];
    }),
  );
}

/** The matrix of `translate(…)` or `matrix(…)`; throws on other transforms. */
function matrixOf(transform: string): string {
  const [, kind, list = ""] = /^(translate|matrix)\(([^)]*)\)$/u.exec(transform.trim()) ?? [];
  const numbers = list.split(/[\s,]+/u).map(Number);
  const [x = 0, y = 0] = numbers;
  if (kind === "translate") return [1, 0, 0, 1, x, y].map(pdfNumber).join(" ");
  if (kind === "matrix" && numbers.length === 6) return numbers.map(pdfNumber).join(" ");
  throw new Error(`A drawing is moved by ${transform}`);
}
