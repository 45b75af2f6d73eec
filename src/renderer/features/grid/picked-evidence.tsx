import { useTranslation } from "react-i18next";
import { PanelSection } from "../../ui/panel.tsx";
import { Tag } from "../../ui/tag.tsx";
import { CompareLink } from "./compare-link.tsx";
import { EvidenceSourceCard } from "../../evidence/evidence-source-card.tsx";
import { DisagreementSection, StatementsSection } from "./panel-sections.tsx";
import type { PanelView, SpokenCell } from "./panel-view.ts";
import { columnName, plainText, printCell } from "./printed-cell.ts";
import { statementCaption } from "../../i18n/statement-text.ts";
import { printBodies, printStatement } from "../../evidence/printed-statement.ts";

type StatementPanel = Extract<PanelView, { readonly kind: "statement" }>;
type TaskPanel = Extract<PanelView, { readonly kind: "task" }>;
type ClausePanel = Extract<PanelView, { readonly kind: "clause" }>;

/** One statement: what it says, where it stands, which cell it speaks of, and what disagrees with it. */
export function StatementEvidence({ panel }: { readonly panel: StatementPanel }) {
  const { t } = useTranslation("grid");
  const { placed, about, cell, disagreements, others } = panel;
  const { statement, plan } = placed;
  const title = about === null ? t("panel.statement") : t("panel.statementOf", { about });
  return (
    <>
      <PanelSection title={title}>
        <p className="evidence-value">
          <span className="middling">{printStatement(plan, statement, t)}</span>
          {statement.yearBasis === null ? null : (
            <Tag dashed={statement.yearBasis !== "stated"}>{t(`yearBasis.${statement.yearBasis}`)}</Tag>
          )}
        </p>
        <p className="small muted">{statementCaption(statement, t)}</p>
        <CompareLink concept={statement.concept} />
      </PanelSection>
      <PanelSection title={t("panel.source")}>
        <EvidenceSourceCard
          plan={plan}
          evidence={statement.evidence}
          note={statement.note}
          statement={statement}
        />
      </PanelSection>
      {cell === null ? null : <CellSection cell={cell} />}
      {disagreements.map((disagreement) => (
        <DisagreementSection key={disagreement.statements[0]?.statement.id} disagreement={disagreement} />
      ))}
      <StatementsSection title={t("panel.others")} statements={others} />
    </>
  );
}

function CellSection({ cell }: { readonly cell: SpokenCell }) {
  const { t } = useTranslation("grid");
  const { column, view, backedBy } = cell;
  const printed = printCell(view, column, t);
  const value = view.kind === "target" ? view.wording : plainText(printed);
  const unit = view.kind === "value" ? view.unit : "";
  return (
    <PanelSection title={t("panel.cell")}>
      <p className="small">
        {t("panel.cellValue", {
          column: columnName(column, t),
          value: t("cell.withUnit", { value, unit }).trim(),
        })}
      </p>
      {backedBy === "none" ? null : <p className="small muted">{t(`panel.backedBy.${backedBy}`)}</p>}
    </PanelSection>
  );
}

/** One entry of the programme: its bodies, year, place, and what the text says of it in figures. */
export function TaskEvidence({ panel }: { readonly panel: TaskPanel }) {
  const { t } = useTranslation("grid");
  const { task, plan, parent, statements } = panel;
  const facts = [
    { name: t("panel.within"), value: parent?.name ?? null },
    { name: t("panel.year"), value: task.year === null ? null : t("side.tasks.year", { year: task.year }) },
    { name: t("panel.bodies"), value: task.bodies.length === 0 ? null : printBodies(task.bodies, t) },
  ];
  return (
    <>
      <PanelSection title={t(`side.tasks.kinds.${task.kind}`)}>
        <p className="evidence-value">
          <span className="middling">{task.name}</span>
        </p>
        <Facts facts={facts} />
      </PanelSection>
      <PanelSection title={t("panel.source")}>
        <EvidenceSourceCard plan={plan} evidence={task.evidence} note={task.note} />
      </PanelSection>
      <StatementsSection title={t("panel.statements")} statements={statements} />
    </>
  );
}

/** One clause: what it settles, whom it obliges, and where it stands. */
export function ClauseEvidence({ panel }: { readonly panel: ClausePanel }) {
  const { t } = useTranslation("grid");
  const { clause, plan } = panel;
  const bodies = clause.bodies.length === 0 ? null : printBodies(clause.bodies, t);
  return (
    <>
      <PanelSection title={t("panel.clauseOf", { topic: t(`side.clauses.topics.${clause.topic}`) })}>
        <p>{clause.gist}</p>
        <Facts facts={[{ name: t("panel.bodies"), value: bodies }]} />
      </PanelSection>
      <PanelSection title={t("panel.source")}>
        <EvidenceSourceCard plan={plan} evidence={clause.evidence} />
      </PanelSection>
    </>
  );
}

interface Fact {
  readonly name: string;
  readonly value: string | null;
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
