import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FateChoice } from "#core/drafting/draft-choices.ts";
import { Button } from "../../ui/button.tsx";
import { FATES } from "./fate-row.tsx";

interface BulkFateProps {
  /** How many rows are marked. */
  readonly chosen: number;
  readonly onChoose: (choice: FateChoice) => void;
}

/** One fate, and one reason, for all marked indicators. */
export function BulkFate({ chosen, onChoose }: BulkFateProps) {
  const { t } = useTranslation("drafting");
  const [reason, setReason] = useState("");
  const none = chosen === 0 ? t("indicators.markFirst") : undefined;
  return (
    <div className="drafting-bulk" role="group" aria-label={t("indicators.bulk")}>
      <span className="muted">{t("indicators.marked", { count: chosen })}</span>
      <input
        type="text"
        className="input"
        aria-label={t("indicators.bulkReason")}
        placeholder={t("indicators.bulkReason")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {FATES.map((fate) => (
        <Button
          key={fate}
          disabledReason={none}
          onClick={() => onChoose(fate === "kept" ? { fate } : { fate, reason })}
        >
          {t(`fates.${fate}`)}
        </Button>
      ))}
    </div>
  );
}
