import { toYear } from "#core/plan/ids.ts";
import type { Field } from "#core/plan/plan.ts";

const WORDS = ["name", "unit", "attribute", "department", "category"] as const;
const OF_YEAR = /^(observation|target)-(\d{4})$/u;

/** A field as an address names it: `target-2030`, `unit`. */
export function fieldAddress(field: Field): string {
  return "year" in field ? `${field.kind}-${field.year}` : field.kind;
}

/** The field that an address names; `null` for anything else. */
export function addressedField(address: string | null): Field | null {
  const kind = WORDS.find((word) => word === address);
  if (kind !== undefined) return { kind };
  const [, of, digits] = OF_YEAR.exec(address ?? "") ?? [];
  const year = toYear(Number(digits));
  if (!year.ok || (of !== "observation" && of !== "target")) return null;
  return { kind: of, year: year.value };
}
