import { useCallback, useEffect, useRef, useState } from "react";
import type { SimulationResult } from "#core/projection/monte-carlo/simulation-question.ts";
import { DRAW_RANGE } from "#core/projection/monte-carlo/simulation-question.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { seriesSimulation } from "#core/scenario/study-simulation.ts";
import {
  ProjectionClient,
  type SimulationFailure,
  startProjectionWorker,
} from "../../../workers/projection-client.ts";
import type { LiveStudy } from "./use-live-study.ts";

/** How everything is drawn: the same seed gives the same result, on every machine. */
export const DRAWING = { draws: DRAW_RANGE.default, seed: 42 } as const;

/** While a number is dragged the draws wait until the hand rests for so long, in ms. */
const REST_MS = 80;

/** What the draws say of one scenario: the result, with the series that vary in it. */
export interface Chance {
  readonly result: SimulationResult | null;
  readonly failure: SimulationFailure | null;
  readonly uncertain: readonly number[];
}

/** What the draws say of a series by scenario; those of an earlier state are never shown. */
export interface Chances {
  readonly byScenario: ReadonlyMap<ScenarioId, Chance>;
  /** Part of the draws that are done, 0 to 1; `null` when nothing runs. */
  readonly progress: number | null;
  readonly cancel: () => void;
}

/** A worker that is started when it is first needed and lives as long as the room. */
export function useProjectionClient(): () => ProjectionClient {
  const held = useRef<ProjectionClient | null>(null);
  useEffect(
    () => () => {
      held.current?.dispose();
      held.current = null;
    },
    [],
  );
  return useCallback(() => (held.current ??= new ProjectionClient([startProjectionWorker()])), []);
}

interface Drawn {
  readonly of: LiveStudy;
  readonly series: number;
  readonly byScenario: ReadonlyMap<ScenarioId, Chance>;
  readonly progress: number | null;
}

const NONE: ReadonlyMap<ScenarioId, Chance> = new Map();

/** Draws a series under every scenario in a worker, anew whenever something is supposed; a newer state cancels the older draws. */
export function useChances(
  client: () => ProjectionClient,
  live: LiveStudy,
  series: number,
  on: boolean,
): Chances {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    if (!on) return;
    const control = new AbortController();
    const timer = setTimeout(
      () => {
        stop.current = control;
        void drawAll(client(), live, series, control.signal, setDrawn);
      },
      live.trial === null ? 0 : REST_MS,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [client, live, series, on]);
  const current = on && drawn !== null && drawn.of === live && drawn.series === series ? drawn : null;
  return {
    byScenario: current?.byScenario ?? NONE,
    progress: current?.progress ?? null,
    cancel: () => stop.current?.abort(),
  };
}

async function drawAll(
  client: ProjectionClient,
  live: LiveStudy,
  series: number,
  signal: AbortSignal,
  tell: (drawn: Drawn) => void,
): Promise<void> {
  const topic = live.topicOf(series);
  const asked = live.study.tree.scenarios.map(({ id }) => ({
    id,
    ...seriesSimulation(live.study, topic, id, DRAWING),
  }));
  const byScenario = new Map<ScenarioId, Chance>();
  for (const [k, { id, question, drivers }] of asked.entries()) {
    if (drivers.length === 0) {
      byScenario.set(id, { result: null, failure: null, uncertain: [] });
      continue;
    }
    const onProgress = ({ done, draws }: { readonly done: number; readonly draws: number }) => {
      if (!signal.aborted)
        tell({
          of: live,
          series,
          byScenario: new Map(byScenario),
          progress: (k + done / draws) / asked.length,
        });
    };
    const found = await client.simulate(question, { signal, onProgress });
    if (signal.aborted) {
      tell({ of: live, series, byScenario: new Map(byScenario), progress: null });
      return;
    }
    byScenario.set(id, {
      result: found.ok ? found.value : null,
      failure: found.ok ? null : found.error,
      uncertain: drivers,
    });
  }
  tell({ of: live, series, byScenario, progress: null });
}
