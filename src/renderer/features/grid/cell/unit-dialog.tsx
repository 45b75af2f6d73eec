import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UnitChangeWay } from "#core/command/unit-changes.ts";
import { isReadableUnit } from "#core/indicator/readable-unit.ts";
import { convertible } from "#core/indicator/unit.ts";
import type { Field, Indicator, Plan } from "#core/plan/plan.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { unitEffects } from "./unit-effect.ts";
import { UnitWays } from "./unit-ways.tsx";

interface UnitDialogProps {
  readonly plan: Plan;
  readonly indicator: Indicator;
  /** The unit that was typed already. */
  readonly typed: string;
  /** How the cells of the row are called. */
  readonly nameOf: (field: Field) => string;
  readonly onSave: (unit: string, how: UnitChangeWay) => void;
  readonly onClose: () => void;
}

/** Effects that are listed one by one. */
const MOST_EFFECTS = 6;

/** Asks what a new unit means for the values of a row, and shows beforehand what becomes of them. */
export function UnitDialog({ plan, indicator, typed, nameOf, onSave, onClose }: UnitDialogProps) {
  const { t } = useTranslation("grid");
  const [text, setText] = useState(typed);
  const [how, setHow] = useState<UnitChangeWay>("convert");
  const ids = { form: useId(), message: useId() };
  const unit = text.trim();
  const readable = unit !== "" && isReadableUnit(unit);
  const converts = readable && convertible(indicator.unit, unit);
  const way = converts ? how : "relabel";
  const effects = readable ? unitEffects(plan, plan.indicators.indexOf(indicator), unit, way) : [];
  return (
    <Dialog
      title={t("cells.units.title", { name: indicator.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cells.units.cancel")}</Button>
          <Button variant="primary" type="submit" form={ids.form}>
            {t("cells.units.save")}
          </Button>
        </>
      }
    >
      <form
        id={ids.form}
        className="grid-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (readable) onSave(unit, way);
        }}
      >
        <label className="field-line">
          {t("cells.units.unit")}
          <input
            className="input"
            value={text}
            aria-invalid={!readable}
            aria-describedby={ids.message}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p id={ids.message} className="small is-error" role="status">
          {readable ? null : t("cells.units.odd")}
        </p>
        {converts ? <UnitWays how={how} onChange={setHow} /> : null}
        {readable && !converts ? (
          <p className="small muted">{t("cells.units.apart", { from: indicator.unit, to: unit })}</p>
        ) : null}
        <div role="group" aria-label={t("cells.units.effect")} className="unit-effects">
          {effects.length === 0 ? <p className="muted">{t("cells.units.none")}</p> : null}
          {effects.slice(0, MOST_EFFECTS).map(({ field, before, after }) => (
            <p key={nameOf(field)}>{t("cells.units.change", { where: nameOf(field), before, after })}</p>
          ))}
          {effects.length > MOST_EFFECTS ? (
            <p className="muted">{t("cells.units.more", { count: effects.length - MOST_EFFECTS })}</p>
          ) : null}
        </div>
        {way === "relabel" && effects.length > 0 ? (
          <p className="small muted">{t("cells.units.evidence")}</p>
        ) : null}
      </form>
    </Dialog>
  );
}
