import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { AttachOutcome } from "../data/sources/attach-files.ts";
import type { AttachMessage } from "../data/sources/attaching.ts";
import { useAttaching, useAttachState } from "../data/sources/use-sources.ts";
import { machineErrorText, storeErrorText } from "../i18n/error-text.ts";
import { Button } from "../ui/button.tsx";
import { Notice, type NoticeTone } from "../ui/notice.tsx";

/** What became of the originals that were attached or detached last: one line a file. */
export function SourceNotice() {
  const { t } = useTranslation(["shell", "source", "errors"]);
  const { message } = useAttachState();
  const { dismiss, undo } = useAttaching();
  if (message === null) return null;
  const close = { label: t("dismiss"), onDismiss: dismiss };
  switch (message.kind) {
    case "report":
      return <Report outcomes={message.outcomes} onDismiss={dismiss} />;
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

interface ReportProps extends Pick<Extract<AttachMessage, { kind: "report" }>, "outcomes"> {
  readonly onDismiss: () => void;
}

function Report({ outcomes, onDismiss }: ReportProps) {
  const { t } = useTranslation(["shell", "source"]);
  return (
    <Notice
      tone={toneOf(outcomes)}
      title={t("source:report.title")}
      detail={
        <ul>
          {outcomes.map((outcome, at) => (
            <li key={`${at} ${outcome.name}`}>{outcomeText(t, outcome)}</li>
          ))}
        </ul>
      }
      dismiss={{ label: t("dismiss"), onDismiss }}
    />
  );
}

function toneOf(outcomes: readonly AttachOutcome[]): NoticeTone {
  if (outcomes.some(({ kind }) => kind === "not-stored")) return "error";
  return outcomes.every(({ kind }) => kind === "attached" || kind === "present") ? "done" : "warn";
}

function outcomeText(t: TFunction<["shell", "source"]>, outcome: AttachOutcome): string {
  const { kind, name } = outcome;
  switch (kind) {
    case "attached":
    case "present":
      return t(`source:report.${kind}`, { name, title: outcome.title });
    case "unread":
      return t(`source:report.unread.${outcome.reason}`, { name });
    case "not-stored": {
      const reason = outcome.error.reason === "quota" ? "quota" : "other";
      return t(`source:report.notStored.${reason}`, { name, title: outcome.title });
    }
    default:
      return t(`source:report.${kind}`, { name });
  }
}
