import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Driver } from "#core/scenario/driver.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { DriverEditor } from "./driver-editor.tsx";
import { blankDriver, catalogueDriver, offeredConcepts } from "./new-driver.ts";
import "./drivers.css";

interface DriverDialogProps {
  readonly scenarios: PlanScenarios;
  readonly onClose: () => void;
}

/** The series that the plan's indicators depend on: a list, and an editor of the chosen one. */
export function DriverDialog({ scenarios, onClose }: DriverDialogProps) {
  const { t, i18n } = useTranslation("studio");
  const concepts = useConcepts();
  const { plan, drivers, canEdit, edit } = scenarios;
  const [chosen, choose] = useState<string | null>(drivers[0]?.id ?? null);
  const [fresh, setFresh] = useState<Driver | null>(null);
  const driver = fresh ?? drivers.find(({ id }) => id === chosen) ?? null;
  const blocked = canEdit ? undefined : t("readOnly");
  const offered = offeredConcepts(plan, drivers, concepts);
  return (
    <Dialog
      wide
      title={t("drivers.title")}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t("close")}</Button>}
    >
      <div className="drivers">
        <div>
          <ul aria-label={t("drivers.list")}>
            {drivers.map(({ id, name, unit }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-pressed={fresh === null && id === chosen}
                  onClick={() => {
                    setFresh(null);
                    choose(id);
                  }}
                >
                  {name} <small>{unit}</small>
                </button>
              </li>
            ))}
          </ul>
          {drivers.length === 0 ? <p>{t("drivers.none")}</p> : null}
          <select
            className="input"
            aria-label={t("drivers.fromCatalogue")}
            value=""
            disabled={!canEdit}
            onChange={(event) => {
              const concept = offered.find(({ id }) => id === event.target.value);
              if (concept !== undefined) setFresh(catalogueDriver(concept));
            }}
          >
            <option value="">{t("drivers.fromCatalogue")}</option>
            {offered.map((concept) => (
              <option key={concept.id} value={concept.id}>
                {i18n.language === "en" ? concept.en : concept.zh}
              </option>
            ))}
          </select>
          <Button
            icon="plus"
            disabledReason={blocked}
            onClick={() => setFresh(blankDriver(t("drivers.newName")))}
          >
            {t("drivers.own")}
          </Button>
        </div>
        {driver === null ? (
          <p>{t("drivers.choose")}</p>
        ) : (
          <DriverEditor
            key={driver.id}
            {...{ driver, plan, blocked }}
            isNew={fresh !== null}
            onKeep={(kept) => {
              edit({ type: fresh === null ? "editDriver" : "addDriver", driver: kept });
              setFresh(null);
              choose(kept.id);
            }}
            onRemove={() => {
              if (fresh === null) edit({ type: "removeDriver", driver: driver.id });
              setFresh(null);
              choose(drivers.find(({ id }) => id !== driver.id)?.id ?? null);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
