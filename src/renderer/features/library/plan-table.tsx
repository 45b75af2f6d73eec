import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { useRowChoice } from "../../ui/use-row-choice.ts";
import { PlanRow } from "./plan-row.tsx";
import type { YearSpan } from "./sparkline-shape.ts";

interface PlanTableProps {
  readonly entries: readonly LibraryEntry[];
  readonly selected: PlanId | null;
  readonly span: YearSpan;
  readonly onSelect: (id: PlanId) => void;
  readonly onOpen: (id: PlanId) => void;
}

/** The plans as a table of one tab stop: arrows, Home and End select, Enter opens. */
export function PlanTable({ entries, selected, span, onSelect, onOpen }: PlanTableProps) {
  const { t } = useTranslation("library");
  const [now] = useState(() => Date.now());
  const at = entries.findIndex(({ id }) => id === selected);
  const { body, onKeyDown } = useRowChoice({
    ...{ rows: entries, at },
    onSelect: ({ id }) => onSelect(id),
    onOpen: ({ id }) => onOpen(id),
  });
  return (
    <table role="grid" aria-label={t("table.label")} className="plans">
      <colgroup>
        <col className="col-plan" />
        <col className="col-period" />
        <col className="col-count" />
        <col className="col-count" />
        <col />
        <col className="col-updated" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t("table.plan")}</th>
          <th scope="col">{t("table.period")}</th>
          <th scope="col" className="num">
            {t("table.indicators")}
          </th>
          <th scope="col" className="num">
            {t("table.targets")}
          </th>
          <th scope="col">{t("table.highlight")}</th>
          <th scope="col">{t("table.updated")}</th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {entries.map((entry, index) => (
          <PlanRow
            key={entry.id}
            entry={entry}
            selected={entry.id === selected}
            tabStop={index === Math.max(0, at)}
            span={span}
            now={now}
            onSelect={onSelect}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}
