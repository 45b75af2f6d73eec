import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "#core/command/command.ts";
import { sameValue } from "#core/same-value.ts";
import { targetPath } from "#core/scenario/follow-targets.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { resolveSeries } from "#core/scenario/resolve-scenarios.ts";
import { scenarioOf } from "#core/scenario/scenario-tree.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
import { assumptionText } from "../../../i18n/assumption-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Segment } from "../../../ui/segment.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import "./take-over.css";

interface PinDialogProps {
  readonly scenarios: PlanScenarios;
  readonly scenario: ScenarioId;
  readonly series: string;
  readonly onClose: () => void;
}

type Aim = "floor" | "stretch";
type Extent = "one" | "all";

/** Lets a scenario lead to the plan's targets from now on, whatever they become, as one step. */
export function PinDialog({ scenarios, scenario, series, onClose }: PinDialogProps) {
  const { t } = useTranslation("studio");
  const { t: told } = useTranslation("assumption");
  const concepts = useConcepts();
  const { plan, tree } = scenarios;
  const [aim, setAim] = useState<Aim>("floor");
  const [extent, setExtent] = useState<Extent>("all");
  const pinned = useMemo(() => {
    const column = tree.scenarios.findIndex(({ id }) => id === scenario);
    return plan.indicators.flatMap(({ id, name, unit }, row) => {
      if (extent === "one" && id !== series) return [];
      const path = targetPath(plan, concepts, row, aim);
      const now = resolveSeries(tree, id)[column]?.assumption;
      return path === null || now === undefined || sameValue(now, path)
        ? []
        : [{ id, name, unit, now, path }];
    });
  }, [plan, tree, scenario, concepts, series, aim, extent]);
  const apply = () => {
    const commands = pinned.map(
      ({ id, path }): Command => ({ type: "setOverride", scenario, series: id, parts: { assumption: path } }),
    );
    scenarios.edit({ type: "batch", commands });
    onClose();
  };
  const blocked = scenarios.canEdit ? (pinned.length === 0 ? t("pin.same") : undefined) : t("readOnly");
  return (
    <Dialog
      wide
      title={t("pin.title", { scenario: scenarioOf(tree, scenario).name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" disabledReason={blocked} onClick={apply}>
            {t("pin.apply", { count: pinned.length })}
          </Button>
        </>
      }
    >
      <div className="take-over">
        <p>{t("pin.intro")}</p>
        <div className="choices">
          <Segment<Aim>
            label={t("field.aim")}
            value={aim}
            options={[
              { value: "floor", label: t("field.aims.floor") },
              { value: "stretch", label: t("field.aims.stretch") },
            ]}
            onChange={setAim}
          />
          <Segment<Extent>
            label={t("takeOver.extent")}
            value={extent}
            options={[
              { value: "all", label: t("takeOver.all") },
              { value: "one", label: t("takeOver.one") },
            ]}
            onChange={setExtent}
          />
        </div>
        {pinned.length === 0 ? (
          <p>{t("pin.same")}</p>
        ) : (
          <DifferenceTable
            rows={pinned.map(({ name, unit, now, path }) => ({
              name,
              item: t("column.method"),
              before: assumptionText(now, unit, told),
              after: assumptionText(path, unit, told),
            }))}
          />
        )}
      </div>
    </Dialog>
  );
}
