import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ConceptRow } from "#core/compare/concept-row.ts";
import type { StatementId } from "#core/plan/ids.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { CellNote } from "./cell-note.tsx";
import { ConceptChart } from "./concept-chart.tsx";
import { ConceptGrid } from "./concept-grid.tsx";
import type { CellPlace } from "./concept-grid-row.tsx";
import { ConceptHead } from "./concept-head.tsx";
import { allRows, type ConceptStudy } from "./concept-study.ts";
import type { Comparison } from "./use-comparison.ts";

interface StudyPaneProps {
  readonly study: ConceptStudy;
  readonly comparison: Comparison;
}

/** Head, table and chart of one concept. */
export function StudyPane({ study, comparison }: StudyPaneProps) {
  const { t } = useTranslation("compare");
  const [, go] = useLocation();
  const [place, setPlace] = useState<CellPlace | null>(null);
  const open = (row: ConceptRow, year: number | null) => {
    const statement = statementAt(row, year);
    go(statement === null ? paths.indicator(row.plan, row.indicator) : paths.statement(row.plan, statement));
  };
  return (
    <div className="concept-study">
      <ConceptHead study={study} />
      {allRows(study.table).length === 0 ? (
        <EmptyState text={t("head.notUsed")} />
      ) : (
        <>
          <section
            className="concept-values"
            aria-label={t("table.label")}
            data-region
            tabIndex={-1}
            onPointerLeave={() => setPlace(null)}
          >
            <ConceptGrid study={study} drawn={comparison.drawn} onOpen={open} onLook={setPlace} />
          </section>
          <CellNote study={study} place={place} />
          <ConceptChart {...comparison} />
        </>
      )}
    </div>
  );
}

/** The statement behind what a row says of a year. */
function statementAt(row: ConceptRow, year: number | null): StatementId | null {
  const cell = row.cells.find((candidate) => candidate.year === year);
  return (cell?.planned ?? cell?.observed)?.statement ?? null;
}
