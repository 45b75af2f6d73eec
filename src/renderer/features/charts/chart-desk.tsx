import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { seriesOf } from "#core/report/gallery/chart-design.ts";
import { CHART_SIZES } from "#exchange/chart/chart-size.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PaperFigure } from "../../ui/paper-figure.tsx";
import type { GalleryChart } from "./cached-charts.ts";
import type { Gallery } from "./use-gallery.ts";

/** Room around the paper, in px. */
const MARGIN = 32;
/** Larger than this a chart of the text column only gets coarse, in px. */
const WIDEST = 900;

/** The chart on show as it will stand on paper, with the name of its size; or why there is none. */
export function ChartDesk({ gallery }: { readonly gallery: Gallery }) {
  const { t } = useTranslation("gallery");
  const desk = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = desk.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const made = gallery.chart(gallery.wish.kind);
  return (
    <section className="gallery-desk" ref={desk} aria-label={t("preview")} data-region tabIndex={-1}>
      {made.ok ? (
        <Sheet chart={made.value} room={width - 2 * MARGIN} />
      ) : (
        <EmptyState text={t(`gaps.${made.error}.long`)} />
      )}
    </section>
  );
}

function Sheet({ chart, room }: { readonly chart: GalleryChart; readonly room: number }) {
  const { t } = useTranslation(["gallery", "charts"]);
  const { drawing, look } = chart;
  if (room <= 0) return null;
  // A half column is shown as wide as it is beside a full one.
  const share = CHART_SIZES[look.size].widthMm / CHART_SIZES.full.widthMm;
  const width = Math.round(Math.min(room, WIDEST) * Math.min(1, share));
  const names = seriesOf(drawing).map(({ name }) => name);
  const description = t("gallery:description", {
    title: drawing.chart.title,
    series: names.length === 0 ? "" : t("gallery:withSeries", { names: names.join(t("gallery:join")) }),
  });
  return (
    <figure className="gallery-sheet" style={{ width: width + 4 }}>
      <b>{t(`charts:sizes.${look.size}`)}</b>
      <PaperFigure chart={chart} width={width} description={description} />
    </figure>
  );
}
