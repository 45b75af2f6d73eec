import { PLAIN_LOOK, type StyledChart } from "#core/report/chart-look.ts";
import { withoutWords } from "#core/report/gallery/chart-design.ts";
import { drawingText } from "#exchange/chart/chart-drawing.ts";
import { resolveBridge } from "#renderer/app/resolve-bridge.ts";
import { drawPictures } from "#renderer/data/chart-export.ts";
import { chartOf } from "../projection-chart-of.ts";

// Charts as pictures of 300 dpi: as the program draws them, in workers, and by the same code on the page itself.

declare global {
  interface Window {
    /** How a worker draws a chart (`workers/chart-png.ts`), set by the page. */
    readonly chartPng: (chart: StyledChart, wish: typeof PAPER, family: string) => Promise<Uint8Array>;
  }
}

/** What the measurement calls in the page; times in ms. */
export interface PictureBench {
  /** Draws so many charts as the program does, letters and workers included; gives the time and the bytes of each picture. */
  inWorkers(count: number): Promise<PictureRun>;
  /** Draws so many on the page itself, one after the other, the letters included. */
  onPage(count: number): Promise<PictureRun>;
  /** Draws one on the page, and encodes its pixels once more: the time of both, and of encoding alone. */
  one(at: number): Promise<{ readonly drawn: number; readonly encoded: number }>;
}

/** A run of one side. */
export interface PictureRun {
  readonly ms: number;
  readonly sizes: readonly number[];
}

/** The name under which the program loads its letters. */
const FAMILY = "Wunian Sans";
const bridge = resolveBridge();
const PAPER = { dpi: 300, place: "report" } as const;

const chartAt = (at: number): StyledChart => ({
  drawing: withoutWords({ kind: "projection", chart: chartOf(2 + (at % 10) / 10) }),
  look: PLAIN_LOOK,
});
const chartsOf = (count: number): StyledChart[] => Array.from({ length: count }, (_, at) => chartAt(at));

async function loadLetters(charts: readonly StyledChart[]): Promise<void> {
  const text = [...new Set(charts.map(({ drawing }) => drawingText(drawing)).join(""))].join("");
  for (const weight of [400, 600] as const) {
    const reply = await bridge.subsetFont({ text, weight, format: "woff2" });
    if (!reply.ok) throw new Error(reply.message);
    const face = new FontFace(FAMILY, Uint8Array.from(reply.value), { weight: String(weight) });
    document.fonts.add(await face.load());
  }
}

const bench: PictureBench = {
  inWorkers: async (count) => {
    const from = performance.now();
    const pictures = await drawPictures(bridge, chartsOf(count), { place: PAPER.place });
    const ms = performance.now() - from;
    if (!pictures.ok) throw new Error(pictures.error.message);
    return { ms, sizes: pictures.value.map(({ length }) => length) };
  },
  onPage: async (count) => {
    const from = performance.now();
    const charts = chartsOf(count);
    await loadLetters(charts);
    const sizes: number[] = [];
    for (const chart of charts) sizes.push((await window.chartPng(chart, PAPER, FAMILY)).length);
    return { ms: performance.now() - from, sizes };
  },
  one: async (at) => {
    const from = performance.now();
    const picture = await window.chartPng(chartAt(at), PAPER, FAMILY);
    const drawn = performance.now() - from;
    const pixels = await createImageBitmap(new Blob([Uint8Array.from(picture)]));
    const canvas = new OffscreenCanvas(pixels.width, pixels.height);
    const context = canvas.getContext("2d");
    context?.drawImage(pixels, 0, 0);
    // Has the pixels drawn before the time begins.
    context?.getImageData(0, 0, 1, 1);
    const before = performance.now();
    await canvas.convertToBlob({ type: "image/png" });
    return { drawn, encoded: performance.now() - before };
  },
};

Object.assign(window, { pictureBench: bench });
