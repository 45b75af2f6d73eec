import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { takenPath } from "#core/scenario/take-over-path.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf } from "#core/scenario/scenario-tree.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Segment } from "../../../ui/segment.tsx";
import { type AssumptionSheet, assumptionSheet } from "../assumptions/assumption-sheet.ts";
import { DifferenceTable } from "./difference-table.tsx";
import "./take-over.css";

interface TakeOverDialogProps {
  readonly scenarios: PlanScenarios;
  readonly scenario: ScenarioId;
  readonly series: string;
  readonly onClose: () => void;
}

type Extent = "one" | "all";
type Years = "path" | "end";

/** What the plan's targets would become if a scenario's path were taken over, and doing so as one step. */
export function TakeOverDialog({ scenarios, scenario, series, onClose }: TakeOverDialogProps) {
  const { t } = useTranslation("studio");
  const concepts = useConcepts();
  const { plan, tree, drivers } = scenarios;
  const [extent, setExtent] = useState<Extent>("one");
  const [years, setYears] = useState<Years>("path");
  const sheet = useMemo(
    () => assumptionSheet({ plan, concepts, tree, drivers, scenario }),
    [plan, concepts, tree, drivers, scenario],
  );
  const cells = useMemo(() => {
    const rows = sheet.rows.filter(
      (row) => row.series.row !== null && (extent === "all" || row.id === series),
    );
    return rows.flatMap((row) => {
      const indicator = plan.indicators[row.series.row ?? -1];
      if (indicator === undefined) return [];
      const concept = indicator.concept === null ? null : (concepts.get(indicator.concept) ?? null);
      const path = pathOf(sheet, row, years, plan.period.end);
      return takenPath(indicator, concept, path, row.decimals).map((cell) => ({ ...cell, name: row.name }));
    });
  }, [sheet, plan, concepts, extent, years, series]);
  const blocked = scenarios.canEdit ? (cells.length === 0 ? t("takeOver.same") : undefined) : t("readOnly");
  const apply = () => {
    const edits = cells.map(({ indicator, year, after }) => ({
      ...{ indicator, text: after },
      field: { kind: "target", year } as const,
    }));
    scenarios.edits.edit(edits);
    onClose();
  };
  return (
    <Dialog
      wide
      title={t("takeOver.title", { scenario: scenarioOf(tree, scenario).name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" disabledReason={blocked} onClick={apply}>
            {t("takeOver.apply", { count: cells.length })}
          </Button>
        </>
      }
    >
      <div className="take-over">
        <div className="choices">
          <Segment<Years>
            label={t("takeOver.years")}
            value={years}
            options={[
              { value: "path", label: t("takeOver.path") },
              { value: "end", label: t("takeOver.end", { year: plan.period.end }) },
            ]}
            onChange={setYears}
          />
          <Segment<Extent>
            label={t("takeOver.extent")}
            value={extent}
            options={[
              { value: "one", label: t("takeOver.one") },
              { value: "all", label: t("takeOver.all") },
            ]}
            onChange={setExtent}
          />
        </div>
        {cells.length === 0 ? (
          <p>{t("takeOver.same")}</p>
        ) : (
          <DifferenceTable
            rows={cells.map(({ name, year, before, after }) => ({
              name,
              item: t("takeOver.target", { year }),
              before: before ?? t("takeOver.nothing"),
              after,
            }))}
          />
        )}
      </div>
    </Dialog>
  );
}

/** The projected years of the plan, or its last one. */
function pathOf(sheet: AssumptionSheet, row: AssumptionSheet["rows"][number], years: Years, end: number) {
  return sheet.years
    .filter(
      (year) => year <= end && (row.last === null || year > row.last) && (years === "path" || year === end),
    )
    .map((year) => ({ year, value: sheet.valueAt(row, year) }));
}
