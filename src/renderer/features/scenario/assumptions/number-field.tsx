import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseQuantity, printedValue } from "#core/indicator/quantity.ts";
import { PERCENTAGE_POINTS } from "#core/indicator/unit.ts";

interface NumberFieldProps {
  readonly label: string;
  /** In base units of `unit`. */
  readonly value: number;
  /** Printed behind the field, percentage points in the planner's language; typed numbers without a unit are in it. */
  readonly unit: string;
  readonly onChange: (value: number) => void;
}

/** A number with its unit; what cannot be read stays in the field and is marked. */
export function NumberField({ label, value, unit, onChange }: NumberFieldProps) {
  const { t } = useTranslation("studio");
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(Number(printedValue({ value, unit }).toPrecision(10)));
  const wrong = typed !== null && !parseQuantity(typed, unit).ok;
  return (
    <label>
      {label}{" "}
      <input
        className="input num"
        inputMode="decimal"
        value={shown}
        aria-invalid={wrong || undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const read = parseQuantity(event.target.value, unit);
          if (read.ok) onChange(read.value.value);
        }}
        onBlur={() => setTyped(null)}
      />{" "}
      {unit === PERCENTAGE_POINTS ? t("field.points") : unit}
    </label>
  );
}
