import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CarriedBack, Recovery } from "../data/recovery/recovery.ts";
import { useWorkbench } from "../data/use-workbench.ts";
import { formatMoment } from "../i18n/format-time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";

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
  const { because, edits, own, through, leftAside = 0 } = recovery;
  const words = because === "joined" ? "joined" : "behind";
  const at = through === null ? "" : formatMoment(through.at, i18n.language);
  const left = t("safety:recovery.leftAside", { edits: leftAside });
  const hasNew = edits + own > 0;
  return (
    <Notice
      tone={leftAside === 0 ? "done" : "warn"}
      title={hasNew ? t(`safety:recovery.${words}`, { edits, own, at }) : left}
      detail={
        <>
          {hasNew ? <div>{t(`safety:recovery.${words}Detail`)}</div> : null}
          {hasNew && leftAside > 0 ? <div>{left}</div> : null}
          {leftAside > 0 ? <div>{t("safety:recovery.leftAsideDetail")}</div> : null}
        </>
      }
      dismiss={{ label: t("dismiss"), onDismiss: onClose }}
    />
  );
}

interface RebuiltProps {
  readonly recovery: Recovery & { readonly because: Exclude<Recovery["because"], "behind" | "joined"> };
  readonly onClose: () => void;
}

function RebuiltDialog({ recovery, onClose }: RebuiltProps) {
  const { t, i18n } = useTranslation("safety");
  const {
    because,
    plans,
    edits,
    backupAt,
    through,
    unattached,
    gap,
    unproven,
    carried,
    aside,
    leftAside = 0,
  } = recovery;
  const moment = (at: number) => formatMoment(at, i18n.language);
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
      <p>{t(`recovery.because.${because}`)}</p>
      <p>
        {backupAt === null
          ? t("recovery.fromJournal", { plans, edits })
          : t("recovery.fromBackup", { plans, edits, at: moment(backupAt) })}
      </p>
      {through === null ? null : (
        <p>
          {through.title === null
            ? t("recovery.throughNoPlan", { at: moment(through.at) })
            : t("recovery.through", {
                at: moment(through.at),
                title: t("recovery.plan", { title: through.title }),
              })}
        </p>
      )}
      {gap === null ? null : <p>{t(gap.from > gap.to ? "recovery.unfit" : "recovery.gap", { ...gap })}</p>}
      {carried.map((each, at) => (
        <CarriedPlan key={at} {...each} />
      ))}
      {unproven ? <p>{t("recovery.unproven")}</p> : null}
      {leftAside === 0 ? null : (
        <p>
          {t("recovery.leftAside", { edits: leftAside })}
          {t("recovery.leftAsideDetail")}
        </p>
      )}
      {unattached.length === 0 ? null : <p>{t("recovery.unattached", { files: unattached.join("、") })}</p>}
      {aside ? <p className="muted">{t("recovery.aside")}</p> : null}
    </Dialog>
  );
}

function CarriedPlan({ title, kind, backupAt }: CarriedBack) {
  const { t, i18n } = useTranslation("safety");
  const plan = title === null ? t("recovery.carried.untitled") : t("recovery.plan", { title });
  if (kind === "gone") return <p>{t("recovery.carried.gone", { plan })}</p>;
  if (backupAt === null) return <p>{t(`recovery.carried.${kind}FromJournal`, { plan })}</p>;
  const at = formatMoment(backupAt, i18n.language);
  return <p>{t(`recovery.carried.${kind}FromBackup`, { plan, at })}</p>;
}
