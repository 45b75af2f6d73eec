import { err, type Result } from "../result.ts";
import { parseQuantity, type Quantity } from "./quantity.ts";
import type { TargetError } from "./target-error.ts";
import { originalOffset, type TypedText } from "./typed-text.ts";

/** A text being read as a target, and the unit of bare numbers. */
export interface Reading {
  readonly typed: TypedText;
  readonly unit: string;
}

/** What follows a number and cannot be a unit: another number, a comma, or words of another wording. */
const NOT_A_UNIT = /[\d,;:、，；。()（）\s]|以上|以内|以下|左右|力争|保底|超过|达到/u;

/** Reads a part of a target as a quantity; an error says where the part stops making sense. */
export function readQuantity(reading: Reading, part: string): Result<Quantity, TargetError> {
  const { typed, unit } = reading;
  const read = parseQuantity(part, unit);
  if (read.ok) return read;
  const { error } = read;
  const start = Math.max(0, typed.plain.indexOf(part));
  if (error.kind === "unit-does-not-convert") {
    const odd = NOT_A_UNIT.exec(error.from);
    if (odd === null) return read;
    return unreadable(typed, start + part.length - error.from.length + odd.index);
  }
  if (error.kind === "ambiguous-number") {
    const { plain, original } = typed;
    const [before, after] = [plain.slice(0, start), plain.slice(start + part.length)];
    return err({ ...error, text: original, mends: error.mends.map((mend) => `${before}${mend}${after}`) });
  }
  return error.kind === "not-a-number" ? unreadable(typed, start) : read;
}

function unreadable(typed: TypedText, at: number): Result<never, TargetError> {
  return err({ kind: "unreadable", text: typed.original, at: originalOffset(typed, at) });
}
