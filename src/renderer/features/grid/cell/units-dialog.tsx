import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UnitChangeWay } from "#core/command/unit-changes.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { AmbiguousUnit } from "./unit-effect.ts";
import { UnitWays } from "./unit-ways.tsx";

interface UnitsDialogProps {
  readonly units: readonly AmbiguousUnit[];
  readonly onSave: (how: UnitChangeWay) => void;
  readonly onClose: () => void;
}

/** Rows that are listed one by one. */
const MOST_ROWS = 6;

/** Asks once what the new units of a whole block mean for the values of their rows; without an answer nothing is written. */
export function UnitsDialog({ units, onSave, onClose }: UnitsDialogProps) {
  const { t } = useTranslation("grid");
  const [how, setHow] = useState<UnitChangeWay>("convert");
  const form = useId();
  return (
    <Dialog
      title={t("cells.units.many", { count: units.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cells.units.drop")}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t("cells.units.save")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(how);
        }}
      >
        <UnitWays how={how} onChange={setHow} />
        <div role="group" aria-label={t("cells.units.effect")} className="unit-effects">
          {units.slice(0, MOST_ROWS).map(({ indicator, name, example }) => (
            <p key={indicator}>
              {t("cells.units.change", { where: name, before: example.before, after: example[how] })}
            </p>
          ))}
          {units.length > MOST_ROWS ? (
            <p className="muted">{t("cells.units.moreRows", { count: units.length - MOST_ROWS })}</p>
          ) : null}
        </div>
        {how === "relabel" ? <p className="small muted">{t("cells.units.evidence")}</p> : null}
      </form>
    </Dialog>
  );
}
