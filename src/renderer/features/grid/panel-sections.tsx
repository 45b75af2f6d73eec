import { useTranslation } from "react-i18next";
import { PanelSection } from "../../ui/panel.tsx";
import { CellMark } from "./cell-mark.tsx";
import type { DisagreementView, PlacedStatement } from "./evidence-view.ts";
import { disagreementText } from "./printed-cell.ts";
import { printStatement } from "../../evidence/printed-statement.ts";
import { StatementLine } from "../../evidence/statement-line.tsx";

/** A section that lists statements; nothing where there are none. */
export function StatementsSection(props: {
  readonly title: string;
  readonly statements: readonly PlacedStatement[];
}) {
  const { title, statements } = props;
  if (statements.length === 0) return null;
  return (
    <PanelSection title={title}>
      <ul className="statement-list">
        {statements.map(({ statement, plan }) => (
          <StatementLine key={statement.id} statement={statement} plan={plan} />
        ))}
      </ul>
    </PanelSection>
  );
}

/** What is stated differently, which statement the plan's table goes by, and why. */
export function DisagreementSection({ disagreement }: { readonly disagreement: DisagreementView }) {
  const { t } = useTranslation("grid");
  const { statements, official, reason } = disagreement;
  const wordings = [...new Set(statements.map(({ statement, plan }) => printStatement(plan, statement, t)))];
  return (
    <div className="panel-section disagreement">
      <h3>
        <CellMark kind="disagreement" />
        {disagreementText({ places: statements.length, wordings }, t)}
      </h3>
      <ul className="statement-list">
        {statements.map(({ statement, plan }) => (
          <StatementLine
            key={statement.id}
            statement={statement}
            plan={plan}
            official={statement.id === official}
          />
        ))}
      </ul>
      {reason === null ? null : <p className="small">{t("disagreement.reason", { reason })}</p>}
      {official === null ? <p className="small">{t("disagreement.unsettled")}</p> : null}
    </div>
  );
}
