import { chartListing, entryNames } from "#exchange/chart/chart-listing.ts";
import { zipSync } from "fflate";
import { answerOnce } from "./answer-once.ts";
import type { ChartPackRequest } from "./chart-export-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<ChartPackRequest, Uint8Array<ArrayBuffer>>(self, pack, ({ buffer }) => [buffer]);

/** One archive of all, with the list. Pictures are packed as they are: they are compressed already. */
function pack({ charts, kind, files, list }: ChartPackRequest): Promise<Uint8Array<ArrayBuffer>> {
  const names = entryNames(
    charts.map(({ drawing }) => drawing.chart.title),
    kind,
  );
  const listing = new TextEncoder().encode(chartListing(charts, names, list));
  const entries = files.map((bytes, at): [string, Uint8Array] => [names[at] ?? "", bytes]);
  const level = kind === "svg" ? 6 : 0;
  return Promise.resolve(zipSync(Object.fromEntries([[`${list.name}.csv`, listing], ...entries]), { level }));
}
