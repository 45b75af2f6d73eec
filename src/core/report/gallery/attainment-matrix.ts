import { formatTarget } from "../../indicator/format-target.ts";
import { titled } from "../../plan/titled.ts";
import { planTargets } from "../../scenario/plan-targets.ts";
import type { MatrixChart, MatrixState } from "../matrix-chart.ts";
import { type TargetOutcome, targetOutcomes } from "../target-outcomes.ts";
import type { ChartedRow, GallerySource } from "./gallery-source.ts";

/** Rows that a text column has room for. */
const MOST = 12;
const STATES = { met: "达到", stretch: "达到力争目标", missed: "未达到", open: "不能判断" } as const;

/** Every target that can be judged, under every scenario: its value and whether it is attained; `null` where none can. */
export function attainmentMatrix(source: GallerySource, rows: readonly ChartedRow[]): MatrixChart | null {
  const { plan, study } = source;
  const topicOf = (at: number) => {
    const row = rows[at];
    if (row === undefined) throw new RangeError(`No row ${at}`);
    return row.topic;
  };
  const outcomes = targetOutcomes(study, topicOf, planTargets(plan, source.concepts)).filter(({ byColumn }) =>
    byColumn.some(({ met }) => met !== null),
  );
  if (outcomes.length === 0) return null;
  return {
    title: `${plan.title}各情景目标达成`,
    unit: "",
    source: `来源：${titled(plan.title)}；各情景为推算值。`,
    columns: study.tree.scenarios.map(({ id, name }) => ({ id, name })),
    rows: outcomes.flatMap(({ question, byColumn }) => {
      const row = rows[question.series];
      if (row === undefined) return [];
      const note = `${question.year}年${formatTarget(question.target)}`;
      const cells = byColumn.map((cell) => ({
        text: valueText(row, question.year, cell.value),
        state: stateOf(cell),
      }));
      return [{ id: `${row.indicator.id} ${question.year}`, name: row.indicator.name, note, cells }];
    }),
    most: MOST,
    states: STATES,
  };
}

/** A known value as it was printed, a projected one as projections are. */
function valueText({ topic, format }: ChartedRow, year: number, value: number | null): string {
  const known = topic.history.find((point) => point.year === year);
  if (known !== undefined) return format.known(known.value, known.decimals);
  return value === null ? "—" : format.amount(value);
}

function stateOf({ met, stretch }: TargetOutcome["byColumn"][number]): MatrixState {
  if (met === null) return "open";
  if (!met) return "missed";
  return stretch === true ? "stretch" : "met";
}
