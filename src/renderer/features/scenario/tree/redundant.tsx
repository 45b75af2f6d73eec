import { useTranslation } from "react-i18next";
import { type OverridePlace, redundantOverrides } from "#core/scenario/edit-scenarios.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf, type ScenarioTree } from "#core/scenario/scenario-tree.ts";
import { Button } from "../../../ui/button.tsx";

interface RedundantProps {
  readonly tree: ScenarioTree;
  /** One that has just gone below another parent. */
  readonly scenario: ScenarioId;
  readonly onDrop: (places: readonly OverridePlace[]) => void;
  readonly onKeep: () => void;
}

/** What a moved scenario sets that it would inherit anyway now, and whether to keep it. */
export function Redundant({ tree, scenario, onDrop, onKeep }: RedundantProps) {
  const { t } = useTranslation("studio");
  const places = redundantOverrides(tree, scenario);
  if (places.length === 0) return null;
  return (
    <div className="scenario-redundant" role="status">
      <p>{t("tree.redundant", { name: scenarioOf(tree, scenario).name, count: places.length })}</p>
      <Button onClick={() => onDrop(places)}>{t("tree.dropRedundant")}</Button>
      <Button variant="quiet" onClick={onKeep}>
        {t("tree.keepRedundant")}
      </Button>
    </div>
  );
}
