import "./source-card.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { sectionPath } from "#core/plan/section-path.ts";
import type { Evidence, Statement } from "#core/plan/statement.ts";
import { periodText } from "../i18n/statement-text.ts";
import { PassageBlock } from "./passage-block.tsx";
import { StatementLine } from "./statement-line.tsx";

interface EvidenceSourceCardProps {
  /** The plan whose document it stands in. */
  readonly plan: Plan;
  readonly evidence: Evidence | null;
  readonly note?: string | null;
  /** The statement that stands there; without it the place is that of a task or a clause. */
  readonly statement?: Statement;
}

/** A place in a plan's document: section, line and characters, and for a statement how its year and value are known. */
export function EvidenceSourceCard({ plan, evidence, note = null, statement }: EvidenceSourceCardProps) {
  const { t } = useTranslation("grid");
  const section = evidence === null ? [] : sectionPath(plan.outline, evidence);
  return (
    <div className="source-card">
      <strong>{plan.title}</strong>
      <dl>
        {section.length === 0 ? null : (
          <Term name={t("panel.section")}>{section.map(({ heading }) => heading).join(" › ")}</Term>
        )}
        {evidence === null ? null : (
          <Term name={t("panel.locator")}>{t("panel.lineAndPoints", { ...evidence })}</Term>
        )}
        {statement === undefined ? null : <StatementTerms statement={statement} plan={plan} />}
        {note === null ? null : <Term name={t("panel.note")}>{note}</Term>}
      </dl>
      <PassageBlock plan={plan} places={placesOf(plan, evidence, statement)} />
    </div>
  );
}

/** Where the text of a source stands; for a derived value without a place of its own, where those stand that it came from. */
function placesOf(
  plan: Plan,
  evidence: Evidence | null,
  statement: Statement | undefined,
): readonly Evidence[] {
  if (evidence !== null) return [evidence];
  const from = statement?.derivation?.from ?? [];
  return plan.statements.flatMap((each) =>
    from.includes(each.id) && each.evidence !== null ? [each.evidence] : [],
  );
}

/** How the year of a statement is known, what it covers, and what it was derived from. */
function StatementTerms({ statement, plan }: { readonly statement: Statement; readonly plan: Plan }) {
  const { t } = useTranslation("grid");
  const { year, yearBasis, derivation } = statement;
  const period = periodText(statement, t);
  const read = year === null || yearBasis === null || yearBasis === "stated" ? null : { year, yearBasis };
  return (
    <>
      {period === null ? null : <Term name={t("panel.period")}>{period}</Term>}
      {read === null ? null : (
        <Term name={t("panel.yearKnown")}>
          {t("panel.yearBasis", { year: read.year, basis: t(`panel.inheritedFrom.${read.yearBasis}`) })}
        </Term>
      )}
      {derivation === null ? null : <Term name={t("panel.formula")}>{derivation.formula}</Term>}
      {derivation === null ? null : (
        <Term name={t("panel.derivedFrom")}>
          <ul className="statement-list">
            {derivation.from.map((id) => {
              const from = plan.statements.find((each) => each.id === id);
              return from === undefined ? null : <StatementLine key={id} statement={from} plan={plan} />;
            })}
          </ul>
        </Term>
      )}
    </>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
