import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { Tag } from "../ui/tag.tsx";
import { useStatementPicking } from "./statement-picking.ts";
import { statementCaption } from "../i18n/statement-text.ts";
import { printStatement } from "./printed-statement.ts";
import { isFlat } from "./plan-place.ts";

interface StatementLineProps {
  readonly statement: Statement;
  /** The plan that it stands in. */
  readonly plan: Plan;
  /** Whether it is the one that the plan's table goes by. */
  readonly official?: boolean;
}

/** One line of a list of statements: when and what, the value, the place; a click goes to it. */
export function StatementLine({ statement, plan, official = false }: StatementLineProps) {
  const { t } = useTranslation("grid");
  const { has, pick } = useStatementPicking();
  const { id, evidence, note } = statement;
  const caption = statementCaption(statement, t);
  const place =
    evidence === null ? "" : t(isFlat(plan, evidence) ? "panel.point" : "panel.line", { ...evidence });
  return (
    <li title={plan.title}>
      {has(id) ? (
        <button type="button" className="link" onClick={() => pick(id)}>
          {caption}
        </button>
      ) : (
        <span>{caption}</span>
      )}
      <b>{printStatement(plan, statement, t)}</b>
      <span className="muted">{place}</span>
      {official ? (
        <span className="official">
          <Tag>{t("disagreement.official")}</Tag>
        </span>
      ) : null}
      {note === null ? null : <em>{note}</em>}
    </li>
  );
}
