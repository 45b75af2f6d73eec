import { useTranslation } from "react-i18next";
import { unitOfDifference } from "#core/indicator/unit.ts";
import { GEOMETRIC, LINEAR, type PathShape } from "#core/path/path-shape.ts";
import type { Assumption, TrendFit } from "#core/projection/assumption.ts";
import type { MethodGround } from "#core/scenario/first-assumption.ts";
import { shapeText } from "../../../i18n/assumption-text.ts";
import { NumberField } from "./number-field.tsx";

interface MethodFieldsProps {
  readonly assumption: Exclude<Assumption, { readonly method: "formula" }>;
  readonly unit: string;
  readonly ground: MethodGround;
  readonly onChange: (assumption: Assumption) => void;
}

const FITS: readonly TrendFit[] = ["linear", "log-linear", "theil-sen", "damped"];
const SHAPES: readonly PathShape[] = [
  LINEAR,
  GEOMETRIC,
  { kind: "s-curve", steepness: 6 },
  { kind: "loaded", power: 0.6 },
  { kind: "loaded", power: 1.7 },
];

/** The numbers of a method. */
export function MethodFields({ assumption, unit, ground, onChange }: MethodFieldsProps) {
  const { t } = useTranslation("studio");
  switch (assumption.method) {
    case "hold":
      return null;
    case "growth":
      return (
        <div className="fields">
          <NumberField
            label={t("field.rate")}
            value={assumption.rate}
            unit="%"
            onChange={(rate) => onChange({ ...assumption, rate })}
          />
        </div>
      );
    case "step":
      return (
        <div className="fields">
          <NumberField
            label={t("field.delta")}
            value={assumption.delta}
            unit={unitOfDifference(unit)}
            onChange={(delta) => onChange({ ...assumption, delta })}
          />
        </div>
      );
    case "trend":
      return <TrendField {...{ assumption, onChange }} />;
    case "logistic":
      return (
        <div className="fields">
          <NumberField
            label={t("field.ceiling")}
            value={assumption.ceiling}
            unit={unit}
            onChange={(ceiling) => onChange({ ...assumption, ceiling })}
          />
          <NumberField
            label={t("field.speed")}
            value={assumption.rate * 100}
            unit="%"
            onChange={(percent) => onChange({ ...assumption, rate: percent / 100 })}
          />
        </div>
      );
    case "toTarget":
      return <TargetFields {...{ assumption, unit, ground, onChange }} />;
    case "series":
      return <SeriesFields {...{ assumption, unit, ground, onChange }} />;
  }
}

interface FieldsOf<M extends Assumption["method"]> extends Omit<MethodFieldsProps, "assumption"> {
  readonly assumption: Extract<Assumption, { readonly method: M }>;
}

function TrendField({ assumption, onChange }: Pick<FieldsOf<"trend">, "assumption" | "onChange">) {
  const { t } = useTranslation("studio");
  const { t: told } = useTranslation("assumption");
  return (
    <label className="fields">
      {t("field.fit")}
      <select
        className="input"
        value={assumption.fit}
        onChange={(event) => {
          const fit = FITS.find((each) => each === event.target.value);
          if (fit !== undefined) onChange({ ...assumption, fit });
        }}
      >
        {FITS.map((fit) => (
          <option key={fit} value={fit}>
            {told(`fit.${fit}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A number for each projected year. */
function SeriesFields({ assumption, unit, ground, onChange }: FieldsOf<"series">) {
  return (
    <div className="fields">
      {ground.projected.map(({ year }) => {
        const own = assumption.values.find((value) => value.year === year);
        return (
          <NumberField
            key={year}
            label={String(year)}
            value={own?.value ?? Number.NaN}
            unit={unit}
            onChange={(value) =>
              onChange({
                ...assumption,
                values: [...assumption.values.filter((each) => each.year !== year), { year, value }].sort(
                  (a, b) => a.year - b.year,
                ),
              })
            }
          />
        );
      })}
    </div>
  );
}

function TargetFields({ assumption, unit, ground, onChange }: FieldsOf<"toTarget">) {
  const { t } = useTranslation("studio");
  const { t: told } = useTranslation("assumption");
  const aims = ["floor", "stretch"] as const;
  return (
    <div className="fields">
      <label>
        {t("field.aim")}{" "}
        <select
          className="input"
          value={assumption.aim ?? "own"}
          onChange={(event) =>
            onChange({ ...assumption, aim: aims.find((aim) => aim === event.target.value) ?? null })
          }
        >
          {aims.map((aim) => (
            <option key={aim} value={aim} disabled={ground.path === null}>
              {t(`field.aims.${aim}`)}
            </option>
          ))}
          <option value="own">{t("field.aims.own")}</option>
        </select>
      </label>
      {assumption.aim === null ? (
        <>
          <NumberField
            label={t("field.level")}
            value={assumption.level}
            unit={unit}
            onChange={(level) => onChange({ ...assumption, level })}
          />
          <NumberField
            label={t("field.year")}
            value={assumption.year}
            unit=""
            onChange={(year) => onChange({ ...assumption, year })}
          />
        </>
      ) : null}
      <label>
        {t("field.shape")}{" "}
        <select
          className="input"
          value={Math.max(
            0,
            SHAPES.findIndex((shape) => shapeText(shape, told) === shapeText(assumption.shape, told)),
          )}
          onChange={(event) => {
            const shape = SHAPES[Number(event.target.value)];
            if (shape !== undefined) onChange({ ...assumption, shape });
          }}
        >
          {SHAPES.map((shape, at) => (
            <option key={at} value={at}>
              {shapeText(shape, told)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
