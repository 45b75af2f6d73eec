import { assertNever } from "../assert-never.ts";
import { numeralReadings, numeralsAsDigits } from "../indicator/chinese-number.ts";
import { parseTarget, type TargetError } from "../indicator/parse-target.ts";
import { parseQuantity } from "../indicator/quantity.ts";
import { isReadableUnit } from "../indicator/readable-unit.ts";
import type { Direction } from "../plan/concept.ts";
import type { Year } from "../plan/ids.ts";
import type { Attribute, Field, Indicator, RejectedInput } from "../plan/plan.ts";
import { err, ok, type Result } from "../result.ts";
import type { CellContent } from "./command.ts";

/** Why a typed text is not what its cell takes. */
export type CellError =
  | TargetError
  | { readonly kind: "empty-name" }
  | { readonly kind: "not-an-attribute"; readonly text: string };

const ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map([
  ["约束性", "binding"],
  ["约束", "binding"],
  ["binding", "binding"],
  ["预期性", "anticipatory"],
  ["预期", "anticipatory"],
  ["anticipatory", "anticipatory"],
  ["unspecified", "unspecified"],
]);

/** Texts that clear a cell: nothing, or the dash with which plans print "not stated". */
const BLANK = /^[\s\u3000]*(?:[—–―-]+[\s\u3000]*)?$/u;

/** The content that a typed text gives a cell, or why it gives none. `direction` is that of the row's concept. */
export function readCell(
  indicator: Indicator,
  field: Field,
  text: string,
  direction: Direction = "higher",
): Result<CellContent, CellError> {
  const blank = BLANK.test(text);
  const tidy = text.trim();
  switch (field.kind) {
    case "name":
      return blank ? err({ kind: "empty-name" }) : ok(textContent(tidy));
    case "unit":
      return blank || isReadableUnit(tidy)
        ? ok(textContent(blank ? "" : tidy))
        : err({ kind: "unreadable", text, at: 0 });
    case "department":
    case "category":
      return ok(textContent(blank ? null : tidy));
    case "attribute": {
      const attribute = blank ? "unspecified" : ATTRIBUTES.get(tidy.toLowerCase());
      return attribute === undefined ? err({ kind: "not-an-attribute", text }) : ok(textContent(attribute));
    }
    case "observation":
      return blank ? ok(emptyContent(field, null)) : readObservation(indicator, text);
    case "target":
      return blank ? ok(emptyContent(field, null)) : readTarget(indicator, field.year, text, direction);
    default:
      return assertNever(field);
  }
}

/** The content of a cell that holds nothing, or only what could not be read. */
export function emptyContent(field: Field, rejected: string | null): CellContent {
  switch (field.kind) {
    case "observation":
      return { kind: "observation", observation: null, source: null, rejected };
    case "target":
      return { kind: "target", planned: null, rejected };
    case "name":
    case "unit":
      return { kind: "text", text: "", rejected };
    case "attribute":
      return { kind: "text", text: "unspecified", rejected };
    case "department":
    case "category":
      return { kind: "text", text: null, rejected };
    default:
      return assertNever(field);
  }
}

/** Reads a stored attribute back from a cell's text. */
export function toAttribute(text: string | null): Attribute {
  return (text === null ? undefined : ATTRIBUTES.get(text)) ?? "unspecified";
}

/** The reason why an input was rejected, found by reading it again; `null` when it would be read today. */
export function readRejected(
  indicator: Indicator,
  input: RejectedInput,
  direction: Direction = "higher",
): CellError | null {
  const read = readCell(indicator, input.field, input.text, direction);
  return read.ok ? null : read.error;
}

function readObservation(indicator: Indicator, text: string): Result<CellContent, CellError> {
  const read = readNumber(text, indicator.unit);
  if (!read.ok) return read;
  const { value, decimals } = read.value;
  return ok({
    kind: "observation",
    observation: { value, basis: "estimated", decimals },
    source: null,
    rejected: null,
  });
}

/** A number in digits, or else in Chinese numerals; refused where those could be several. */
function readNumber(text: string, unit: string): ReturnType<typeof parseQuantity> {
  const read = parseQuantity(text, unit);
  if (read.ok) return read;
  const numerals = parseQuantity(numeralsAsDigits(text), unit);
  if (numerals.ok) return numerals;
  const mends = numeralReadings(text).filter((reading) => parseQuantity(reading, unit).ok);
  return mends.length === 0 ? read : err({ kind: "ambiguous-number", text, mends });
}

function readTarget(
  indicator: Indicator,
  year: Year,
  text: string,
  direction: Direction,
): Result<CellContent, CellError> {
  const read = parseTarget(text, indicator.unit, direction);
  if (!read.ok) return read;
  return ok({ kind: "target", planned: { year, target: read.value, statement: null }, rejected: null });
}

function textContent(text: string | null): CellContent {
  return { kind: "text", text, rejected: null };
}
