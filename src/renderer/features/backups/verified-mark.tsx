import { useTranslation } from "react-i18next";
import { formatMoment } from "../../i18n/format-time.ts";
import { Icon } from "../../ui/icon.tsx";

interface VerifiedMarkProps {
  /** In ms since the epoch; `null` where it never was, or is no longer good. */
  readonly verifiedAt: number | null;
  /** The last look found it damaged. */
  readonly damaged: boolean;
}

/** When a backup was last found good, or that it is damaged, by shape and word. */
export function VerifiedMark({ verifiedAt, damaged }: VerifiedMarkProps) {
  const { t, i18n } = useTranslation("safety");
  if (damaged) {
    return (
      <span className="verified error">
        <Icon name="error" size={14} />
        {t("verified.damaged")}
      </span>
    );
  }
  if (verifiedAt === null) return <span className="muted">{t("verified.never")}</span>;
  return (
    <span className="verified">
      <Icon name="check" size={14} />
      {formatMoment(verifiedAt, i18n.language)}
    </span>
  );
}
