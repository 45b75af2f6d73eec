/** A rectangle in device-independent pixels, as Electron's screen and windows use it. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window was when it was last closed. */
export interface WindowState {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** The smallest window in which every room can be used, in pixels. */
export const MINIMUM_SIZE = { width: 1024, height: 640 } as const;

const FIRST_SIZE = { width: 1366, height: 768 } as const;
const CASCADE_STEP = 32;

/**
 * Where to open a window: the remembered place when it is still on a display, else the middle of the first.
 * `workAreas` are those of the displays, the primary one first and at least one; the result lies inside one of them.
 * `order` is the number of windows already open; each is set off a little from the one before.
 */
export function placeWindow(
  remembered: WindowState | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
  order = 0,
): WindowState {
  const wanted = remembered?.bounds;
  const home = wanted === undefined ? undefined : mostCovered(wanted, workAreas);
  if (wanted === undefined || home === undefined) {
    const [primary] = workAreas;
    return { bounds: moveInto(centred(wanted ?? FIRST_SIZE, primary), primary), maximized: false };
  }
  const shift = order * CASCADE_STEP;
  const moved = { ...wanted, x: wanted.x + shift, y: wanted.y + shift };
  return { bounds: moveInto(moved, home), maximized: remembered?.maximized === true && order === 0 };
}

/** Reads what {@link formatWindowState} wrote; `null` for anything else, so that a damaged file costs only the place. */
export function parseWindowState(text: string): WindowState | null {
  const value = parseJson(text);
  if (!isRecord(value) || !isRecord(value["bounds"])) return null;
  const { x, y, width, height } = value["bounds"];
  if (!isPixel(x) || !isPixel(y) || !isPixel(width) || !isPixel(height)) return null;
  if (width < 1 || height < 1) return null;
  return { bounds: { x, y, width, height }, maximized: value["maximized"] === true };
}

/** The text that is kept of a window's place. */
export function formatWindowState(state: WindowState): string {
  const { x, y, width, height } = state.bounds;
  return `${JSON.stringify({ bounds: { x, y, width, height }, maximized: state.maximized })}\n`;
}

function mostCovered(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  const covered = areas
    .map((area) => ({ area, pixels: overlap(bounds, area) }))
    .filter(({ pixels }) => pixels > 0)
    .sort((a, b) => b.pixels - a.pixels);
  return covered[0]?.area;
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function centred(size: { readonly width: number; readonly height: number }, area: Rectangle): Rectangle {
  const { width, height } = size;
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
}

function moveInto(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = clamp(bounds.width, Math.min(MINIMUM_SIZE.width, area.width), area.width);
  const height = clamp(bounds.height, Math.min(MINIMUM_SIZE.height, area.height), area.height);
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller falls back to the first place, which is all that is lost.
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isPixel(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && Math.abs(value) <= 1_000_000;
}
