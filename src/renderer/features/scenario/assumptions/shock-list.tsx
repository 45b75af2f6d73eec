import { useTranslation } from "react-i18next";
import { unitOfDifference } from "#core/indicator/unit.ts";
import type { Shock } from "#core/projection/engine/projection-model.ts";
import { Button } from "../../../ui/button.tsx";
import type { AssumptionSheet } from "./assumption-sheet.ts";
import { NumberField } from "./number-field.tsx";

interface ShockListProps {
  readonly shocks: readonly Shock[];
  readonly unit: string;
  readonly sheet: AssumptionSheet;
  readonly onChange: (shocks: readonly Shock[]) => void;
}

/** What pushes a series over some years: an event that multiplies it or adds to it. */
export function ShockList({ shocks, unit, sheet, onChange }: ShockListProps) {
  const { t } = useTranslation("studio");
  const set = (at: number, shock: Shock) => onChange(shocks.with(at, shock));
  const [first] = sheet.years;
  return (
    <section aria-label={t("shock.title")}>
      <h3>{t("shock.title")}</h3>
      {shocks.map((shock, at) => (
        <div key={at} className="fields" role="group" aria-label={t("shock.one", { number: at + 1 })}>
          <YearChoice
            label={t("shock.from")}
            years={sheet.years}
            value={shock.from}
            onChange={(from) => set(at, { ...shock, from, to: Math.max(from, shock.to) })}
          />
          <YearChoice
            label={t("shock.to")}
            years={sheet.years}
            value={shock.to}
            onChange={(to) => set(at, { ...shock, to, from: Math.min(to, shock.from) })}
          />
          <label>
            {t("shock.kind")}{" "}
            <select
              className="input"
              value={shock.kind}
              onChange={(event) =>
                set(at, {
                  ...shock,
                  ...(event.target.value === "add"
                    ? { kind: "add", amount: 0 }
                    : { kind: "multiply", amount: 1 }),
                })
              }
            >
              <option value="multiply">{t("shock.multiply")}</option>
              <option value="add">{t("shock.add")}</option>
            </select>
          </label>
          <NumberField
            label={t("shock.amount")}
            value={shock.amount}
            unit={shock.kind === "multiply" ? "" : unitOfDifference(unit)}
            onChange={(amount) => set(at, { ...shock, amount })}
          />
          <Button
            variant="quiet"
            icon="trash"
            aria-label={t("shock.remove", { number: at + 1 })}
            onClick={() => onChange(shocks.filter((_, each) => each !== at))}
          />
        </div>
      ))}
      <p>
        <Button
          icon="plus"
          onClick={() => {
            if (first !== undefined)
              onChange([...shocks, { kind: "multiply", from: first, to: first, amount: 0.9 }]);
          }}
        >
          {t("shock.new")}
        </Button>
      </p>
    </section>
  );
}

interface YearChoiceProps {
  readonly label: string;
  readonly years: readonly number[];
  readonly value: number;
  readonly onChange: (year: number) => void;
}

function YearChoice({ label, years, value, onChange }: YearChoiceProps) {
  const offered = years.includes(value) ? years : [value, ...years];
  return (
    <label>
      {label}{" "}
      <select className="input" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {offered.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}
