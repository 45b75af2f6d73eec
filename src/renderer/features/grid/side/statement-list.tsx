import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { matchesPinyin } from "../../../ui/pinyin.ts";
import { Segment } from "../../../ui/segment.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { CellMark } from "../cell-mark.tsx";
import type { DisagreementIndex } from "../disagreement-index.ts";
import { changeGridView, type Picked, useGridView } from "../grid-session.ts";
import { statementCaption } from "../../../i18n/statement-text.ts";
import { placeText } from "../../../evidence/printed-statement.ts";
import { ChoiceList, choiceProps } from "./choice-list.tsx";
import {
  matchesSearch,
  passesStatementFilter,
  STATEMENT_FILTERS,
  statementCounts,
  type StatementFilter,
  type StatementQuery,
  type StatementRow,
  statementRows,
} from "./statement-rows.ts";

interface StatementListProps {
  readonly plan: Plan;
  readonly disagreements: DisagreementIndex;
  readonly picked: Picked | null;
  readonly indicator: string | null;
  readonly onPick: (picked: Picked) => void;
  readonly onEnterGrid: () => void;
}

/** All statements of the plan with filters; the one that is chosen leads to its cell. */
export function StatementList(props: StatementListProps) {
  const { plan, disagreements, picked, indicator, onPick, onEnterGrid } = props;
  const { t } = useTranslation("grid");
  const { statements: query } = useGridView(plan.id);
  const { search, filter, followsRow } = query;
  const rows = useMemo(() => statementRows(plan, disagreements), [plan, disagreements]);
  const about = followsRow ? indicator : null;
  const found = useMemo(
    () =>
      rows.filter(
        (row) => (about === null || row.indicator === about) && matchesSearch(row, search, matchesPinyin),
      ),
    [rows, about, search],
  );
  const shown = useMemo(() => found.filter((row) => passesStatementFilter(row, filter)), [found, filter]);
  if (rows.length === 0) return <EmptyState text={t("side.statements.empty")} />;
  const ask = (change: Partial<StatementQuery>) =>
    changeGridView(plan.id, { statements: { ...query, ...change } });
  const all = { filter: "all", search: "", followsRow: false } as const;
  return (
    <>
      <StatementTools query={query} counts={statementCounts(found)} onAsk={ask} />
      {shown.length === 0 ? (
        <EmptyState
          text={t("side.statements.none")}
          actions={<Button onClick={() => ask(all)}>{t("side.statements.showAll")}</Button>}
        />
      ) : (
        <StatementChoices
          rows={shown}
          chosen={picked?.kind === "statement" ? picked.id : null}
          onPick={onPick}
          onEnterGrid={onEnterGrid}
        />
      )}
    </>
  );
}

interface StatementChoicesProps {
  readonly rows: readonly StatementRow[];
  readonly chosen: string | null;
  readonly onPick: (picked: Picked) => void;
  readonly onEnterGrid: () => void;
}

const StatementChoices = memo(function StatementChoices(props: StatementChoicesProps) {
  const { rows, chosen, onPick, onEnterGrid } = props;
  const { t } = useTranslation("grid");
  const rowOf = (id: string | null) => rows.find((row) => row.id === id);
  return (
    <ChoiceList
      label={t("side.statements.list")}
      ids={rows.map(({ id }) => id)}
      chosen={chosen}
      onChoose={(id) => {
        const row = rowOf(id);
        if (row !== undefined) onPick({ kind: "statement", id: row.id });
      }}
      onEnter={() => {
        // Without an indicator there is no cell to go to.
        if ((rowOf(chosen)?.indicator ?? null) !== null) onEnterGrid();
      }}
    >
      {rows.map((row) => (
        <StatementEntry key={row.id} {...row} chosen={row.id === chosen} />
      ))}
    </ChoiceList>
  );
});

interface StatementToolsProps {
  readonly query: StatementQuery;
  readonly counts: Readonly<Record<StatementFilter, number>>;
  readonly onAsk: (change: Partial<StatementQuery>) => void;
}

function StatementTools({ query, counts, onAsk }: StatementToolsProps) {
  const { t } = useTranslation("grid");
  return (
    <div className="statement-tools">
      <Segment
        label={t("side.statements.filter")}
        options={STATEMENT_FILTERS.map((value) => ({
          value,
          label: t(`side.statements.filters.${value}`),
          count: counts[value],
        }))}
        value={query.filter}
        onChange={(filter) => onAsk({ filter })}
      />
      <div className="find">
        <input
          type="search"
          className="input"
          aria-label={t("side.statements.search")}
          placeholder={t("side.statements.hint")}
          value={query.search}
          onChange={(event) => onAsk({ search: event.target.value })}
        />
        <label>
          <input
            type="checkbox"
            className="check"
            checked={query.followsRow}
            onChange={(event) => onAsk({ followsRow: event.target.checked })}
          />
          {t("side.statements.followsRow")}
        </label>
      </div>
    </div>
  );
}

// Flat properties: typing in the grid makes the rows anew, and those that are as before must not be drawn again.
const StatementEntry = memo(function StatementEntry(row: StatementRow & { readonly chosen: boolean }) {
  const { t } = useTranslation("grid");
  const about = row.about ?? t("side.statements.unnamed");
  const wording = row.wording ?? t("side.statements.noFigure");
  const place = placeText(row, t);
  const how = t(row.table ? "side.statements.table" : "side.statements.prose");
  const where = place === null ? "" : `${how} · ${place}`;
  const period = row.since === null || row.year === null ? null : { start: row.since, end: row.year };
  const caption = statementCaption({ ...row, period, wording: row.tag }, t);
  const read = row.kind !== "derived" && row.yearBasis !== null && row.yearBasis !== "stated";
  const known = read ? t(`yearBasis.${row.yearBasis}`) : null;
  return (
    <div
      {...choiceProps(row.id, row.chosen)}
      className="statement-row"
      title={[t("side.statements.tip", { about, wording }), row.note].filter(Boolean).join("\n")}
    >
      <span className="line">
        <span className="about">{about}</span>
        <b>{wording}</b>
      </span>
      <span className="line aside">
        <span>{[caption, known].filter(Boolean).join(" · ")}</span>
        {row.official ? <Tag>{t("side.statements.official")}</Tag> : null}
        {row.disagrees ? (
          <span className="tag differs">
            <CellMark kind="disagreement" />
            {t("side.statements.differs")}
          </span>
        ) : null}
        <span className="place">{where}</span>
      </span>
    </div>
  );
});
