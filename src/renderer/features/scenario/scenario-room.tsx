import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { setOverride } from "#core/scenario/edit-scenarios.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import type { ScenarioTree } from "#core/scenario/scenario-tree.ts";
import { whatIfGround } from "#core/scenario/what-if.ts";
import { type PlanScenarios as ShownScenarios, useScenarios } from "../../data/use-scenarios.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { Segment } from "../../ui/segment.tsx";
import { AnswersPanel } from "./answers/answers-panel.tsx";
import "./scenario.css";

/** The scenario room: a series of a plan under its scenarios, and where that leads. */
export function ScenarioRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("scenario");
  const shown = useScenarios(planId);
  const wanted = new URLSearchParams(useSearch()).get("indicator");
  const [chosen, setChosen] = useState<string | null>(null);
  if (shown === undefined || shown === null) return <Room title={t("title")}>{null}</Room>;
  const row = rowOf(shown.plan, chosen ?? wanted);
  if (row === null) {
    return (
      <Room title={t("title")}>
        <EmptyState text={t("empty.noIndicators")} actions={<ToGrid planId={planId} />} />
      </Room>
    );
  }
  return <PlanScenarios shown={shown} row={row} onChoose={setChosen} />;
}

/** The wanted indicator, else the first that can be projected to a target, else the first. */
function rowOf(plan: Plan, wanted: string | null): number | null {
  if (plan.indicators.length === 0) return null;
  const asked = plan.indicators.findIndex((indicator) => indicator.id === wanted);
  if (asked >= 0) return asked;
  const grounds = plan.indicators.map((_, row) => whatIfGround(plan, row, null));
  const telling = grounds.findIndex(
    (ground) => ground !== null && ground.start !== null && ground.target !== null,
  );
  return Math.max(0, telling);
}

interface PlanScenariosProps {
  readonly shown: ShownScenarios;
  readonly row: number;
  readonly onChoose: (indicator: string) => void;
}

function PlanScenarios({ shown, row, onChoose }: PlanScenariosProps) {
  const { t } = useTranslation("scenario");
  const { plan, drivers } = shown;
  const { tree, onChangeAssumption } = useTree(shown);
  const [chosen, setChosen] = useState<ScenarioId | null>(null);
  const scenario = chosen !== null && tree.byId.has(chosen) ? chosen : tree.root;
  return (
    <Room
      title={t("title")}
      toolbar={
        <>
          <IndicatorChoice plan={plan} row={row} onChoose={onChoose} />
          <Segment
            label={t("title")}
            value={scenario}
            options={tree.scenarios.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        </>
      }
    >
      <AnswersPanel
        {...{ plan, tree, drivers, scenario, onChangeAssumption }}
        series={plan.indicators[row]?.id ?? ""}
      />
    </Room>
  );
}

/** The scenarios on show; what is changed in a bundled plan, which is read-only, is tried out in this room and not kept. */
function useTree({ tree, canEdit, edit }: ShownScenarios) {
  const [tried, setTried] = useState<{ readonly of: ScenarioTree; readonly tree: ScenarioTree } | null>(null);
  const shown = tried?.of === tree ? tried.tree : tree;
  return {
    tree: shown,
    onChangeAssumption: (scenario: ScenarioId, series: string, parts: SeriesOverride) => {
      if (canEdit) edit({ type: "setOverride", scenario, series, parts });
      else setTried({ of: tree, tree: setOverride(shown, scenario, series, parts) });
    },
  };
}

interface IndicatorChoiceProps {
  readonly plan: Plan;
  readonly row: number;
  readonly onChoose: (indicator: string) => void;
}

function IndicatorChoice({ plan, row, onChoose }: IndicatorChoiceProps) {
  const { t } = useTranslation("scenario");
  return (
    <label className="scenario-choice">
      <span>{t("indicator")}</span>
      <select
        className="input"
        value={plan.indicators[row]?.id ?? ""}
        onChange={(event) => onChoose(event.target.value)}
      >
        {plan.indicators.map((indicator) => (
          <option key={indicator.id} value={indicator.id}>
            {indicator.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ToGrid({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("scenario");
  const [, navigate] = useLocation();
  return (
    <Button variant="primary" onClick={() => navigate(paths.indicators(planId))}>
      {t("empty.toGrid")}
    </Button>
  );
}
