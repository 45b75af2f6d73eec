import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatAmount, parseQuantity } from "#core/indicator/quantity.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Driver, DriverValue } from "#core/scenario/driver.ts";
import { Button } from "../../../ui/button.tsx";

interface DriverEditorProps {
  readonly driver: Driver;
  readonly plan: Plan;
  readonly isNew: boolean;
  /** Why nothing can be changed now. */
  readonly blocked: string | undefined;
  readonly onKeep: (driver: Driver) => void;
  readonly onRemove: () => void;
}

/** A year as it is typed; `value` is the one behind it while the text is as it was. */
interface TypedYear {
  readonly year: string;
  readonly text: string;
  readonly value: DriverValue | null;
}

/** Name, unit, values by year and note of a driver. */
export function DriverEditor({ driver, plan, isNew, blocked, onKeep, onRemove }: DriverEditorProps) {
  const { t } = useTranslation("studio");
  const [name, setName] = useState(driver.name);
  const [unit, setUnit] = useState(driver.unit);
  const [note, setNote] = useState(driver.note ?? "");
  const [years, setYears] = useState<readonly TypedYear[]>(() => typedYears(driver, plan));
  const read = years.map((each) => readYear(each, unit));
  const wrong = read.includes("wrong") || name.trim() === "";
  const set = (at: number, changed: Partial<TypedYear>) =>
    setYears(years.map((each, k) => (k === at ? { ...each, ...changed, value: null } : each)));
  const keep = () => {
    const known = read.flatMap((each) => (each === null || each === "wrong" ? [] : [each]));
    onKeep({ ...driver, name, unit, note, known: known.sort((a, b) => a.year - b.year) });
  };
  return (
    <form
      className="driver-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked === undefined && !wrong) keep();
      }}
    >
      <label>
        {t("drivers.name")}{" "}
        <input className="input" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {t("drivers.unit")}{" "}
        <input className="input" value={unit} onChange={(event) => setUnit(event.target.value)} />
      </label>
      <fieldset>
        <legend>{t("drivers.values")}</legend>
        {years.map((each, at) => (
          <div key={at}>
            <input
              className="input num"
              aria-label={t("drivers.year")}
              value={each.year}
              onChange={(event) => set(at, { year: event.target.value })}
            />
            <input
              className="input num"
              aria-label={t("drivers.value", { year: each.year })}
              value={each.text}
              aria-invalid={read[at] === "wrong" || undefined}
              onChange={(event) => set(at, { text: event.target.value })}
            />
            <span>{unit}</span>
            {each.value?.derivation ? (
              <small>
                {t("drivers.derived", { formula: each.value.derivation.formula })}
                {placesOf(each.value, plan)
                  .map((place) => t("drivers.line", place))
                  .join(t("join"))}
              </small>
            ) : null}
          </div>
        ))}
        <Button
          icon="plus"
          onClick={() => setYears([...years, { year: nextYear(years, plan), text: "", value: null }])}
        >
          {t("drivers.addYear")}
        </Button>
      </fieldset>
      <label>
        {t("drivers.note")}{" "}
        <input className="input" value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <p>
        <Button
          type="submit"
          variant="primary"
          disabledReason={blocked ?? (wrong ? t("drivers.wrong") : undefined)}
        >
          {t(isNew ? "drivers.add" : "drivers.keep")}
        </Button>
        <Button icon="trash" disabledReason={blocked} onClick={onRemove}>
          {t(isNew ? "cancel" : "drivers.remove")}
        </Button>
      </p>
    </form>
  );
}

function typedYears({ known, unit }: Driver, plan: Plan): readonly TypedYear[] {
  const typed = known.map((value) => ({
    year: String(value.year),
    text: formatAmount({ value: Number(value.value.toPrecision(6)), unit, decimals: null }),
    value,
  }));
  return typed.length > 0 ? typed : [{ year: String(plan.period.start - 1), text: "", value: null }];
}

/** The value of a typed year; `null` for an empty one. One that was not touched keeps all its digits and its evidence. */
function readYear({ year, text, value }: TypedYear, unit: string): DriverValue | null | "wrong" {
  if (value !== null) return value;
  if (text.trim() === "") return null;
  const at = Number(year);
  const read = parseQuantity(text, unit);
  if (!read.ok || !Number.isInteger(at) || at < 1949 || at > 2100) return "wrong";
  return { year: at, value: read.value.value, derivation: null };
}

function nextYear(years: readonly TypedYear[], plan: Plan): string {
  const last = Number(years.at(-1)?.year);
  return String(Number.isInteger(last) ? last + 1 : plan.period.start - 1);
}

/** Where the statements behind a derived value stand. */
function placesOf({ derivation }: DriverValue, { statements }: Plan) {
  return (derivation?.from ?? []).flatMap((id) => {
    const evidence = statements.find((statement) => statement.id === id)?.evidence ?? null;
    return evidence === null ? [] : [{ document: evidence.document, line: evidence.line }];
  });
}
