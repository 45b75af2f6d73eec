import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icon.tsx";
import { Tag } from "../../ui/tag.tsx";
import { type Caution, cautionText } from "./cell/caution.ts";
import { CellMark } from "./cell-mark.tsx";
import type { CellView } from "./cell-view.ts";
import type { Disagreeing } from "./disagreement-index.ts";
import type { GridColumn } from "./grid-columns.ts";
import { columnName, disagreementText, plainText, printCell, valueNote } from "./printed-cell.ts";
import { rejectReason } from "../../i18n/reject-text.ts";

interface CellBarProps {
  readonly name: string | null;
  readonly column: GridColumn | null;
  readonly view: CellView | null;
  readonly readOnly: boolean;
  /** Why what the planner just did had no effect. */
  readonly refused: string | null;
  /** What is to be looked at again. */
  readonly caution: Caution | null;
  /** What happened to rows. */
  readonly told: string | null;
  /** Stands at the right end. */
  readonly children?: ReactNode;
}

/** The line above the grid: which cell is active, what it holds, and what a reader must know of it. */
export function CellBar({ name, column, view, readOnly, refused, caution, told, children }: CellBarProps) {
  const { t } = useTranslation("grid");
  return (
    <div className="cell-bar">
      <span className="where" title={name ?? undefined}>
        <span className="where-name">{name}</span>
        {column === null ? null : <span>{t("cell.whereColumn", { column: columnName(column, t) })}</span>}
      </span>
      <div className="what" aria-live="polite">
        {view === null || column === null ? null : (
          <CellWords view={view} column={column} readOnly={readOnly} />
        )}
        {caution === null ? null : (
          <span className="small is-caution">
            <Icon name="warn" size={14} /> {cautionText(caution, t)}
          </span>
        )}
      </div>
      <div className={refused === null ? "cell-bar-note" : "cell-bar-note refused"} role="status">
        {refused === null ? null : (
          <>
            <Icon name="warn" size={14} /> {refused}
          </>
        )}
        {refused === null ? told : null}
        {refused === null && told === null && readOnly ? (
          <>
            <Icon name="lock" size={14} /> {t("readOnly.line")}
          </>
        ) : null}
      </div>
      {children}
    </div>
  );
}

interface CellWordsProps {
  readonly view: CellView;
  readonly column: GridColumn;
  readonly readOnly: boolean;
}

function CellWords({ view, column, readOnly }: CellWordsProps) {
  const { t } = useTranslation("grid");
  if (column.kind === "number") return null;
  const printed = printCell(view, column, t);
  if (view.kind === "value") {
    const tag =
      view.basis === "stated" ? null : (
        <span className={`known ${printed.tone}`}>
          <Tag dashed>{t(`basis.${view.basis}`)}</Tag>
        </span>
      );
    return (
      <>
        <span>{t("cell.withUnit", { value: view.text, unit: view.unit })}</span>
        {tag}
        {tag === null && view.otherYear === null ? null : (
          <span className="small muted">{valueNote(view, t)}</span>
        )}
        <Disagreement of={view.disagreement} />
      </>
    );
  }
  if (view.kind === "target") {
    return (
      <>
        <span>{view.wording}</span>
        <Disagreement of={view.disagreement} />
      </>
    );
  }
  if (view.kind === "blank") {
    const blank = t(readOnly ? "cell.notStated" : "cell.notFilled");
    return <span className="muted">{column.kind === "growth" ? t("growth.noTarget") : blank}</span>;
  }
  if (view.kind === "rejected") {
    return (
      <>
        <span>{view.text}</span>
        <span className="small is-error">{rejectReason(view.reason, t)}</span>
      </>
    );
  }
  return (
    <>
      <span>{plainText(printed)}</span>
      {view.kind === "growth" ? <span className="small muted">{printed.tip}</span> : null}
    </>
  );
}

function Disagreement({ of }: { readonly of: Disagreeing | null }) {
  const { t } = useTranslation("grid");
  if (of === null) return null;
  return (
    <span className="small is-differing">
      <CellMark kind="disagreement" /> {disagreementText(of, t)}
    </span>
  );
}
