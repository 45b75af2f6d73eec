import { useTranslation } from "react-i18next";
import { useAttaching, useAttachState } from "../data/sources/use-sources.ts";
import { machineErrorText, storeErrorText } from "../i18n/error-text.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { AttachReport } from "./attach-report.tsx";

/** What became of the originals that were attached or detached last. */
export function SourceNotice() {
  const { t } = useTranslation(["shell", "source", "errors"]);
  const { message } = useAttachState();
  const { dismiss, undo } = useAttaching();
  if (message === null) return null;
  const close = { label: t("dismiss"), onDismiss: dismiss };
  switch (message.kind) {
    case "report":
      return <AttachReport outcomes={message.outcomes} onDismiss={dismiss} />;
    case "detached":
      return (
        <Notice
          tone="done"
          title={t("source:report.detached", { title: message.title })}
          actions={
            <Button icon="undo" onClick={() => void undo()}>
              {t("source:report.undo")}
            </Button>
          }
          dismiss={close}
        />
      );
    case "machine": {
      const reason = machineErrorText(t, message.code);
      return <Notice tone="error" title={t("source:report.machine", { reason })} dismiss={close} />;
    }
    case "storage": {
      const reason = storeErrorText(t, message.error);
      return <Notice tone="error" title={t("source:report.storage", { reason })} dismiss={close} />;
    }
  }
}
