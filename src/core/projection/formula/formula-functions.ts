/** Functions that a formula may call. */
export type FunctionId =
  | "if"
  | "min"
  | "max"
  | "sum"
  | "avg"
  | "abs"
  | "round"
  | "ln"
  | "exp"
  | "prev"
  | "at"
  | "cagr";

/** What a function takes and what its units are. */
export interface FormulaFunction {
  readonly id: FunctionId;
  /** Names it is called by; the first is the one shown. Chinese names are read as well. */
  readonly names: readonly string[];
  readonly min: number;
  /** Largest number of arguments; `null` for as many as one likes. */
  readonly max: number | null;
  /**
   * same: all arguments in one unit, which is the result's. choice: the same of all but the first. digits: the first
   * argument's unit, which must be a base unit, so that one sees which digits are meant (`round(产值 / 1亿元, 1) × 1亿元`).
   * plain: a plain number in and out. series: a series comes first and years or lags follow.
   */
  readonly units: "same" | "choice" | "digits" | "plain" | "series" | "series-ratio";
}

/** The functions of formulas (domain.md section 5). */
export const FORMULA_FUNCTIONS: readonly FormulaFunction[] = [
  { id: "if", names: ["if", "如果"], min: 3, max: 3, units: "choice" },
  { id: "min", names: ["min", "最小"], min: 1, max: null, units: "same" },
  { id: "max", names: ["max", "最大"], min: 1, max: null, units: "same" },
  { id: "sum", names: ["sum", "合计"], min: 1, max: null, units: "same" },
  { id: "avg", names: ["avg", "平均"], min: 1, max: null, units: "same" },
  { id: "abs", names: ["abs", "绝对值"], min: 1, max: 1, units: "same" },
  { id: "round", names: ["round", "四舍五入"], min: 1, max: 2, units: "digits" },
  { id: "ln", names: ["ln"], min: 1, max: 1, units: "plain" },
  { id: "exp", names: ["exp"], min: 1, max: 1, units: "plain" },
  { id: "prev", names: ["prev", "上年"], min: 1, max: 2, units: "series" },
  { id: "at", names: ["at", "某年"], min: 2, max: 2, units: "series" },
  { id: "cagr", names: ["cagr", "年均增速"], min: 3, max: 3, units: "series-ratio" },
];

const BY_NAME = new Map(FORMULA_FUNCTIONS.flatMap((each) => each.names.map((name) => [name, each] as const)));

/** The function of a name, in any case; `undefined` when there is none. */
export function functionNamed(name: string): FormulaFunction | undefined {
  return BY_NAME.get(name.toLowerCase());
}
