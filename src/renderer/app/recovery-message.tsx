import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Recovery } from "../data/recovery/recovery.ts";
import { useWorkbench } from "../data/use-workbench.ts";
import { formatMoment } from "../i18n/format-time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { type RebuiltRecovery, rebuiltLines } from "./rebuilt-lines.ts";

/** Tells once what the start brought back: entries of another shell in passing, a database that was built again in a dialog. */
export function RecoveryMessage() {
  const { recovery } = useWorkbench();
  const [told, setTold] = useState(false);
  if (recovery === null || told) return null;
  const { because } = recovery;
  return because === "behind" || because === "joined" ? (
    <AddedNotice recovery={recovery} onClose={() => setTold(true)} />
  ) : (
    <RebuiltDialog recovery={{ ...recovery, because }} onClose={() => setTold(true)} />
  );
}

interface AddedProps {
  readonly recovery: Recovery;
  readonly onClose: () => void;
}

function AddedNotice({ recovery, onClose }: AddedProps) {
  const { t, i18n } = useTranslation(["shell", "safety"]);
  const { because, edits, own, through, damagedEdits = 0 } = recovery;
  const words = because === "joined" ? "joined" : "behind";
  const at = through === null ? "" : formatMoment(through.at, i18n.language);
  const damaged = t("safety:recovery.damagedEdits", { edits: damagedEdits });
  const hasNew = edits + own > 0;
  return (
    <Notice
      tone={damagedEdits === 0 ? "done" : "warn"}
      title={hasNew ? t(`safety:recovery.${words}`, { edits, own, at }) : damaged}
      detail={
        <>
          {hasNew ? <div>{t(`safety:recovery.${words}Detail`)}</div> : null}
          {hasNew && damagedEdits > 0 ? <div>{damaged}</div> : null}
          {damagedEdits > 0 ? <div>{t("safety:recovery.damagedEditsDetail")}</div> : null}
        </>
      }
      dismiss={{ label: t("dismiss"), onDismiss: onClose }}
    />
  );
}

interface RebuiltProps {
  readonly recovery: RebuiltRecovery;
  readonly onClose: () => void;
}

function RebuiltDialog({ recovery, onClose }: RebuiltProps) {
  const { t, i18n } = useTranslation("safety");
  return (
    <Dialog
      title={t("recovery.title")}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t("recovery.close")}
        </Button>
      }
    >
      {rebuiltLines(recovery, t, i18n.language).map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      {recovery.aside ? <p className="muted">{t("recovery.aside")}</p> : null}
    </Dialog>
  );
}
