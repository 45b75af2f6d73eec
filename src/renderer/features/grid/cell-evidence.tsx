import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import { PanelSection } from "../../ui/panel.tsx";
import { Tag } from "../../ui/tag.tsx";
import { CellPast } from "./cell-past.tsx";
import { RemarkSection } from "./cell/remark-section.tsx";
import type { CellView } from "./cell-view.ts";
import { CompareLink } from "./compare-link.tsx";
import { EvidenceSourceCard } from "../../evidence/evidence-source-card.tsx";
import type { EvidenceView, SuperiorView } from "./evidence-view.ts";
import { fieldOf, type GridColumn } from "./grid-columns.ts";
import { DisagreementSection, StatementsSection } from "./panel-sections.tsx";
import { columnName, plainText, printCell, printGrowth, valueNote } from "./printed-cell.ts";
import { printStatement } from "../../evidence/printed-statement.ts";

interface CellEvidenceProps {
  readonly plan: Plan;
  readonly view: EvidenceView;
  readonly column: GridColumn;
}

/** Where the value of a cell comes from, what else is said of it, what the superior plan asks, and how it came to be. */
export function CellEvidence({ plan, view, column }: CellEvidenceProps) {
  const { t } = useTranslation("grid");
  const field = fieldOf(column);
  return (
    <>
      <ValueSection view={view} column={column} />
      <SourceSection view={view} />
      <RemarkSection indicator={view.indicator} column={column} />
      {view.disagreements.map((disagreement) => (
        <DisagreementSection key={disagreement.statements[0]?.statement.id} disagreement={disagreement} />
      ))}
      <StatementsSection title={t("panel.others")} statements={view.others} />
      <SuperiorSection superior={view.superior} />
      {field === null ? null : <CellPast plan={plan} indicator={view.indicator.id} field={field} />}
    </>
  );
}

function ValueSection({ view, column }: Omit<CellEvidenceProps, "plan">) {
  const { t } = useTranslation("grid");
  const { cell, indicator } = view;
  const printed = printCell(cell, column, t);
  const title = t("cell.where", { name: indicator.name, column: columnName(column, t) });
  const { source } = view;
  const converted = cell.kind === "value" && source !== null && source.statement.unit !== cell.unit;
  const otherUnit = converted ? printStatement(source.plan, source.statement, t) : null;
  const estimated = printed.tone === "estimated" ? "big estimated" : "big";
  return (
    <PanelSection title={title}>
      <p className="evidence-value">
        <span className={cell.kind === "value" ? estimated : "middling"}>
          {cell.kind === "target" ? cell.wording : plainText({ ...printed, boxed: null })}
        </span>
        {cell.kind === "value" ? <span>{cell.unit}</span> : null}
        <KnownTag cell={cell} />
      </p>
      {cell.kind === "value" ? <p className="small muted">{valueNote(cell, t)}</p> : null}
      {otherUnit ? <p className="small muted">{t("panel.asPrinted", { value: otherUnit })}</p> : null}
      {cell.kind === "growth" ? <p className="small muted">{printed.tip}</p> : null}
      <CompareLink concept={indicator.concept} />
    </PanelSection>
  );
}

function KnownTag({ cell }: { readonly cell: CellView }) {
  const { t } = useTranslation("grid");
  if (cell.kind === "value") return <Tag dashed={cell.basis !== "stated"}>{t(`basis.${cell.basis}`)}</Tag>;
  if (cell.kind !== "target") return null;
  return <Tag dashed={!cell.stated}>{cell.stated ? t("basis.stated") : t("evidenceLevel.legend.none")}</Tag>;
}

function SourceSection({ view }: { readonly view: EvidenceView }) {
  const { t } = useTranslation("grid");
  const { source, cell } = view;
  if (source === null) {
    const text = cell.kind === "blank" || cell.kind === "growth" ? t("panel.nothing") : t("panel.noSource");
    return (
      <PanelSection title={t("panel.source")}>
        <p className="small muted">{text}</p>
      </PanelSection>
    );
  }
  const { statement, plan } = source;
  return (
    <PanelSection title={t(sourceTitle(cell))}>
      <EvidenceSourceCard
        plan={plan}
        evidence={statement.evidence}
        note={statement.note}
        statement={statement}
      />
    </PanelSection>
  );
}

function sourceTitle(cell: CellView): "panel.source" | "panel.official" | "panel.standIn" {
  if (cell.kind === "value") return cell.basis === "provisional" ? "panel.standIn" : "panel.official";
  return cell.kind === "target" ? "panel.official" : "panel.source";
}

function SuperiorSection({ superior }: { readonly superior: SuperiorView | null }) {
  const { t } = useTranslation("grid");
  if (superior === null) return null;
  const { title, name, base, target, growth } = superior;
  const printed = printGrowth(growth, t);
  return (
    <PanelSection title={t("panel.superior", { plan: title })}>
      <p className="small">{name}</p>
      <ul className="statement-list two">
        {target === null ? null : (
          <li>
            <span>
              {base === null
                ? t("panel.targetOnly", { year: target.year })
                : t("panel.span", { from: base.year, to: target.year })}
            </span>
            <b>{base === null ? target.text : `${base.text} → ${target.text}`}</b>
          </li>
        )}
        <li>
          <span>{t("panel.growth")}</span>
          <b>{plainText(printed)}</b>
        </li>
      </ul>
    </PanelSection>
  );
}
