import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import { fittingSizes } from "#core/report/chart-look.ts";
import { useChartExport } from "../../../data/use-chart-export.ts";
import { Button } from "../../../ui/button.tsx";
import { ExportDialog } from "../../../ui/export-dialog.tsx";
import { useRoomCommand } from "../../../ui/room-commands.tsx";
import type { ExportOutcome } from "../../../workers/export-outcome.ts";

interface ExportChartProps {
  readonly drawing: ChartDrawing;
  readonly onDone: (outcome: ExportOutcome) => void;
}

/** Offers the chart on show as a file, by button, menu and keys. */
export function ExportChart({ drawing, onDone }: ExportChartProps) {
  const { t } = useTranslation("answers");
  const charts = useChartExport();
  const [open, setOpen] = useState(false);
  const command = useMemo(() => ({ run: () => setOpen(true) }), []);
  useRoomCommand("exportChart", command);
  return (
    <>
      <Button icon="export" onClick={command.run}>
        {t("export")}
      </Button>
      {open ? (
        <ExportDialog
          title={drawing.chart.title}
          sizes={fittingSizes(drawing)}
          onExport={(choice) => charts.run({ ...choice, drawing })}
          onClose={() => setOpen(false)}
          onDone={onDone}
        />
      ) : null}
    </>
  );
}
