import { readdirSync, readFileSync } from "node:fs";
import { readJurisdictions } from "#exchange/plan-file/read-catalogues.ts";
import { seedConcepts, seedPlan } from "../seed-plan.ts";
import { type BacktestHistory, backtestHistories } from "./backtest-cases.ts";
import { backtestPage } from "./backtest-page.ts";

const SEEDS = new URL("../../seeds/", import.meta.url);

/** The histories in all bundled plans. */
export function seedHistories(): readonly BacktestHistory[] {
  const plans = readdirSync(new URL("plans/", SEEDS))
    .sort()
    .map((file) => seedPlan(file.replace(/\.json$/u, "")));
  const data: unknown = JSON.parse(readFileSync(new URL("jurisdictions.json", SEEDS), "utf8"));
  const jurisdictions = readJurisdictions(data);
  if (!jurisdictions.ok) throw new Error(JSON.stringify(jurisdictions.error));
  return backtestHistories(plans, seedConcepts(), jurisdictions.value);
}

/** docs/backtests.md as the bundled plans make it. */
export const seedBacktestPage = (): string => backtestPage(seedHistories());
