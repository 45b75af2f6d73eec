import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { CellStep } from "#core/history/cell-history.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import { useCellPast } from "../../data/history/use-history.ts";
import { formatMoment } from "../../i18n/format-time.ts";
import { contentText, entryText } from "../../i18n/history-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { PanelSection } from "../../ui/panel.tsx";
import { fieldAddress } from "../../data/history/cell-address.ts";
import { paths } from "../../ui/paths.ts";

/** How many changes the panel shows; the history room has all. */
const SHOWN = 4;

interface CellPastProps {
  readonly plan: Pick<Plan, "id" | "origin">;
  readonly indicator: IndicatorId;
  readonly field: Field;
}

/** The latest changes of the active cell: what it showed before and after, when, and who made them. */
export function CellPast({ plan, indicator, field }: CellPastProps) {
  const { t } = useTranslation("history");
  return (
    <PanelSection title={t("cell.title")}>
      {plan.origin === "bundled" ? (
        <p className="small muted">{t("cell.bundled")}</p>
      ) : (
        <Steps plan={plan} indicator={indicator} field={field} />
      )}
    </PanelSection>
  );
}

function Steps({ plan, indicator, field }: CellPastProps) {
  const { t } = useTranslation("history");
  const past = useCellPast(plan.id, indicator, field, SHOWN);
  if (past === undefined) return null;
  return (
    <>
      {past.steps.length === 0 ? (
        <p className="small muted">{t("cell.none")}</p>
      ) : (
        <ol className="cell-past">
          {past.steps.map((step) => (
            <Step key={step.entry.seq} step={step} field={field} />
          ))}
        </ol>
      )}
      <p>
        <Link className="link small" href={paths.cellHistory(plan.id, indicator, fieldAddress(field))}>
          <Icon name="history" size={14} /> {t("cell.all")}
        </Link>
      </p>
    </>
  );
}

function Step({ step, field }: { readonly step: CellStep; readonly field: Field }) {
  const { t, i18n } = useTranslation(["history", "grid"]);
  const { entry, before, after } = step;
  const shown = contentText(after, field, t);
  const facts = [entryText(entry, t), formatMoment(entry.at, i18n.language), entry.author];
  return (
    <li>
      <b>
        {entry.kind === "create"
          ? shown
          : t("history:shown.step", { before: contentText(before, field, t), after: shown })}
      </b>
      <span className="small muted">{facts.filter((fact) => fact !== null).join(" · ")}</span>
    </li>
  );
}
