import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SimulationResult } from "#core/projection/monte-carlo/simulation-question.ts";
import { DRAW_RANGE } from "#core/projection/monte-carlo/simulation-question.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { seriesSimulation } from "#core/scenario/study-simulation.ts";
import {
  ProjectionClient,
  type SimulationFailure,
  startProjectionWorker,
} from "../../../workers/projection-client.ts";
import type { LiveStudy, SessionState } from "./study-session.ts";

/** How everything is drawn: the same seed gives the same result, on every machine. */
export const DRAWING = { draws: DRAW_RANGE.default, seed: 42 } as const;

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

/** Draws a series under every scenario in a worker, anew whenever the hand rests; nothing is drawn and nothing shown while it moves. */
export function useChances(
  client: () => ProjectionClient,
  { live, rested }: SessionState,
  series: number,
  wanted: boolean,
): Chances {
  const on = wanted && live === rested;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    if (!on) return;
    const control = new AbortController();
    // A worker is started after what is on show has been painted.
    const timer = setTimeout(() => {
      stop.current = control;
      void drawAll(client(), rested, series, control.signal, setDrawn);
    }, 0);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [client, rested, series, on]);
  const current = on && drawn !== null && drawn.of === rested && drawn.series === series ? drawn : null;
  const cancel = useCallback(() => stop.current?.abort(), []);
  const byScenario = current?.byScenario ?? NONE;
  const progress = current?.progress ?? null;
  return useMemo(() => ({ byScenario, progress, cancel }), [byScenario, progress, cancel]);
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
