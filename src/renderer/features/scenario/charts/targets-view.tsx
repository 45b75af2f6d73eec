import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatTarget } from "#core/indicator/format-target.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Attainment } from "#core/projection/monte-carlo/simulation-question.ts";
import { type TargetOutcome, targetOutcomes } from "#core/report/target-outcomes.ts";
import { planTargets } from "#core/scenario/plan-targets.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { targetsSimulation } from "#core/scenario/study-simulation.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import type { ProjectionClient } from "../../../workers/projection-client.ts";
import { chanceText } from "../answers/chance-table.tsx";
import { DRAWING } from "../answers/use-chances.ts";
import type { LiveStudy } from "../answers/study-session.ts";
import { PaneHead } from "./pane-head.tsx";
import type { Words } from "./scenario-chart.ts";
import { valueFormat } from "#core/scenario/value-format.ts";

interface TargetsViewProps {
  readonly plan: Plan;
  readonly live: LiveStudy;
  readonly client: () => ProjectionClient;
  readonly uncertain: boolean;
  readonly chosen: string;
}

/** Every target of the plan under every scenario: the value of its year, whether it is attained, and how likely. */
export function TargetsView({ plan, live, client, uncertain, chosen }: TargetsViewProps) {
  const { t } = useTranslation("answers");
  const concepts = useConcepts();
  const targets = useMemo(() => planTargets(plan, concepts), [plan, concepts]);
  const outcomes = useMemo(() => targetOutcomes(live.study, live.topicOf, targets), [live, targets]);
  const { attained, progress, cancel } = useAttainments(client, live, targets, uncertain);
  const { scenarios } = live.study.tree;
  if (targets.length === 0) return <p className="no-chart">{t("targets.empty")}</p>;
  const counts = scenarios.map(({ name }, column) => {
    const judged = outcomes.filter((outcome) => outcome.byColumn[column]?.met !== null);
    const met = judged.filter((outcome) => outcome.byColumn[column]?.met === true).length;
    return t("targets.count", { name, met, all: judged.length });
  });
  return (
    <>
      <PaneHead
        title={t("targets.title")}
        unit={t("targets.sum", { counts: counts.join(t("supposed.join")) })}
      >
        {progress === null ? null : (
          <span role="status">
            {t("targets.working", { done: Math.round(progress * 100) })}{" "}
            <Button onClick={cancel}>{t("chances.cancel")}</Button>
          </span>
        )}
      </PaneHead>
      <div className="targets-table" tabIndex={0} role="region" aria-label={t("targets.title")}>
        <table>
          <caption className="visually-hidden">{t("targets.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("targets.indicator")}</th>
              <th scope="col" className="num">
                {t("targets.year")}
              </th>
              <th scope="col">{t("targets.target")}</th>
              {scenarios.map(({ id, name }) => (
                <th key={id} scope="col" className="num">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome, at) => {
              const topic = live.topicOf(outcome.question.series);
              const format = valueFormat(topic);
              return (
                <tr
                  key={`${topic.id} ${outcome.question.year}`}
                  data-current={topic.id === chosen || undefined}
                >
                  <th scope="row">{topic.name}</th>
                  <td className="num">{outcome.question.year}</td>
                  <td>{formatTarget(outcome.question.target)}</td>
                  {scenarios.map(({ id }, column) => (
                    <td key={id} className="num">
                      <Outcome
                        {...outcome.byColumn[column]}
                        text={format.amount}
                        attainment={attained.get(id)?.[at]}
                        t={t}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface OutcomeProps extends Partial<TargetOutcome["byColumn"][number]> {
  readonly text: (value: number) => string;
  readonly attainment: Attainment | undefined;
  readonly t: Words;
}

/** A value with a mark that says whether it attains the target, and the probability where one is drawn. */
function Outcome({ value = null, met = null, stretch = null, text, attainment, t }: OutcomeProps) {
  const mark =
    met === null
      ? t("targets.open")
      : met
        ? stretch === true
          ? t("targets.stretch")
          : t("targets.met")
        : t("targets.missed");
  const chance =
    attainment?.probability.ok === true ? chanceText(attainment.probability.value.value, t) : null;
  return (
    <span className="target-outcome">
      {value === null ? t("table.none") : text(value)}
      <span title={mark} className={met === false ? "warn" : ""}>
        <Icon name={met === null ? "note" : met ? "check" : "close"} />
        <span className="visually-hidden">{mark}</span>
      </span>
      {chance === null ? null : <small>{chance}</small>}
    </span>
  );
}

type Attained = ReadonlyMap<ScenarioId, readonly Attainment[]>;
const NONE: Attained = new Map();

/** Draws all targets under every scenario in the worker, one after the other. */
function useAttainments(
  client: () => ProjectionClient,
  live: LiveStudy,
  targets: ReturnType<typeof planTargets>,
  on: boolean,
) {
  const [state, setState] = useState<{
    readonly of: LiveStudy | null;
    readonly attained: Attained;
    readonly progress: number | null;
  }>({ of: null, attained: NONE, progress: null });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    if (!on || targets.length === 0 || live.trial !== null) return;
    const control = new AbortController();
    stop.current = control;
    const run = async () => {
      const attained = new Map<ScenarioId, readonly Attainment[]>();
      const { scenarios } = live.study.tree;
      const asked = scenarios.map(({ id }) => ({
        id,
        ...targetsSimulation(live.study, targets, id, DRAWING),
      }));
      for (const [k, { id, question, drivers }] of asked.entries()) {
        if (drivers.length === 0) continue;
        const onProgress = ({ done, draws }: { readonly done: number; readonly draws: number }) => {
          if (!control.signal.aborted)
            setState({ of: live, attained: new Map(attained), progress: (k + done / draws) / asked.length });
        };
        const found = await client().simulate(question, { signal: control.signal, onProgress });
        if (control.signal.aborted) break;
        if (found.ok)
          attained.set(
            id,
            found.value.attainments.map((each) => drawnOnly(each, drivers, live, targets)),
          );
      }
      setState((before) =>
        control.signal.aborted && before.of !== live ? before : { of: live, attained, progress: null },
      );
    };
    void run();
    return () => control.abort();
  }, [client, live, targets, on]);
  const current = on && state.of === live ? state : null;
  return {
    attained: current?.attained ?? NONE,
    progress: current?.progress ?? null,
    cancel: () => stop.current?.abort(),
  };
}

/** A target nothing of which varies has no probability, only an outcome. */
function drawnOnly(
  attainment: Attainment,
  drivers: readonly number[],
  { study }: LiveStudy,
  targets: ReturnType<typeof planTargets>,
): Attainment {
  const series = targets[attainment.target]?.series;
  const varies = series !== undefined && [...study.neededBy(series)].some((at) => drivers.includes(at));
  return varies
    ? attainment
    : { ...attainment, probability: { ok: false, error: { kind: "no-judged-draw" } } };
}
