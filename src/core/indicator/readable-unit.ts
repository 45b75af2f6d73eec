import { formatTarget } from "./format-target.ts";
import { parseTarget } from "./parse-target.ts";
import type { Quantity } from "./quantity.ts";
import type { Target } from "./target.ts";

/** Signs that numbers and target wordings are made of. */
const NOT_IN_A_UNIT = /[\p{Nd}+\-−—–―~～,，;；、。]/u;

/** What was found for units, and how many are kept: a block of thousands of rows is mostly in a few. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 500;

/** Whether targets can be written in a unit and read back: 33家 is no unit, and neither is 家以上. */
export function isReadableUnit(unit: string): boolean {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const readable = canBeReadBack(unit);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(unit, readable);
  return readable;
}

function canBeReadBack(unit: string): boolean {
  if (NOT_IN_A_UNIT.test(unit)) return false;
  const one: Quantity = { value: 1, unit, decimals: 0 };
  const samples: readonly Target[] = [
    { form: "atLeast", level: one, wording: "or-above" },
    { form: "atLeast", level: one, wording: "bare" },
    { form: "atMost", level: one, wording: "within" },
    { form: "about", level: one, tolerance: 3 },
    { form: "between", low: one, high: one },
    { form: "floorStretch", floor: one, stretch: one },
    { form: "cumulative", total: one, orAbove: true },
  ];
  return samples.every((sample) => {
    const read = parseTarget(formatTarget(sample), unit);
    return read.ok && read.value.form === sample.form;
  });
}
