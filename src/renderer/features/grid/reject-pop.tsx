import { useTranslation } from "react-i18next";
import type { CellError } from "#core/command/read-cell.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { mendOf, rejectReason } from "../../i18n/reject-text.ts";

interface RejectPopProps {
  readonly text: string;
  readonly reason: CellError | null;
  readonly onMend: (text: string) => void;
}

/** Hangs under a cell whose input could not be read: what is wrong, what is safe, and one way out. */
export function RejectPop({ text, reason, onMend }: RejectPopProps) {
  const { t } = useTranslation("grid");
  const mend = mendOf(reason);
  return (
    <div className="reject-pop" role="alert">
      <strong>
        <Icon name="error" size={14} />
        {t("reject.title", { text, reason: rejectReason(reason, t) })}
      </strong>
      <p>{t("reject.safe")}</p>
      {mend === null ? null : (
        <div className="actions">
          <Button onClick={() => onMend(mend)}>
            {t("reject.mend", { mend })} <Kbd keys={t("reject.mendKeys")} />
          </Button>
        </div>
      )}
    </div>
  );
}
