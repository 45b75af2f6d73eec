import { describe, expect, test } from "vitest";
import { LIGHT_CHART } from "#exchange/chart/chart-palette.ts";
import { type ChartPixels, chartPixels, type Colour, colourOf, difference, over } from "./chart-pixels.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

const INTENSITY = "研究和试验发展（R&D）经费投入强度";
/** Taishan's table 1: 0.94, 1.01, 1.25, 1.38 and 1.54 % in 2011 to 2015. */
const KNOWN = [0.94, 1.01, 1.25, 1.38, 1.54] as const;
const STEPS = KNOWN.slice(1).map((value, at) => value - (KNOWN[at] ?? 0));
const STEP = STEPS.reduce((sum, step) => sum + step, 0) / STEPS.length;
const SPREAD = Math.sqrt(STEPS.reduce((sum, step) => sum + (step - STEP) ** 2, 0) / (STEPS.length - 1));
/** Φ⁻¹ of 0.95 and 0.75: 90 % and 50 % of a normal path lie within so many deviations. */
const [Z_90, Z_50] = [1.6449, 0.6745];
const baseline = (year: number) => 1.54 + STEP * (year - 2015);
/** Half the width of the band between 2019 and 2020, where its edges are straight (domain.md section 5: σ·√n). */
const halfWidth = (z: number) => (z * SPREAD * (Math.sqrt(4) + Math.sqrt(5))) / 2;

const [INK, GROUND, BASELINE] = [LIGHT_CHART.text1, LIGHT_CHART.projected, LIGHT_CHART.lines[1]].map(
  colourOf,
);
/** What smoothing at edges and rounding of colours may do. */
const NEAR = 3;

