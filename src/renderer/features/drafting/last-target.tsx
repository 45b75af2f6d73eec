import { useTranslation } from "react-i18next";
import { formatTarget } from "#core/indicator/format-target.ts";
import type { Indicator } from "#core/plan/plan.ts";

/** The last target of an indicator of another plan, with its year. */
export function LastTarget({ row }: { readonly row: Indicator | undefined }) {
  const { t } = useTranslation("drafting");
  const last = row?.targets.at(-1);
  if (last === undefined) return <span className="muted">{t("blank")}</span>;
  const text = formatTarget(last.target);
  return (
    <span className="drafting-wording" title={text}>
      <span className="muted small">{last.year}</span> {text}
    </span>
  );
}
