import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { CHART_KINDS, type ChartKind } from "#core/report/gallery/gallery-source.ts";
import { PaperFigure } from "../../ui/paper-figure.tsx";
import type { Gallery } from "./use-gallery.ts";

/** Width of a thumbnail, in px. */
const THUMBNAIL = 172;

/** The kinds of charts, each with what it looks like for the chosen indicator, or why there is none. */
export function KindList({ gallery }: { readonly gallery: Gallery }) {
  const { t } = useTranslation("gallery");
  const { wish, choose } = gallery;
  // The pictures follow when there is time: what is typed or chosen does not wait for eleven charts.
  const pictured = useDeferredValue(gallery);
  const [more, setMore] = useState(false);
  const shown = CHART_KINDS.filter((kind) => kind !== "radar" || more || wish.kind === "radar");
  return (
    <nav className="gallery-kinds" aria-label={t("kindsLabel")} data-region tabIndex={-1}>
      <ul>
        {shown.map((kind) => (
          <li key={kind}>
            <button type="button" aria-current={kind === wish.kind} onClick={() => choose({ kind })}>
              <span>{t(`kinds.${kind}`)}</span>
              <Thumbnail gallery={pictured} kind={kind} />
            </button>
          </li>
        ))}
      </ul>
      {shown.includes("radar") ? null : (
        <button type="button" className="gallery-more" onClick={() => setMore(true)}>
          {t("more")}
        </button>
      )}
    </nav>
  );
}

function Thumbnail({ gallery, kind }: { readonly gallery: Gallery; readonly kind: ChartKind }) {
  const { t } = useTranslation("gallery");
  const made = gallery.chart(kind);
  const chart = useMemo(
    () =>
      made.ok ? { drawing: made.value.drawing, look: { ...made.value.look, size: "full" as const } } : null,
    [made],
  );
  if (made.ok && chart !== null) return <PaperFigure chart={chart} width={THUMBNAIL} description={null} />;
  return <small>{made.ok ? "" : t(`gaps.${made.error}.short`)}</small>;
}
