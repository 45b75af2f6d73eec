import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import { useBridge } from "../../data/machine.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { ExportFailure } from "./chart-export.ts";
import type { ExportOutcome } from "./export-dialog.tsx";

interface ExportNoticeProps {
  readonly outcome: ExportOutcome;
  readonly onDismiss: () => void;
}

/** Names the exported file with the way to its folder, or says what went wrong and what to do. */
export function ExportNotice({ outcome, onDismiss }: ExportNoticeProps) {
  const { t } = useTranslation("scenario");
  const bridge = useBridge();
  const [revealed, setRevealed] = useState<BridgeErrorCode | null>(null);
  const dismiss = { label: t("export.dismiss"), onDismiss };
  if (outcome.kind === "failed") {
    const { code, message } = outcome.failure;
    return (
      <Notice
        tone="error"
        title={t("export.failed")}
        detail={
          <>
            {t("export.safe", { reason: t(`export.reason.${reasonOf(code)}`) })}
            <br />
            <small>{t("export.details", { message })}</small>
          </>
        }
        dismiss={dismiss}
      />
    );
  }
  const { file } = outcome;
  const reveal = async () => {
    const reply = await bridge.revealFile(file.handle);
    setRevealed(reply.ok ? null : reply.code);
  };
  return (
    <Notice
      tone="done"
      title={t("export.done", { name: file.name })}
      detail={
        <>
          {t("export.where", { folder: file.folder })}
          {revealed === null ? null : <div>{t(`export.reason.${reasonOf(revealed)}`)}</div>}
        </>
      }
      actions={<Button onClick={() => void reveal()}>{t("export.reveal")}</Button>}
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
      return code;
    default:
      return "other";
  }
}
