import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { isShortcut } from "../../ui/is-shortcut.ts";
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
  const body = useRef<HTMLTableSectionElement>(null);
  const at = entries.findIndex(({ id }) => id === selected);
  useEffect(() => {
    const row = body.current?.rows[at];
    row?.scrollIntoView({ block: "nearest" });
    // The focus follows the selection only when it was on a row already.
    if (body.current?.contains(document.activeElement) === true) row?.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isShortcut(event)) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: entries.length - 1,
    };
    const target = steps[event.key];
    const row = target === undefined ? undefined : entries[Math.min(entries.length - 1, Math.max(0, target))];
    if (event.key === "Enter" && selected !== null) onOpen(selected);
    else if (row === undefined) return;
    else onSelect(row.id);
    event.preventDefault();
  };
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
