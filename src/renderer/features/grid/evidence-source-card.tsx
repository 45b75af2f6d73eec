import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icon.tsx";
import { type PlacedStatement, sectionPath } from "./evidence-view.ts";

/** The place of one statement: its plan, section, line and characters, how it was derived, and what to know of it. */
export function EvidenceSourceCard({ statement, plan }: PlacedStatement) {
  const { t } = useTranslation("grid");
  const { evidence, derivation, note } = statement;
  const section = evidence === null ? [] : sectionPath(plan.outline, evidence.line);
  return (
    <div className="source-card">
      <strong>{plan.title}</strong>
      <dl>
        {section.length === 0 ? null : <Term name={t("panel.section")}>{section.join(" › ")}</Term>}
        {evidence === null ? null : (
          <Term name={t("panel.locator")}>{t("panel.lineAndPoints", { ...evidence })}</Term>
        )}
        {derivation === null ? null : <Term name={t("panel.formula")}>{derivation.formula}</Term>}
        {note === null ? null : <Term name={t("panel.note")}>{note}</Term>}
      </dl>
      <p className="small muted" title={evidence?.document}>
        <Icon name="page" size={14} /> {t("panel.unattached")}
      </p>
    </div>
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
