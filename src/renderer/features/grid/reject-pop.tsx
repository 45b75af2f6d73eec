import { useTranslation } from "react-i18next";
import type { CellError } from "#core/command/read-cell.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { mendsOf, rejectReason } from "../../i18n/reject-text.ts";

interface RejectPopProps {
  readonly text: string;
  readonly reason: CellError | null;
  readonly onMend: (text: string) => void;
}

/** Hangs under a cell whose input could not be read: what is wrong, what is safe, and the ways out. */
export function RejectPop({ text, reason, onMend }: RejectPopProps) {
  const { t } = useTranslation("grid");
  const mends = mendsOf(reason);
  return (
    <div className="reject-pop" role="alert">
      <strong>
        <Icon name="error" size={14} />
        {t("reject.title", { text, reason: rejectReason(reason, t) })}
      </strong>
      <p>{t("reject.safe")}</p>
      {mends.length === 0 ? null : (
        <div className="actions">
          {mends.map((mend, at) => (
            <Button key={mend} onClick={() => onMend(mend)}>
              {t("reject.mend", { mend })} {at === 0 ? <Kbd keys={t("reject.mendKeys")} /> : null}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
