import { ok, type Result } from "../../result.ts";
import { drawPart } from "./draw-part.ts";
import type { MonteCarloError } from "./monte-carlo-error.ts";
import type { NormalStore } from "./normal-store.ts";
import { prepareSimulation } from "./prepare-simulation.ts";
import type { SimulationQuestion, SimulationResult } from "./simulation-question.ts";
import { summariseDraws } from "./summarise-draws.ts";

/** How far a simulation is. */
export interface SimulationProgress {
  readonly done: number;
  readonly draws: number;
}

/**
 * Answers a question step by step: the caller drives the steps, shows their progress, and gives up by taking no more. The
 * answer depends on the question alone; the store saves work that was done for another.
 */
export function* simulate(
  question: SimulationQuestion,
  store: NormalStore,
): Generator<SimulationProgress, Result<SimulationResult, MonteCarloError>> {
  const prepared = prepareSimulation(question);
  if (!prepared.ok) return prepared;
  const { draws } = question;
  const range = { from: 0, to: prepared.value.blocks };
  const drawing = drawPart(prepared.value, range, store, (length) => store.takeRoom(length));
  let step = drawing.next();
  for (; step.done !== true; step = drawing.next()) yield { done: step.value, draws };
  const summing = summariseDraws(prepared.value, [step.value]);
  let sum = summing.next();
  for (; sum.done !== true; sum = summing.next()) yield { done: draws, draws };
  store.giveRoom(step.value.samples.map(({ numbers }) => numbers));
  return ok(sum.value);
}
