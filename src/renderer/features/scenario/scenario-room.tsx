import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { exampleOf } from "#core/example/worked-examples.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { dropOverrides, setOverride } from "#core/scenario/edit-scenarios.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf, type ScenarioTree } from "#core/scenario/scenario-tree.ts";
import { whatIfGround } from "#core/scenario/what-if.ts";
import { type PlanScenarios, useScenarios } from "../../data/use-scenarios.ts";
import { Button } from "../../ui/button.tsx";
import { ExampleLink } from "../../ui/example-link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import type { StoreAssumption } from "./answers/use-live-study.ts";
import { AnswersPanel } from "./answers/answers-panel.tsx";
import { AssumptionPanel } from "./assumptions/assumption-panel.tsx";
import { ExampleNotice } from "./examples/example-notice.tsx";
import { type ShownExample, useExample } from "./examples/use-example.ts";
import { DriverDialog } from "./drivers/driver-dialog.tsx";
import { PinDialog } from "./take-over/pin-dialog.tsx";
import { TakeOverDialog } from "./take-over/take-over-dialog.tsx";
import { ScenarioTreePanel } from "./tree/scenario-tree-panel.tsx";
import "./scenario.css";

/** The scenario room: the tree of scenarios, what they suppose, and where that leads. */
export function ScenarioRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("scenario");
  const scenarios = useScenarios(planId);
  const wanted = new URLSearchParams(useSearch()).get("indicator");
  if (scenarios === undefined || scenarios === null) return <Room title={t("title")}>{null}</Room>;
  if (scenarios.plan.indicators.length === 0) {
    return (
      <Room title={t("title")}>
        <EmptyState text={t("empty.noIndicators")} actions={<ToGrid planId={planId} />} />
      </Room>
    );
  }
  return <ShownRoom shown={scenarios} wanted={wanted} />;
}

interface ShownRoomProps {
  readonly shown: PlanScenarios;
  readonly wanted: string | null;
}

/** The room with the plan's own scenarios, or with a worked example in place of them, of which nothing is kept. */
function ShownRoom({ shown, wanted }: ShownRoomProps) {
  const example = useExample(shown.plan);
  if (example === null) return <Studio key="own" shown={shown} wanted={wanted} example={null} />;
  const instead = { ...shown, tree: example.tree, canEdit: false };
  return <Studio key={example.id} shown={instead} wanted={wanted ?? example.series} example={example} />;
}

/** The wanted series, else the first that can be projected to a target, else the first. */
function seriesOf({ plan, drivers }: PlanScenarios, wanted: string | null): string {
  if ([...plan.indicators, ...drivers].some(({ id }) => id === wanted) && wanted !== null) return wanted;
  const telling = plan.indicators.find((_, row) => {
    const ground = whatIfGround(plan, row, null);
    return ground !== null && ground.start !== null && ground.target !== null;
  });
  return (telling ?? plan.indicators[0])?.id ?? "";
}

/** A dialog of the room. */
type Asking = "drivers" | "take-over" | "pin" | null;

interface StudioProps extends ShownRoomProps {
  readonly example: ShownExample | null;
}

function Studio({ shown, wanted, example }: StudioProps) {
  const { t } = useTranslation(["scenario", "studio"]);
  const { scenarios, onChangeAssumption, onInherit } = useTrying(shown);
  const { plan, tree, drivers, edits } = scenarios;
  const [chosen, setChosen] = useState<ScenarioId | null>(example?.scenario ?? null);
  const [chosenSeries, setSeries] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const scenario = chosen !== null && tree.byId.has(chosen) ? chosen : tree.root;
  const series = seriesOf(scenarios, chosenSeries ?? wanted);
  const close = () => setAsking(null);
  const about = { scenarios, scenario, series, onClose: close };
  return (
    <Room
      title={t("scenario:title")}
      toolbar={<SeriesChoice plan={plan} scenarios={scenarios} series={series} onChoose={setSeries} />}
      actions={<RoomActions scenarios={scenarios} onAsk={setAsking} />}
      notice={
        edits.failure === null ? undefined : (
          <Notice
            tone="error"
            title={edits.failure}
            dismiss={{ label: t("studio:close"), onDismiss: edits.dismiss }}
          />
        )
      }
      status={<StudioStatus tree={tree} scenario={scenario} rows={plan.indicators.length + drivers.length} />}
    >
      <div className="studio">
        <ScenarioTreePanel scenarios={scenarios} selected={scenario} onSelect={setChosen} />
        <AnswersPanel
          {...{ plan, tree, drivers, scenario, series, onChangeAssumption, onInherit }}
          lead={example === null ? null : <ExampleNotice id={example.id} plan={plan.id} />}
        >
          <AssumptionPanel {...{ scenarios, scenario, series }} onSeries={setSeries} />
        </AnswersPanel>
      </div>
      {asking === "drivers" ? <DriverDialog scenarios={scenarios} onClose={close} /> : null}
      {asking === "take-over" ? <TakeOverDialog {...about} /> : null}
      {asking === "pin" ? <PinDialog {...about} /> : null}
    </Room>
  );
}

