import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Assumption } from "#core/projection/assumption.ts";
import {
  firstAssumption,
  METHOD_NAMES,
  type MethodGround,
  type MethodName,
} from "#core/scenario/first-assumption.ts";
import { scenarioOf } from "#core/scenario/scenario-tree.ts";
import type { SeriesOverride } from "#core/scenario/scenario.ts";
import { sameValue } from "#core/same-value.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
import { assumptionText } from "../../../i18n/assumption-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { AssumptionRow, AssumptionSheet } from "./assumption-sheet.ts";
import { FormulaField } from "./formula-field.tsx";
import { gapText } from "./gap-text.ts";
import { MethodFields } from "./method-fields.tsx";
import { projector } from "./project-assumption.ts";
import { ShockList } from "./shock-list.tsx";
import { Sparkline } from "./sparkline.tsx";

interface AssumptionDialogProps {
  readonly scenarios: PlanScenarios;
  readonly sheet: AssumptionSheet;
  readonly row: AssumptionRow;
  readonly ground: MethodGround;
  readonly onClose: () => void;
}

/** All that a scenario supposes of one series: the method in plain words with a preview, its numbers, shocks, and the range. */
export function AssumptionDialog({ scenarios, sheet, row, ground, onClose }: AssumptionDialogProps) {
  const { t } = useTranslation("studio");
  const { t: told } = useTranslation("assumption");
  const concepts = useConcepts();
  const [assumption, setAssumption] = useState<Assumption>(row.plan.assumption);
  const [shocks, setShocks] = useState(row.plan.shocks);
  const [clamp, setClamp] = useState(row.plan.clamp);
  const project = useMemo(
    () => projector(scenarios, concepts, sheet, row),
    [scenarios, concepts, sheet, row],
  );
  const shown = project({ assumption, shocks, clamp });
  const parts = changedParts(row, { assumption, shocks, clamp });
  const apply = () => {
    if (Object.keys(parts).length > 0)
      scenarios.edit({ type: "setOverride", scenario: sheet.scenario, series: row.id, parts });
    onClose();
  };
  return (
    <Dialog
      wide
      title={t("dialog.title", { name: row.name, scenario: scenarioOf(scenarios.tree, sheet.scenario).name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            disabledReason={scenarios.canEdit ? undefined : t("readOnly")}
            onClick={apply}
          >
            {t("dialog.apply")}
          </Button>
        </>
      }
    >
      <div className="assumption-dialog">
        <MethodChoice
          {...{ sheet, row, ground, project }}
          chosen={assumption.method}
          onChoose={setAssumption}
        />
        {assumption.method === "formula" ? (
          <FormulaField
            text={assumption.text}
            unit={row.unit}
            sheet={sheet}
            onChange={(text) => setAssumption({ method: "formula", text })}
          />
        ) : (
          <MethodFields assumption={assumption} unit={row.unit} ground={ground} onChange={setAssumption} />
        )}
        <ShockList {...{ shocks, sheet }} unit={row.unit} onChange={setShocks} />
        {row.series.range === null ? null : (
          <label className="fields">
            <input type="checkbox" checked={clamp} onChange={(event) => setClamp(event.target.checked)} />
            {t("dialog.clamp")}
          </label>
        )}
        <p role="status">
          {shown.gap === null ? assumptionText(assumption, row.unit, told) : gapText(shown.gap, sheet, t)}
        </p>
      </div>
    </Dialog>
  );
}

interface MethodChoiceProps extends Pick<AssumptionDialogProps, "sheet" | "row" | "ground"> {
  readonly project: ReturnType<typeof projector>;
  readonly chosen: MethodName;
  /** Another method is chosen, with what it begins with. */
  readonly onChoose: (offered: Assumption) => void;
}

/** The methods, each with its course and what it supposes in plain words. */
function MethodChoice({ sheet, row, ground, project, chosen, onChoose }: MethodChoiceProps) {
  const { t } = useTranslation("studio");
  const { t: told } = useTranslation("assumption");
  const offers = useMemo(
    () =>
      METHOD_NAMES.map((method) => {
        const offered =
          method === row.plan.assumption.method ? row.plan.assumption : firstAssumption(method, ground);
        return { method, offered, ...project({ assumption: offered }) };
      }),
    [row, ground, project],
  );
  return (
    <fieldset className="methods">
      <legend className="visually-hidden">{t("column.method")}</legend>
      {offers.map(({ method, offered, points, gap }) => (
        <label key={method}>
          <Sparkline known={row.series.known} projected={points} />
          <span>
            <input
              type="radio"
              name="method"
              checked={method === chosen}
              onChange={() => {
                if (method !== chosen) onChoose(offered);
              }}
            />{" "}
            {told(`name.${method}`)}
            <small>
              {offered.method === "formula" && offered.text === ""
                ? t("formula.hint")
                : gap === null
                  ? assumptionText(offered, row.unit, told)
                  : gapText(gap, sheet, t)}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What of the parts is another than what holds now. */
function changedParts(
  { plan }: AssumptionRow,
  set: Required<Pick<SeriesOverride, "assumption" | "shocks" | "clamp">>,
): SeriesOverride {
  return {
    ...(sameValue(plan.assumption, set.assumption) ? {} : { assumption: set.assumption }),
    ...(sameValue(plan.shocks, set.shocks) ? {} : { shocks: set.shocks }),
    ...(plan.clamp === set.clamp ? {} : { clamp: set.clamp }),
  };
}
