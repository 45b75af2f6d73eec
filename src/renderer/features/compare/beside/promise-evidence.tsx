import { useTranslation } from "react-i18next";
import type { PlanPromise } from "#core/compare/beside/promise.ts";
import type { StatementId } from "#core/plan/ids.ts";
import type { Statement } from "#core/plan/statement.ts";
import { EvidenceSourceCard } from "../../../evidence/evidence-source-card.tsx";
import { PanelSection } from "../../../ui/panel.tsx";

interface PromiseEvidenceProps {
  readonly title: string;
  readonly promise: PlanPromise;
}

/** Where the target of one side stands in its document, and where its base does. */
export function PromiseEvidence({ title, promise }: PromiseEvidenceProps) {
  const { t } = useTranslation("beside");
  const { plan, target, indicator, base } = promise;
  const backing = statementOf(promise, target?.statement ?? null);
  const start = indicator.sources.find(({ year }) => year === base?.year)?.statement ?? null;
  const from = start === target?.statement ? null : statementOf(promise, start);
  return (
    <PanelSection title={title}>
      {backing === null && target !== null ? <p className="small muted">{t("evidence.own")}</p> : null}
      {backing === null ? null : (
        <EvidenceSourceCard plan={plan} evidence={backing.evidence} note={backing.note} statement={backing} />
      )}
      {from === null ? null : (
        <>
          <p className="small muted side-evidence-base">{t("evidence.base")}</p>
          <EvidenceSourceCard plan={plan} evidence={from.evidence} note={from.note} statement={from} />
        </>
      )}
      {backing === null && from === null && target === null ? (
        <p className="small muted">{t("evidence.nothing")}</p>
      ) : null}
    </PanelSection>
  );
}

function statementOf({ plan }: PlanPromise, id: StatementId | null): Statement | null {
  return id === null ? null : (plan.statements.find((statement) => statement.id === id) ?? null);
}