/** The scenarios on show; what is changed in a bundled plan, which is read-only, is tried out in this room and not kept. */
function useTrying(shown: PlanScenarios) {
  const [tried, setTried] = useState<{ readonly of: ScenarioTree; readonly tree: ScenarioTree } | null>(null);
  const { tree, canEdit, edit } = shown;
  const now = tried?.of === tree ? tried.tree : tree;
  const onChangeAssumption: StoreAssumption = (scenario, series, parts, refused) => {
    if (canEdit) edit({ type: "setOverride", scenario, series, parts }, refused);
    else setTried({ of: tree, tree: setOverride(now, scenario, series, parts) });
  };
  const onInherit = (scenario: ScenarioId, series: string) => {
    const places = [{ scenario, series, part: "assumption" }] as const;
    if (canEdit) edit({ type: "dropOverrides", places });
    else setTried({ of: tree, tree: dropOverrides(now, places) });
  };
  return { scenarios: { ...shown, tree: now }, onChangeAssumption, onInherit };
}

interface RoomActionsProps {
  readonly scenarios: PlanScenarios;
  readonly onAsk: (asking: Asking) => void;
}

/** Drivers and taking over; a bundled plan offers its copy instead. */
function RoomActions({ scenarios, onAsk }: RoomActionsProps) {
  const { t } = useTranslation("studio");
  const [, navigate] = useLocation();
  const { plan, canEdit, edits } = scenarios;
  return (
    <>
      {exampleOf(plan.id) === null ? null : <ExampleLink plan={plan.id} />}
      <Button onClick={() => onAsk("drivers")}>{t("drivers.open")}</Button>
      {canEdit ? (
        <>
          <Button onClick={() => onAsk("pin")}>{t("pin.open")}</Button>
          <Button variant="primary" onClick={() => onAsk("take-over")}>
            {t("takeOver.open")}
          </Button>
        </>
      ) : (
        <Button
          variant="primary"
          icon="copy"
          onClick={() => edits.copy((draft) => navigate(paths.scenarios(draft)))}
        >
          {t("copy")}
        </Button>
      )}
    </>
  );
}

interface StudioStatusProps {
  readonly tree: ScenarioTree;
  readonly scenario: ScenarioId;
  readonly rows: number;
}

function StudioStatus({ tree, scenario, rows }: StudioStatusProps) {
  const { t } = useTranslation("studio");
  const { name, overrides } = scenarioOf(tree, scenario);
  const own = overrides.size;
  return <span>{t("status.own", { name, own, inherited: Math.max(0, rows - own) })}</span>;
}

interface SeriesChoiceProps {
  readonly plan: Plan;
  readonly scenarios: PlanScenarios;
  readonly series: string;
  readonly onChoose: (series: string) => void;
}

function SeriesChoice({ plan, scenarios, series, onChoose }: SeriesChoiceProps) {
  const { t } = useTranslation(["scenario", "studio"]);
  return (
    <label className="scenario-choice">
      <span>{t("scenario:indicator")}</span>
      <select className="input" value={series} onChange={(event) => onChoose(event.target.value)}>
        {plan.indicators.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {scenarios.drivers.length === 0 ? null : (
          <optgroup label={t("studio:drivers.title")}>
            {scenarios.drivers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
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
