import { goalSeek } from "#core/projection/analysis/goal-seek.ts";
import type { Knob } from "#core/projection/analysis/knob.ts";
import { knobValue } from "#core/projection/analysis/knob.ts";
import { parseUnit } from "#core/indicator/unit.ts";
import { historyPace } from "#core/scenario/history-pace.ts";
import type { LiveStudy } from "./study-session.ts";

/** A setting worth a mark on the slider. */
export interface KnobTick {
  readonly key: "slowest" | "mean" | "fastest" | "needed";
  readonly setting: number;
}

/** A slider: its ends and step, and what its history marks on it, all in the parameter's own unit. */
export interface KnobRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly paces: readonly KnobTick[];
}

/** A study with the topics of its series. */
type StudyGround = Pick<LiveStudy, "study" | "topicOf">;

const USUAL_GROWTH = { min: -10, max: 30, step: 0.1, round: 10 } as const;
/** Growth beyond this, in percent a year, is told and no end of a slider. */
const WIDEST = { min: -50, max: 200 } as const;
const STEPS = 200;

/** The slider of a number: as wide as its history, its setting and what the target needs ask for. */
export function knobRange(live: StudyGround, knob: Knob, series: number): KnobRange {
  const { study } = live;
  const setting = knobValue(study.engine, knob) ?? 0;
  const paces = paceTicks(live, knob);
  const wide = spanOf(live, knob, [setting, ...paces.map((tick) => tick.setting)]);
  const needed = neededTick(live, knob, series, wide);
  const marks = needed === null ? paces : [...paces, needed];
  return { ...spanOf(live, knob, [setting, ...marks.map((tick) => tick.setting)]), paces };
}

function paceTicks({ study }: StudyGround, { series, parameter }: Knob): readonly KnobTick[] {
  if (parameter !== "rate" && parameter !== "delta") return [];
  const known = study.series[series]?.known ?? [];
  const pace = historyPace(known, parameter === "rate" ? "growth" : "step");
  if (pace === null) return [];
  const mean: KnobTick = { key: "mean", setting: pace.mean };
  if (known.length < 3) return [mean];
  return [{ key: "slowest", setting: pace.slowest }, mean, { key: "fastest", setting: pace.fastest }];
}

/** What a number has to be for the last target of a series, all else as the study supposes it now; `null` where nothing reaches it. */
export function neededTick(
  { study, topicOf }: StudyGround,
  knob: Knob,
  series: number,
  { min, max }: Pick<KnobRange, "min" | "max">,
): KnobTick | null {
  const { target } = topicOf(series);
  if (target === null || knob.parameter === "level" || knob.parameter === "damping") return null;
  const cell = { series, year: target.planned.year, column: knob.column };
  const wider = max - min;
  const [low, high] = knob.parameter === "rate" ? [WIDEST.min, WIDEST.max] : [min - wider, max + wider];
  const found = goalSeek(study.engine, { cell, level: target.level, knob, low, high });
  return found.kind === "found" ? { key: "needed", setting: found.setting } : null;
}

function spanOf(live: StudyGround, knob: Knob, settings: readonly number[]): Omit<KnobRange, "paces"> {
  const finite = settings.filter(Number.isFinite);
  if (knob.parameter === "damping") return { min: 0, max: 1, step: 0.01 };
  if (knob.parameter === "rate") {
    const { min, max, step, round } = USUAL_GROWTH;
    const low = Math.max(WIDEST.min, Math.min(min, ...finite));
    const high = Math.min(WIDEST.max, Math.max(max, ...finite));
    return { min: Math.floor(low / round) * round, max: Math.ceil(high / round) * round, step };
  }
  const topic = live.topicOf(knob.series);
  const { factor } = parseUnit(topic.unit);
  const levels =
    knob.parameter === "delta"
      ? [0]
      : [
          topic.start?.value ?? 0,
          topic.target?.level ?? 0,
          topic.target?.stretch ?? topic.target?.level ?? 0,
        ];
  const all = [...finite, ...levels].map((value) => value / factor);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = Math.max((high - low) / 2, Math.abs(high) / 4, 1e-6);
  const step = niceStep((high - low + 2 * air) / STEPS);
  const least = low >= 0 && knob.parameter !== "delta" ? Math.max(0, low - air) : low - air;
  return {
    min: Math.floor(least / step) * step * factor,
    max: Math.ceil((high + air) / step) * step * factor,
    step: step * factor,
  };
}

/** The power of ten, or two or five of them, that is next below. */
function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([5, 2, 1].find((factor) => factor * power <= raw) ?? 1) * power;
}