describe("the picture of a path", () => {
  let workbench: Workbench;
  let room: ScenarioRoom;

  onMachine(async (started) => {
    workbench = started;
    await workbench.page.setViewportSize({ width: 1366, height: 900 });
    room = new ScenarioRoom(workbench.page);
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.open("台山市科技创新“十三五”规划");
    await room.show();
    await room.ready();
    await room.main.getByRole("button", { name: "建立副本" }).click();
    await room.main.getByRole("button", { name: "采纳到规划…" }).waitFor();
    await room.chooseIndicator(INTENSITY);
  });

  const pixels = () => chartPixels(workbench.page, room.chart.first());
  const near = (picture: ChartPixels, year: number, value: number, wanted: Colour | undefined) =>
    difference(picture.colour(...picture.place(year, value)), wanted ?? [0, 0, 0]) <= NEAR;
  /** How near the colour at a place, or right above or below it, comes to the wanted one: thin lines are smoothed over two pixels. */
  const nearest = (picture: ChartPixels, x: number, y: number, wanted: Colour | undefined) => {
    const around = [-1, 0, 1].map((dy) => picture.colour(x, y + dy));
    return Math.min(...around.map((colour) => difference(colour, wanted ?? [0, 0, 0])));
  };
  /** The share of a straight line between two points that has its colour, symbols left out. */
  const inked = (picture: ChartPixels, from: Point, to: Point, wanted: Colour | undefined) => {
    const [a, b] = [picture.place(...from), picture.place(...to)];
    const looks = Array.from({ length: 200 }, (_, k) => {
      const part = 0.15 + (0.7 * k) / 199;
      const [x, y] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
      return nearest(picture, x, y, wanted) < 60;
    });
    return looks.filter(Boolean).length / looks.length;
  };
  type Point = readonly [year: number, value: number];

  test("has the wide band within 1.645·σ·√n, the narrow one within 0.674·σ·√n, and nothing beyond", async () => {
    const picture = await pixels();
    const middle = baseline(2019.5);
    const [outer, inner] = [halfWidth(Z_90), halfWidth(Z_50)];
    const wide = over(BASELINE ?? [0, 0, 0], GROUND ?? [0, 0, 0], 0.12);
    const narrow = over(BASELINE ?? [0, 0, 0], wide, 0.2);
    expect(near(picture, 2019.5, middle - inner * 0.85, narrow)).toBe(true);
    expect(near(picture, 2019.5, middle - (inner + outer) / 2, wide)).toBe(true);
    expect(near(picture, 2019.5, middle - outer * 1.3, GROUND)).toBe(true);
    // Nothing is uncertain of what is known.
    expect(near(picture, 2014.5, middle - outer * 1.3, [255, 255, 255])).toBe(true);
  });

  test("draws history as one solid line and the projection dashed, six pixels of ten", async () => {
    const picture = await pixels();
    expect(inked(picture, [2012, 1.01], [2013, 1.25], INK)).toBeGreaterThan(0.95);
    const dashed = inked(picture, [2018, baseline(2018)], [2019, baseline(2019)], BASELINE);
    expect(dashed).toBeGreaterThan(0.45);
    expect(dashed).toBeLessThan(0.75);
  });

  test("marks a single level by a full diamond and a milestone by a hollow one", async () => {
    const picture = await pixels();
    const [x, y] = picture.place(2020, 2.5);
    expect(difference(picture.colour(x + 14, y), INK ?? [0, 0, 0])).toBeLessThanOrEqual(NEAR);
    const [mileX, mileY] = picture.place(2017, 2.1);
    expect(difference(picture.colour(mileX, mileY), [255, 255, 255])).toBeLessThanOrEqual(NEAR);
    expect(difference(picture.colour(mileX, mileY - 6), INK ?? [0, 0, 0])).toBeLessThan(80);
  });

  test("follows a hand that drags the slider, over axes that stand still, and is stored as one step", async () => {
    const { page } = workbench;
    const slider = room.findings.getByRole("slider").first();
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    if (box === null) throw new Error("The slider is not on show");
    const before = await room.pathOf("基准");
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.55, middle, { steps: 5 });
    await expect.poll(() => room.main.locator(".moving-paths path").count()).toBeGreaterThan(3);
    const held = await room.pathOf("基准");
    expect(held).not.toEqual(before);
    const last = Number(held.at(-1));
    const moving = await chartPixels(page, room.chart.first());
    const [x, y] = moving.place(2020, last);
    // The symbol at the end is hollow: its edge has the line's colour, where the table says it is.
    expect(nearest(moving, x - 3, y, BASELINE)).toBeLessThan(60);
    await page.mouse.up();
    await expect.poll(() => room.main.locator(".moving-paths").count()).toBe(0);
    expect(await room.pathOf("基准")).toEqual(held);
    await room.main.getByRole("treeitem", { name: /^基准/u }).focus();
    await page.keyboard.press("Control+z");
    await expect.poll(() => room.pathOf("基准")).toEqual(before);
  });

  test("marks 保底 and 力争 by a bar from a flat end to a diamond", async () => {
    const indicators = new IndicatorRoom(workbench.page);
    await indicators.show();
    await indicators.ready();
    await indicators.type(INTENSITY, "2020 目标表述", "保底2.1%，力争2.5%");
    await room.show();
    await room.chooseIndicator(INTENSITY);
    await expect.poll(() => room.chart.locator("text").allTextContents()).toContain("目标力争 2.5");
    const drawn = async () => {
      const picture = await pixels();
      const [x, floor] = picture.place(2020, 2.1);
      const [, stretch] = picture.place(2020, 2.5);
      const isInk = (left: number, top: number) => nearest(picture, left, top, INK) < 60;
      const middle = (floor + stretch) / 2;
      return {
        bar: isInk(x + 14, middle),
        flatEnd: isInk(x + 14 - 4, floor),
        diamond: isInk(x + 14 - 3, stretch),
        besideTheBar: isInk(x + 14 - 5, middle),
      };
    };
    // The axes may stand elsewhere for a moment, until the chart has its place beside the new target.
    await expect.poll(drawn).toEqual({ bar: true, flatEnd: true, diamond: true, besideTheBar: false });
  });

  test("wrote no error", () => {
    expect(workbench.pageErrors).toEqual([]);
    expect(workbench.strayRequests()).toEqual([]);
  });
});
