import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { fittingSizes } from "#core/report/chart-look.ts";
import { Button } from "../../ui/button.tsx";
import { ExportDialog } from "../../ui/export-dialog.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { useRoomCommand } from "../../ui/room-commands.tsx";
import { BatchDialog } from "./batch-dialog.tsx";
import type { useChartDeeds } from "./use-chart-deeds.ts";
import type { Gallery } from "./use-gallery.ts";

interface GalleryActionsProps {
  readonly gallery: Gallery;
  readonly deeds: ReturnType<typeof useChartDeeds>;
}

/** The ways out of the room: copy, several at once, and one chart as a file; while a batch is drawn how far it is. */
export function GalleryActions({ gallery, deeds }: GalleryActionsProps) {
  const { t } = useTranslation(["gallery", "charts"]);
  const [open, setOpen] = useState<"one" | "batch" | null>(null);
  const made = gallery.chart(gallery.wish.kind);
  const chart = made.ok ? made.value : null;
  const disabledReason = chart === null ? t("gallery:noChart") : undefined;
  const command = useMemo(() => ({ run: () => setOpen("one"), disabledReason }), [disabledReason]);
  useRoomCommand("exportChart", command);
  const { progress } = deeds;
  if (progress !== null) {
    return (
      <>
        <span role="status">{t("gallery:drawing", { ...progress })}</span>
        <progress max={progress.of} value={progress.done} aria-label={t("gallery:batch")} />
        <Button onClick={deeds.cancel}>{t("charts:cancel")}</Button>
      </>
    );
  }
  const copy = (kind: "png" | "svg") => ({
    ...({ kind: "item", id: kind, label: t(`gallery:copies.${kind}`), disabledReason } as const),
    run: () => {
      if (chart !== null) void deeds.copy(kind, chart);
    },
  });
  return (
    <>
      <MenuButton
        label={t("gallery:copy")}
        variant="default"
        icon="copy"
        end
        entries={[copy("png"), copy("svg")]}
      >
        {t("gallery:copy")}
      </MenuButton>
      <Button onClick={() => setOpen("batch")}>{t("gallery:batch")}</Button>
      <Button variant="primary" icon="export" disabledReason={disabledReason} onClick={() => setOpen("one")}>
        {t("charts:open")}
      </Button>
      {open === "one" && chart !== null ? (
        <ExportDialog
          title={chart.drawing.chart.title}
          look={chart.look}
          sizes={fittingSizes(chart.drawing)}
          onExport={(choice) => deeds.run({ ...choice, drawing: chart.drawing })}
          onClose={() => setOpen(null)}
          onDone={deeds.tell}
        />
      ) : null}
      {open === "batch" ? (
        <BatchDialog
          gallery={gallery}
          onClose={() => setOpen(null)}
          onStart={(wish) => {
            setOpen(null);
            void deeds.batch(wish);
          }}
        />
      ) : null}
    </>
  );
}
