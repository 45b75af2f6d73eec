import "./charts.css";
import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { GallerySource } from "#core/report/gallery/gallery-source.ts";
import { storeErrorText } from "../../i18n/error-text.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExportNotice } from "../../ui/export-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Room } from "../../ui/room.tsx";
import { ChartDesk } from "./chart-desk.tsx";
import { DesignerPane } from "./designer-pane.tsx";
import { GalleryActions } from "./gallery-actions.tsx";
import { KindList } from "./kind-list.tsx";
import { useChartDeeds } from "./use-chart-deeds.ts";
import { type Gallery, useGallery } from "./use-gallery.ts";
import { useGallerySource } from "./use-gallery-source.ts";

/** The gallery of a plan's charts: every kind, a designer, and the ways into a document. */
export function ChartsRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("gallery");
  const source = useGallerySource(planId);
  if (source === undefined || source === null) return <Room title={t("title")}>{null}</Room>;
  if (source.plan.indicators.length === 0) {
    return (
      <Room title={t("title")}>
        <EmptyState text={t("empty")} />
      </Room>
    );
  }
  return <GalleryRoom source={source} />;
}

function GalleryRoom({ source }: { readonly source: GallerySource }) {
  const { t } = useTranslation("gallery");
  const gallery = useGallery(source);
  const deeds = useChartDeeds();
  if (gallery === undefined) return <Room title={t("title")}>{null}</Room>;
  const { wish } = gallery;
  const indicator = source.plan.indicators.find(({ id }) => id === wish.indicator);
  return (
    <Room
      title={t("title")}
      lead={<span className="gallery-lead">{indicator?.name ?? ""}</span>}
      actions={<GalleryActions gallery={gallery} deeds={deeds} />}
      notice={
        <>
          <KeepingNotice keeping={gallery.keeping} />
          <DeedNotice deeds={deeds} />
        </>
      }
      panel={<DesignerPane gallery={gallery} />}
      status={<span>{t("status")}</span>}
    >
      <div className="gallery-work">
        <KindList gallery={gallery} />
        <ChartDesk gallery={gallery} />
      </div>
    </Room>
  );
}

function KeepingNotice({ keeping: { failure, dismiss } }: Pick<Gallery, "keeping">) {
  const { t } = useTranslation("gallery");
  const { t: tell } = useTranslation(["shell", "errors"]);
  if (failure === null) return null;
  return (
    <Notice
      tone="error"
      title={t("notKept")}
      detail={storeErrorText(tell, failure)}
      dismiss={{ label: t("dismissNotice"), onDismiss: dismiss }}
    />
  );
}

function DeedNotice({ deeds }: { readonly deeds: ReturnType<typeof useChartDeeds> }) {
  const { t } = useTranslation(["gallery", "charts"]);
  const { told, dismiss, reveal } = deeds;
  if (told === null) return null;
  if (told.kind === "done" || told.kind === "failed")
    return <ExportNotice outcome={told} onReveal={reveal} onDismiss={dismiss} />;
  const copied = told.kind === "copied";
  return (
    <Notice
      tone={copied ? "done" : "error"}
      title={t(copied ? "gallery:copied" : "gallery:notCopied")}
      detail={t(copied ? "gallery:copiedDetail" : "gallery:notCopiedDetail")}
      dismiss={{ label: t("charts:dismiss"), onDismiss: dismiss }}
    />
  );
}
