import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConceptRow } from "#core/compare/concept-row.ts";
import { plansOf } from "#core/compare/concept-table.ts";
import type { ConceptId, StatementId } from "#core/plan/ids.ts";
import { useLocation } from "wouter";
import type { ListedPlan } from "../../data/use-plans.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice, type NoticeTone } from "../../ui/notice.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { CellNote } from "./cell-note.tsx";
import { useCompareView } from "./compare-session.ts";
import { arrangementOf, comparisonChart, type ComparisonSource, fitsTogether } from "./comparison-view.ts";
import { ConceptChart } from "./concept-chart.tsx";
import { ConceptGrid } from "./concept-grid.tsx";
import type { CellPlace } from "./concept-grid-row.tsx";
import { ConceptHead } from "./concept-head.tsx";
import type { ConceptStudy } from "./concept-study.ts";
import { tableText } from "./table-text.ts";
import { useConceptStudy } from "./use-concept-study.ts";

interface ConceptViewProps {
  readonly plans: readonly ListedPlan[];
  readonly concept: ConceptId;
  readonly lead: ReactNode;
  readonly list: ReactNode;
}

const NOTHING: ReadonlySet<ConceptId> = new Set();

/** The list of concepts with the one that is open beside it. */
export function ConceptView({ plans, concept, lead, list }: ConceptViewProps) {
  const { t } = useTranslation("compare");
  const study = useConceptStudy(plans, concept);
  const [told, setTold] = useState<{ readonly tone: NoticeTone; readonly text: string } | null>(null);
  const copy = async (shown: ConceptStudy) => {
    try {
      await navigator.clipboard.writeText(tableText(shown, t));
      setTold({ tone: "done", text: t("copy.done") });
    } catch {
      // The system may refuse its clipboard while another program holds it.
      setTold({ tone: "error", text: t("copy.failed") });
    }
  };
  return (
    <Room
      title={t("title")}
      lead={lead}
      actions={
        study === null ? undefined : (
          <Button icon="copy" onClick={() => void copy(study)}>
            {t("copy.deed")}
          </Button>
        )
      }
      notice={
        told === null ? undefined : (
          <Notice
            tone={told.tone}
            title={told.text}
            dismiss={{ label: t("copy.dismiss"), onDismiss: () => setTold(null) }}
          />
        )
      }
      status={study === null ? undefined : <CompareStatus study={study} />}
    >
      <div className="compare">
        {list}
        {study === null ? <EmptyState text={t("head.missing")} /> : <Study key={concept} study={study} />}
      </div>
    </Room>
  );
}

/** Head, table and chart of one concept. */
function Study({ study }: { readonly study: ConceptStudy }) {
  const { t } = useTranslation("compare");
  const [, go] = useLocation();
  const [place, setPlace] = useState<CellPlace | null>(null);
  const { drawn: all, arrangement } = useCompareView();
  const drawn = all.get(study.table.concept.id) ?? NOTHING;
  const source = useMemo<ComparisonSource>(
    () => ({ ...study, drawn, arrangement }),
    [study, drawn, arrangement],
  );
  const chart = useMemo(() => comparisonChart(source, t), [source, t]);
  const open = (row: ConceptRow, year: number | null) => {
    const statement = statementAt(row, year);
    go(statement === null ? paths.indicator(row.plan, row.indicator) : paths.statement(row.plan, statement));
  };
  const empty = study.table.rows.length === 0 && study.table.relatives.length === 0;
  return (
    <div className="concept-study">
      <ConceptHead study={study} />
      {empty ? (
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
            <ConceptGrid study={study} drawn={drawn} onOpen={open} onLook={setPlace} />
          </section>
          <CellNote study={study} place={place} />
          <ConceptChart
            chart={chart}
            arrangement={arrangementOf(source)}
            fitsTogether={fitsTogether(source)}
            dashed={chart?.panels.some(({ lines }) => lines.some(({ caliber }) => caliber !== null)) ?? false}
          />
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

function CompareStatus({ study }: { readonly study: ConceptStudy }) {
  const { t } = useTranslation("compare");
  const { rows, relatives } = study.table;
  const cells = rows.flatMap((row) => row.cells);
  const count = (has: (cell: (typeof cells)[number]) => boolean) => cells.filter(has).length;
  return (
    <>
      <span>
        {t("status.counts", {
          plans: plansOf(rows).length,
          values: count(({ observed }) => observed !== null),
          targets: count(({ planned }) => planned !== null),
        })}
      </span>
      {relatives.length === 0 ? null : <span>{t("status.relatives", { count: relatives.length })}</span>}
      <span className="spacer" />
      <span>{t("status.unit")}</span>
    </>
  );
}
