import type { Knob, KnobParameter } from "../projection/analysis/knob.ts";
import { historicalVolatility } from "../projection/monte-carlo/historical-volatility.ts";
import type { Uncertainty } from "../projection/monte-carlo/uncertainty.ts";
import type { PathPoint } from "../path/path.ts";
import { historyPace } from "./history-pace.ts";

/** Between which settings a number may lie, and where that comes from. */
export interface KnobSpread {
  readonly low: number;
  readonly high: number;
  readonly from: "uncertainty" | "history" | "assumed";
}

/** Φ⁻¹(0.95). */
const Z_90 = 1.6448536269514722;
/** What is taken on either side where nothing is known: percentage points for growth, else a part of the setting. */
const ASSUMED = { rate: 1, part: 0.1 } as const;

/**
 * The range of a number for a tornado: 90 % of its uncertainty (over `years` that are drawn one by one their mean spreads less,
 * by √years), else its history's slowest to fastest year, else a little on either side.
 */
export function knobSpread(
  { parameter }: Pick<Knob, "parameter">,
  setting: number,
  {
    known,
    uncertainty,
    years,
  }: {
    readonly known: readonly PathPoint[];
    readonly uncertainty: Uncertainty | null;
    readonly years: number;
  },
): KnobSpread {
  const uncertain =
    uncertainty === null ? null : uncertainSpread(uncertainty, parameter, setting, known, years);
  if (uncertain !== null) return { ...uncertain, from: "uncertainty" };
  const of = parameter === "rate" ? "growth" : parameter === "delta" ? "step" : null;
  const pace = of === null || known.length < 3 ? null : historyPace(known, of);
  if (pace !== null) {
    return { low: Math.min(pace.slowest, setting), high: Math.max(pace.fastest, setting), from: "history" };
  }
  const by = parameter === "rate" ? ASSUMED.rate : Math.abs(setting) * ASSUMED.part;
  return { low: setting - by, high: setting + by, from: "assumed" };
}

function uncertainSpread(
  { distribution, drawn }: Uncertainty,
  parameter: KnobParameter,
  setting: number,
  known: readonly PathPoint[],
  years: number,
): { readonly low: number; readonly high: number } | null {
  const width = Z_90 / (drawn === "yearly" && parameter !== "ceiling" ? Math.sqrt(Math.max(1, years)) : 1);
  switch (distribution.kind) {
    case "normal":
      return { low: setting - width * distribution.sd, high: setting + width * distribution.sd };
    case "triangular":
    case "uniform":
      return { low: distribution.low, high: distribution.high };
    case "historical": {
      const sd = historicalVolatility(known, parameter === "rate" ? "growth" : "step");
      if (!sd.ok || (parameter !== "rate" && parameter !== "delta")) return null;
      if (parameter === "delta") return { low: setting - width * sd.value, high: setting + width * sd.value };
      const grown = (z: number) => ((1 + setting / 100) * Math.exp(z * sd.value) - 1) * 100;
      return { low: grown(-width), high: grown(width) };
    }
  }
}
