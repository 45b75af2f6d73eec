import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { ExportedChart, ExportFailure, ExportOutcome } from "../workers/export-outcome.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

interface ExportNoticeProps {
  readonly outcome: ExportOutcome;
  /** Shows the file in its folder; gives the reason when that did not work. */
  readonly onReveal: (file: ExportedChart) => Promise<BridgeErrorCode | null>;
  readonly onDismiss: () => void;
}

/** Names the exported file with the way to its folder, or says what went wrong and what to do. */
export function ExportNotice({ outcome, onReveal, onDismiss }: ExportNoticeProps) {
  const { t } = useTranslation("charts");
  const [revealed, setRevealed] = useState<BridgeErrorCode | null>(null);
  const dismiss = { label: t("dismiss"), onDismiss };
  if (outcome.kind === "failed") {
    const { code, message } = outcome.failure;
    return (
      <Notice
        tone="error"
        title={t("failed")}
        detail={
          <>
            {t("safe", { reason: t(`reason.${reasonOf(code)}`) })}
            <br />
            <small>{t("details", { message })}</small>
          </>
        }
        dismiss={dismiss}
      />
    );
  }
  const { file } = outcome;
  const reveal = async () => setRevealed(await onReveal(file));
  return (
    <Notice
      tone="done"
      title={t("done", { name: file.name })}
      detail={
        <>
          {t("where", { folder: file.folder })}
          {revealed === null ? null : <div>{t(`reason.${reasonOf(revealed)}`)}</div>}
        </>
      }
      actions={<Button onClick={() => void reveal()}>{t("reveal")}</Button>}
      dismiss={dismiss}
    />
  );
}

function reasonOf(code: ExportFailure["code"]) {
  switch (code) {
    case "not-writable":
    case "disk-full":
    case "not-found":
    case "unsupported":
    case "too-large":
      return code;
    default:
      return "other";
  }
}
