import { useTranslation } from "react-i18next";
import type { CellPlace } from "./concept-grid-row.tsx";
import { allRows, cellOf, type ConceptStudy, statementOf } from "./concept-study.ts";
import { printCell } from "./printed-cell.ts";

interface CellNoteProps {
  readonly study: ConceptStudy;
  readonly place: CellPlace | null;
}

/** What the cell that is looked at says and where it stands, in one line below the grid. */
export function CellNote({ study, place }: CellNoteProps) {
  const { t } = useTranslation("compare");
  const row = place === null ? undefined : allRows(study.table)[place.row];
  const year = place === null ? undefined : study.table.years[place.column - 1];
  const cell = row === undefined || year === undefined ? null : cellOf(row, year);
  if (row === undefined || cell === null) {
    return (
      <p className="cell-note muted">{row === undefined ? t("table.hint") : study.planTitle(row.plan)}</p>
    );
  }
  const { observed, planned } = cell;
  const statement = statementOf(study, row.plan, (planned ?? observed)?.statement ?? null);
  const line = statement?.evidence?.line;
  return (
    <p className="cell-note">
      <b>{study.planTitle(row.plan)}</b>
      <span>{year}</span>
      {printCell(cell, row, t).map(({ kind, text, aside }) => (
        <span key={kind}>
          {text} <small>{aside}</small>
        </span>
      ))}
      <span className="muted">
        {line === undefined ? t("note.own") : t("note.line", { line })}
        {statement?.derivation === null || statement === null ? null : `　${statement.derivation.formula}`}
      </span>
      {statement?.note === null || statement === null ? null : <em className="muted">{statement.note}</em>}
    </p>
  );
}
