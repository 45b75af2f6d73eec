import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConceptRow } from "#core/compare/concept-row.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import { allRows, type ConceptStudy } from "./concept-study.ts";
import { type CellPlace, ConceptGridRow } from "./concept-grid-row.tsx";
import { RelativeHeading } from "./relative-heading.tsx";

interface ConceptGridProps {
  readonly study: ConceptStudy;
  /** Other calibers that are in the chart. */
  readonly drawn: ReadonlySet<ConceptId>;
  readonly onOpen: (row: ConceptRow, year: number | null) => void;
  /** Told which cell is looked at, by focus or pointer. */
  readonly onLook: (place: CellPlace | null) => void;
}

/** All values and targets, a row an indicator and a column a year: one tab stop, arrows move, Enter goes to the plan. */
export function ConceptGrid({ study, drawn, onOpen, onLook }: ConceptGridProps) {
  const { t } = useTranslation("compare");
  const { table } = study;
  const rows = allRows(table);
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  const columns = table.years.length + 2;
  const focus = (place: CellPlace) => {
    setActive(place);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}-${place.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Alt+← leads back to where the room was entered from.
    if (event.altKey || event.defaultPrevented) return;
    const row = rows[active.row];
    if (event.key === "Enter" && isCell(event.target) && row !== undefined) {
      event.preventDefault();
      onOpen(row, null);
      return;
    }
    const next = moved(event, active, { row: rows.length - 1, column: columns - 1 });
    if (next === null) return;
    event.preventDefault();
    focus(next);
  };
  const shared = { study, active, onOpen, onFocus: setActive, onLook };
  const base = (at: number) =>
    table.relatives.slice(0, at).reduce((sum, { rows: own }) => sum + own.length, table.rows.length);
  return (
    <table
      ref={grid}
      role="grid"
      className="concept-grid"
      aria-label={t("table.caption", { name: study.conceptName(table.concept), unit: table.unit })}
      aria-description={t("table.hint")}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col">{t("table.plan")}</th>
          {table.years.map((year) => (
            <th key={year} scope="col" className="num">
              {year}
            </th>
          ))}
          <th scope="col" className="num">
            {t("table.growth")}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <ConceptGridRow key={row.indicator} {...shared} row={row} at={at} relative={false} />
        ))}
      </tbody>
      {table.relatives.map((relative, group) => (
        <tbody key={relative.concept.id} className="relative">
          <RelativeHeading
            study={study}
            relative={relative}
            drawn={drawn.has(relative.concept.id)}
            columns={columns}
          />
          {relative.rows.map((row, at) => (
            <ConceptGridRow key={row.indicator} {...shared} row={row} at={base(group) + at} relative />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function isCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && "cell" in target.dataset;
}

/** Where a key leads from a cell; `null` for keys that do not move. */
function moved(event: KeyboardEvent, from: CellPlace, last: CellPlace): CellPlace | null {
  const { row, column } = from;
  const whole = event.ctrlKey || event.metaKey;
  const places: Readonly<Record<string, CellPlace>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: whole ? 0 : row, column: 0 },
    End: { row: whole ? last.row : row, column: last.column },
  };
  const place = places[event.key];
  if (place === undefined) return null;
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  return { row: within(place.row, last.row), column: within(place.column, last.column) };
}
