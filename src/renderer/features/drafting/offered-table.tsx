import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { offeredBySuperior } from "#core/drafting/target-question.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import { moveInColumn } from "./column-keys.ts";
import { LastTarget } from "./last-target.tsx";
import { PagedRows } from "./paged-rows.tsx";
import { SelectAll } from "./select-all.tsx";
import type { DraftingView } from "./use-drafting.ts";
import { withMarked } from "./with-marked.ts";

/** 上位规划有、前期无: indicators of the superior plan that can be taken up, those with a target first. */
export function OfferedTable({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const { predecessor, superior, drafting, change } = view;
  const offered = useMemo(() => {
    const rows = superior === null ? [] : offeredBySuperior(predecessor.plan, superior.plan);
    return [...rows].sort((a, b) => Number(b.targets.length > 0) - Number(a.targets.length > 0));
  }, [predecessor.plan, superior]);
  if (superior === null || offered.length === 0) return null;
  const taken = offered.filter(({ id }) => drafting.adopted.has(id));
  const take = (ids: readonly IndicatorId[], on: boolean) =>
    change({ adopted: withMarked(drafting.adopted, ids, on) });
  return (
    <section className="drafting-offered" aria-label={t("offered.title", { count: offered.length })}>
      <h3>{t("offered.title", { count: offered.length })}</h3>
      <p className="muted small">{t("offered.hint", { title: superior.plan.title })}</p>
      <table onKeyDown={moveInColumn}>
        <thead>
          <tr>
            <th scope="col" className="mark">
              <SelectAll
                label={t("offered.takeAll")}
                all={offered.length}
                marked={taken.length}
                onMark={(on) =>
                  take(
                    offered.map(({ id }) => id),
                    on,
                  )
                }
              />
            </th>
            <th scope="col">{t("columns.name")}</th>
            <th scope="col" className="unit">
              {t("columns.unit")}
            </th>
            <th scope="col" className="wording">
              {t("columns.superiorTarget")}
            </th>
          </tr>
        </thead>
        <tbody>
          <PagedRows rows={offered} keyOf={({ id }) => id} columns={4}>
            {(row) => (
              <tr>
                <td className="mark" data-column="take">
                  <input
                    type="checkbox"
                    className="check"
                    aria-label={t("offered.take", { name: row.name })}
                    checked={drafting.adopted.has(row.id)}
                    onChange={(event) => take([row.id], event.target.checked)}
                  />
                </td>
                <th scope="row" className="name" title={row.name}>
                  {row.name}
                </th>
                <td className="unit">{row.unit}</td>
                <td>
                  <LastTarget row={row} />
                </td>
              </tr>
            )}
          </PagedRows>
        </tbody>
      </table>
    </section>
  );
}
