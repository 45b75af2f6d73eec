import { useTranslation } from "react-i18next";
import { PanelSection } from "../../../ui/panel.tsx";
import { columnName } from "../printed-cell.ts";
import { rejectReason } from "../../../i18n/reject-text.ts";
import type { RejectedCell } from "./rejected-cells.ts";

interface ErrorListProps {
  readonly errors: readonly RejectedCell[];
  readonly nameOf: (error: RejectedCell) => string;
  readonly onGo: (error: RejectedCell) => void;
}

/** The inputs that could not be read, each with its reason and a way to its cell. */
export function ErrorList({ errors, nameOf, onGo }: ErrorListProps) {
  const { t } = useTranslation("grid");
  return (
    <PanelSection title={t("cells.errors.title", { count: errors.length })}>
      {errors.length === 0 ? <p className="small muted">{t("cells.errors.none")}</p> : null}
      <ul className="error-list">
        {errors.map((error) => (
          <li key={`${error.cell.row} ${error.cell.column}`}>
            <button type="button" className="link" onClick={() => onGo(error)}>
              {t("cells.errors.entry", {
                where: t("cell.where", { name: nameOf(error), column: columnName(error.column, t) }),
                text: error.text,
              })}
            </button>
            <p className="small is-error">{rejectReason(error.reason, t)}</p>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
