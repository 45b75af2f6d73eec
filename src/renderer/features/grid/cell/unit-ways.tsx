import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { UnitChangeWay } from "#core/command/unit-changes.ts";

interface UnitWaysProps {
  readonly how: UnitChangeWay;
  readonly onChange: (how: UnitChangeWay) => void;
}

/** Whether a new unit converts the numbers of a row or leaves their digits. */
export function UnitWays({ how, onChange }: UnitWaysProps) {
  const { t } = useTranslation("grid");
  const name = useId();
  return (
    <fieldset className="stacked">
      <legend>{t("cells.units.how")}</legend>
      {(["convert", "relabel"] as const).map((each) => (
        <label key={each} className="choice">
          <input type="radio" name={name} checked={how === each} onChange={() => onChange(each)} />
          {t(`cells.units.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
