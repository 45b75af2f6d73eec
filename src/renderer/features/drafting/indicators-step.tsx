import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FateChoice } from "#core/drafting/draft-choices.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Indicator } from "#core/plan/plan.ts";
import { Segment } from "../../ui/segment.tsx";
import { BulkFate } from "./bulk-fate.tsx";
import { moveInColumn } from "./column-keys.ts";
import { FateRow } from "./fate-row.tsx";
import { OfferedTable } from "./offered-table.tsx";
import { PagedRows } from "./paged-rows.tsx";
import { SelectAll } from "./select-all.tsx";
import type { DraftingView } from "./use-drafting.ts";
import { withMarked } from "./with-marked.ts";

const SHOWN = ["all", "with-target", "without-target"] as const;
type Shown = (typeof SHOWN)[number];

/** 指标: what becomes of each indicator of the predecessor, and what the superior plan has beyond them. */
export function IndicatorsStep({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const [shown, setShown] = useState<Shown>("all");
  const [marked, setMarked] = useState<ReadonlySet<IndicatorId>>(new Set());
  const { indicators } = view.predecessor.plan;
  const counts = {
    all: indicators.length,
    "with-target": indicators.filter((row) => isShown(row, "with-target")).length,
    "without-target": indicators.filter((row) => isShown(row, "without-target")).length,
  };
  const rows = indicators.filter((row) => isShown(row, shown));
  const chosen = rows.filter(({ id }) => marked.has(id)).map(({ id }) => id);
  const setFates = (ids: readonly IndicatorId[], choice: FateChoice) => {
    const fates = new Map(view.drafting.fates);
    for (const id of ids) fates.set(id, choice);
    view.change({ fates });
  };
  const mark = (ids: readonly IndicatorId[], on: boolean) => setMarked(withMarked(marked, ids, on));
  return (
    <>
      <div className="drafting-tools">
        <Segment
          label={t("indicators.filter")}
          options={SHOWN.map((value) => ({
            value,
            label: t(`indicators.shown.${value}`),
            count: counts[value],
          }))}
          value={shown}
          onChange={setShown}
        />
        <BulkFate chosen={chosen.length} onChoose={(choice) => setFates(chosen, choice)} />
      </div>
      <div className="drafting-table">
        <table aria-label={t("indicators.table")} onKeyDown={moveInColumn}>
          <thead>
            <tr>
              <th scope="col" className="mark">
                <SelectAll
                  label={t("indicators.markAll")}
                  all={rows.length}
                  marked={chosen.length}
                  onMark={(on) =>
                    mark(
                      rows.map(({ id }) => id),
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
                {t("columns.predecessorTarget")}
              </th>
              <th scope="col" className="fate">
                {t("columns.fate")}
              </th>
              <th scope="col" className="reason">
                {t("columns.reason")}
              </th>
            </tr>
          </thead>
          <tbody>
            <PagedRows key={shown} rows={rows} keyOf={({ id }) => id} columns={6}>
              {(row) => (
                <FateRow
                  row={row}
                  choice={view.drafting.fates.get(row.id) ?? KEPT}
                  marked={marked.has(row.id)}
                  onMark={(on) => mark([row.id], on)}
                  onChoose={(choice) => setFates([row.id], choice)}
                />
              )}
            </PagedRows>
          </tbody>
        </table>
        <OfferedTable view={view} />
      </div>
    </>
  );
}

const KEPT: FateChoice = { fate: "kept" };

function isShown({ targets }: Indicator, shown: Shown): boolean {
  switch (shown) {
    case "all":
      return true;
    case "with-target":
      return targets.length > 0;
    case "without-target":
      return targets.length === 0;
  }
}
