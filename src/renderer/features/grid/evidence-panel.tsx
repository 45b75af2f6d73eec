import "./evidence-panel.css";
import { useTranslation } from "react-i18next";
import { Panel, PanelSection } from "../../ui/panel.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { CellView } from "./cell-view.ts";
import { EvidenceSourceCard } from "./evidence-source-card.tsx";
import type { EvidenceView, PlacedStatement, SuperiorView } from "./evidence-view.ts";
import type { GridColumn } from "./grid-columns.ts";
import { columnName, plainText, printCell, printGrowth, valueNote } from "./printed-cell.ts";
import { printStatement, statementCaption } from "./printed-statement.ts";

interface EvidencePanelProps {
  readonly view: EvidenceView | null;
  readonly column: GridColumn | null;
  readonly onClose: () => void;
}

/** Where the value of the active cell comes from, what else is said of it, and what the superior plan asks. */
export function EvidencePanel({ view, column, onClose }: EvidencePanelProps) {
  const { t } = useTranslation("grid");
  return (
    <Panel label={t("panel.title")} title={t("panel.title")} close={{ label: t("panel.close"), onClose }}>
      {view === null || column === null ? (
        <PanelSection>
          <p className="muted">{t("panel.noCell")}</p>
        </PanelSection>
      ) : (
        <>
          <ValueSection view={view} column={column} />
          <SourceSection view={view} />
          <OthersSection others={view.others} />
          <SuperiorSection superior={view.superior} />
        </>
      )}
    </Panel>
  );
}

function ValueSection({ view, column }: { readonly view: EvidenceView; readonly column: GridColumn }) {
  const { t } = useTranslation("grid");
  const { cell, indicator } = view;
  const printed = printCell(cell, column, t);
  const title = t("cell.where", { name: indicator.name, column: columnName(column, t) });
  const { statement } = view.source ?? {};
  const converted = cell.kind === "value" && statement !== undefined && statement.unit !== cell.unit;
  const otherUnit = converted ? printStatement(statement, t) : null;
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
  if (source !== null) {
    return (
      <PanelSection title={t("panel.source")}>
        <EvidenceSourceCard {...source} />
      </PanelSection>
    );
  }
  const text = cell.kind === "blank" || cell.kind === "growth" ? t("panel.nothing") : t("panel.noSource");
  return (
    <PanelSection title={t("panel.source")}>
      <p className="small muted">{text}</p>
    </PanelSection>
  );
}

function OthersSection({ others }: { readonly others: readonly PlacedStatement[] }) {
  const { t } = useTranslation("grid");
  if (others.length === 0) return null;
  return (
    <PanelSection title={t("panel.others")}>
      <ul className="statement-list">
        {others.map(({ statement, plan }) => (
          <li key={statement.id} title={plan.title}>
            <span>{statementCaption(statement, t)}</span>
            <b>{printStatement(statement, t)}</b>
            <span className="muted">
              {statement.evidence === null ? "" : t("panel.line", { line: statement.evidence.line })}
            </span>
            {statement.note === null ? null : <em>{statement.note}</em>}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
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
