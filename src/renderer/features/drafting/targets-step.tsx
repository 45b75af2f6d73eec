import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { proposeTarget } from "#core/drafting/propose-target.ts";
import { TARGET_RULES } from "#core/drafting/rules/rule-registry.ts";
import { Segment } from "../../ui/segment.tsx";
import { moveInColumn } from "./column-keys.ts";
import { PagedRows } from "./paged-rows.tsx";
import { TargetRow } from "./target-row.tsx";
import type { DraftingView } from "./use-drafting.ts";

/** 目标: a rule for the plan, another one where the planner wants it, and the target in official wording. */
export function TargetsStep({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const { proposed, drafting, change, chosen } = view;
  const before = useMemo(
    () => new Map(view.predecessor.plan.indicators.map((row) => [row.id, row])),
    [view.predecessor.plan],
  );
  const found = useProposalCounts(view);
  return (
    <>
      <div className="drafting-tools">
        <span>{t("targets.rule")}</span>
        <Segment
          label={t("targets.rule")}
          options={TARGET_RULES.map(({ id }) => ({
            value: id,
            label: t(`rules.${id}`),
            ...(id === "leave-open" ? {} : { count: found.get(id) ?? 0 }),
          }))}
          value={drafting.rule}
          onChange={(rule) => change({ rule })}
        />
      </div>
      <div className="drafting-table">
        <table aria-label={t("targets.table")} onKeyDown={moveInColumn}>
          <thead>
            <tr>
              <th scope="col">{t("columns.name")}</th>
              <th scope="col" className="unit">
                {t("columns.unit")}
              </th>
              <th scope="col" className="figure">
                {t("columns.base", { year: chosen.choices.baseYear })}
              </th>
              <th scope="col" className="wording">
                {t("columns.predecessorTarget")}
              </th>
              <th scope="col" className="rule">
                {t("columns.rule")}
              </th>
              <th scope="col" className="target">
                {t("columns.target", { year: chosen.choices.period.end })}
              </th>
              <th scope="col" className="growth">
                {t("columns.growth")}
              </th>
              <th scope="col">{t("columns.ground")}</th>
            </tr>
          </thead>
          <tbody>
            <PagedRows rows={proposed.rows} keyOf={({ from }) => from} columns={8}>
              {(row) => <TargetRow view={view} row={row} predecessor={before.get(row.from)} />}
            </PagedRows>
          </tbody>
        </table>
      </div>
    </>
  );
}

/** For how many indicators each rule has a proposal. */
function useProposalCounts({ proposed: { rows } }: DraftingView) {
  return useMemo(
    () =>
      new Map(
        TARGET_RULES.map((rule) => [
          rule.id,
          rows.filter(({ question }) => proposeTarget(rule, question).ok).length,
        ]),
      ),
    [rows],
  );
}
