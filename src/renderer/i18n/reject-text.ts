import { assertNever } from "#core/assert-never.ts";
import type { CellError } from "#core/command/read-cell.ts";
import { formatQuantity } from "#core/indicator/quantity.ts";
import type { TFunction } from "i18next";

/** Why a typed text was not read, as a sentence without the text itself. */
export function rejectReason(error: CellError | null, words: TFunction<"grid">): string {
  if (error === null) return words("reject.now");
  switch (error.kind) {
    case "empty":
      return words("reject.empty");
    case "empty-name":
      return words("reject.emptyName");
    case "not-a-number":
      return words("reject.notANumber");
    case "unit-does-not-convert":
      return words("reject.unitDoesNotConvert", { from: error.from, to: error.to });
    case "too-many-digits":
      return words("reject.tooManyDigits");
    case "unreadable":
      return words("reject.unreadable", { at: error.at + 1 });
    case "too-long":
      return words("reject.tooLong", { length: error.length, max: error.max });
    case "low-above-high":
      return words("reject.lowAboveHigh", {
        low: formatQuantity(error.low),
        high: formatQuantity(error.high),
      });
    case "floor-above-stretch":
      return words("reject.floorAboveStretch", {
        floor: formatQuantity(error.floor),
        stretch: formatQuantity(error.stretch),
      });
    case "ambiguous-number":
      return words("reject.ambiguousNumber");
    case "compared-with-year":
      return words("reject.comparedWithYear", { year: error.year });
    case "percent-is-not-points":
      return words("reject.percentIsNotPoints");
    case "not-an-attribute":
      return words("reject.notAnAttribute");
    default:
      return assertNever(error);
  }
}

/** The wordings that core offers instead of a rejected text: several where it can be read in several ways. */
export function mendsOf(error: CellError | null): readonly string[] {
  if (error === null) return [];
  if ("mends" in error) return error.mends;
  return "mend" in error ? [error.mend] : [];
}

/** The first wording that core offers instead of a rejected text, or `null`. */
export function mendOf(error: CellError | null): string | null {
  return mendsOf(error)[0] ?? null;
}
