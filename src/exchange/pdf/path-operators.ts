import { pdfNumber } from "./pdf-file.ts";

type Point = readonly [x: number, y: number];

const TOKEN = /([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/giu;

/** How many numbers a command of a path takes (SVG 2, 9.3); the others are never drawn by our charts. */
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, l: 2, C: 6, Q: 4, A: 7, Z: 0, z: 0 };

/** The outline of an SVG path as operators of a PDF file; throws on commands that our charts do not draw with. */
export function pathOperators(d: string): string {
  const out: string[] = [];
  let at: Point = [0, 0];
  let start: Point = at;
  for (const { command, numbers } of commandsOf(d)) {
    const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0, h = 0] = numbers;
    switch (command) {
      case "M":
        start = at = [a, b];
        out.push(`${point(at)} m`);
        break;
      case "L":
      case "l":
        at = command === "L" ? [a, b] : [at[0] + a, at[1] + b];
        out.push(`${point(at)} l`);
        break;
      case "C":
        at = [f, g];
        out.push(`${point([a, b])} ${point([c, e])} ${point(at)} c`);
        break;
      case "Q":
        out.push(quadratic(at, [a, b], [c, e]));
        at = [c, e];
        break;
      case "A": {
        const to: Point = [g, h];
        out.push(...arc(at, to, { rx: a, ry: b, turn: c, large: e !== 0, sweep: f !== 0 }));
        at = to;
        break;
      }
      default:
        at = start;
        out.push("h");
    }
  }
  return out.join("\n");
}

/** The corners of an SVG polygon or polyline as operators of a PDF file. */
export function polygonOperators(points: string, closed: boolean): string {
  const numbers = points.match(TOKEN)?.map(Number) ?? [];
  const corners = Array.from(
    { length: Math.floor(numbers.length / 2) },
    (_, at): Point => [numbers[2 * at] ?? 0, numbers[2 * at + 1] ?? 0],
  );
  const lines = corners.map((corner, at) => `${point(corner)} ${at === 0 ? "m" : "l"}`);
  return [...lines, ...(closed ? ["h"] : [])].join("\n");
}

/** A circle as operators of a PDF file. */
export function circleOperators([cx, cy]: Point, r: number): string {
  const half = { rx: r, ry: r, turn: 0, large: false, sweep: true };
  const [left, right]: readonly [Point, Point] = [
    [cx - r, cy],
    [cx + r, cy],
  ];
  return [`${point(right)} m`, ...arc(right, left, half), ...arc(left, right, half), "h"].join("\n");
}

function* commandsOf(
  d: string,
): Generator<{ readonly command: string; readonly numbers: readonly number[] }> {
  const tokens = d.match(TOKEN) ?? [];
  let command = "";
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? "";
    if (/^[A-Za-z]$/u.test(token)) {
      command = token;
      at += 1;
    } else if (command === "M") command = "L";
    const count = ARGUMENTS[command];
    if (count === undefined) throw new Error(`A path holds the command ${command}`);
    yield { command, numbers: tokens.slice(at, at + count).map(Number) };
    at += count;
  }
}

const point = ([x, y]: Point): string => `${pdfNumber(x)} ${pdfNumber(y)}`;

/** A quadratic curve as a cubic one, whose inner points lie at two thirds of the way to the middle one. */
function quadratic(from: Point, middle: Point, to: Point): string {
  const inner = (end: Point): Point => [
    end[0] + (2 / 3) * (middle[0] - end[0]),
    end[1] + (2 / 3) * (middle[1] - end[1]),
  ];
  return `${point(inner(from))} ${point(inner(to))} ${point(to)} c`;
}

interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Degrees. */
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** An elliptical arc as cubic curves of at most a quarter each (SVG 2, appendix B.2.4 for the centre). */
function arc(from: Point, to: Point, { rx, ry, turn, large, sweep }: Arc): readonly string[] {
  if (rx === 0 || ry === 0) return [`${point(to)} l`];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const grow = Math.max(1, Math.hypot(x / rx, y / ry));
  const [a, b] = [Math.abs(rx) * grow, Math.abs(ry) * grow];
  const inside = a ** 2 * b ** 2 - a ** 2 * y ** 2 - b ** 2 * x ** 2;
  const root = Math.sqrt(Math.max(0, inside / (a ** 2 * y ** 2 + b ** 2 * x ** 2)));
  const side = large === sweep ? -root : root;
  const [ux, uy] = [(side * a * y) / b, (-side * b * x) / a];
  const centre: Point = [
    cos * ux - sin * uy + (from[0] + to[0]) / 2,
    sin * ux + cos * uy + (from[1] + to[1]) / 2,
  ];
  const begin = Math.atan2((y - uy) / b, (x - ux) / a);
  const end = Math.atan2((-y - uy) / b, (-x - ux) / a);
  const full = 2 * Math.PI;
  const angle = sweep ? (end - begin + full) % full : -((begin - end + full) % full);
  const count = Math.max(1, Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9));
  const step = angle / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  const place = (px: number, py: number): Point => [
    centre[0] + cos * a * px - sin * b * py,
    centre[1] + sin * a * px + cos * b * py,
  ];
  return Array.from({ length: count }, (_, at) => {
    const [s, e] = [begin + at * step, begin + (at + 1) * step];
    const one = place(Math.cos(s) - reach * Math.sin(s), Math.sin(s) + reach * Math.cos(s));
    const two = place(Math.cos(e) + reach * Math.sin(e), Math.sin(e) - reach * Math.cos(e));
    return `${point(one)} ${point(two)} ${point(place(Math.cos(e), Math.sin(e)))} c`;
  });
}
