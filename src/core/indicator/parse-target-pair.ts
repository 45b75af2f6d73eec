import type { Direction } from "../plan/concept.ts";
import { err, ok, type Result } from "../result.ts";
import { formatTarget } from "./format-target.ts";
import type { Quantity } from "./quantity.ts";
import { type Reading, readQuantity } from "./read-quantity.ts";
import type { Target } from "./target.ts";
import type { TargetError } from "./target-error.ts";

const NUMBER = "[+-]?(?:\\d+(?:,\\d{3}(?!\\d))*(?:\\.\\d+)?|\\.\\d+)";
const RANGE = new RegExp(
  `^(?:达到|达)?(${NUMBER})(\\D*?)(?:[—–―]+|--(?=\\d)|[-~∼]|至|到)(${NUMBER})(\\D*)$`,
  "u",
);
const FLOOR = `(?:保底|确保|底线)(?:达到|达)?(${NUMBER})`;
const STRETCH = `(?:力争|争取|冲刺)(?:达到|达)?(${NUMBER})`;
const FIRST_UNIT = "([^\\d,;、]*?)(?:以上)?[,;、]?";
const FLOOR_STRETCH = new RegExp(`^${FLOOR}${FIRST_UNIT}${STRETCH}(.*?)(?:以上)?$`, "u");
const STRETCH_FLOOR = new RegExp(`^${STRETCH}${FIRST_UNIT}${FLOOR}(.*?)(?:以上)?$`, "u");

/** Reads the forms with two numbers, 2—3家 and 保底100家，力争130家; `null` when the text is neither. */
export function readPair(reading: Reading, direction: Direction): Result<Target, TargetError> | null {
  const { plain } = reading.typed;
  const range = RANGE.exec(plain);
  if (range !== null) return readRange(reading, range);
  const floorFirst = FLOOR_STRETCH.exec(plain);
  if (floorFirst !== null) return readFloorStretch(readBoth(reading, floorFirst), direction);
  const stretchFirst = STRETCH_FLOOR.exec(plain);
  if (stretchFirst === null) return null;
  const pair = readBoth(reading, stretchFirst);
  return readFloorStretch(pair.ok ? ok([pair.value[1], pair.value[0]]) : pair, direction);
}

function readRange(reading: Reading, found: RegExpExecArray): Result<Target, TargetError> {
  const pair = readBoth(reading, found);
  if (!pair.ok) return pair;
  const [low, high] = pair.value;
  if (low.value > high.value) {
    const mend = formatTarget({ form: "between", low: high, high: low });
    return err({ kind: "low-above-high", low, high, mend });
  }
  return ok({ form: "between", low, high });
}

type Pair = Result<readonly [Quantity, Quantity], TargetError>;

function readFloorStretch(pair: Pair, direction: Direction): Result<Target, TargetError> {
  if (!pair.ok) return pair;
  const [floor, stretch] = pair.value;
  const wrong =
    (direction === "higher" && floor.value > stretch.value) ||
    (direction === "lower" && floor.value < stretch.value);
  if (wrong) {
    const mend = formatTarget({ form: "floorStretch", floor: stretch, stretch: floor });
    return err({ kind: "floor-above-stretch", floor, stretch, mend });
  }
  return ok({ form: "floorStretch", floor, stretch });
}

/** Both numbers of a pair; the unit may stand after the second one only (2—3亿元). */
function readBoth(reading: Reading, found: RegExpExecArray): Pair {
  const [, firstNumber = "", firstUnit = "", secondNumber = "", secondUnit = ""] = found;
  const second = readQuantity(reading, `${secondNumber}${secondUnit}`);
  // Of the two numbers each could be read in its own way.
  if (!second.ok && second.error.kind === "ambiguous-number") return err({ ...second.error, mends: [] });
  if (!second.ok) return second;
  const first = readQuantity(reading, `${firstNumber}${firstUnit === "" ? secondUnit : firstUnit}`);
  return first.ok ? ok([first.value, second.value]) : first;
}
