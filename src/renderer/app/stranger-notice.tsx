import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { RecoveryError } from "../data/recovery/recovery.ts";
import { type ShownStranger, type StrangerDeeds, useStrangers } from "../data/use-strangers.ts";
import { machineErrorText } from "../i18n/error-text.ts";
import { formatMoment } from "../i18n/format-time.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

const TakeInDialog = lazy(async () => ({
  default: (await import("../features/backups/take-in-dialog.tsx")).TakeInDialog,
}));

/** How many of its plans are named. */
const NAMED = 3;

/** Tells that the data folder holds the work of another copy, leads to taking it in, and says what became of that. */
export function StrangerNotice() {
  const { t } = useTranslation(["shell", "safety", "errors"]);
  const { shown, deeds } = useStrangers();
  if (shown === null) return null;
  const { phase } = shown;
  const close = { label: t("dismiss"), onDismiss: deeds.dismiss };
  switch (phase.kind) {
    case "asked":
      return <AskedNotice shown={shown} deeds={deeds} isReading={phase.isReading} />;
    case "taking":
      return (
        <>
          <AskedNotice shown={shown} deeds={deeds} isReading={false} />
          <Suspense fallback={null}>
            <TakeInDialog
              {...{ incoming: phase.incoming, reason: "before-merge", backup: null, broken: [] }}
              {...(phase.isIncomplete ? { note: t("safety:strangers.incomplete") } : {})}
              onClose={deeds.giveUp}
              onTaken={deeds.takenIn}
            />
          </Suspense>
        </>
      );
    case "taken":
      return (
        <Notice
          tone="done"
          title={t("safety:takeIn.done.before-merge", { count: phase.count })}
          dismiss={close}
        />
      );
    case "nothing":
      return <Notice tone="done" title={t("safety:strangers.nothing")} dismiss={close} />;
    case "unread":
      return <UnreadNotice error={phase.error} deeds={deeds} />;
  }
}

interface AskedProps {
  readonly shown: ShownStranger;
  readonly deeds: StrangerDeeds;
  readonly isReading: boolean;
}

function AskedNotice({ shown: { stranger, survey }, deeds, isReading }: AskedProps) {
  const { t, i18n } = useTranslation("safety");
  const { last, met } = stranger;
  const { titles } = survey;
  const told = { edits: last - met, at: formatMoment(survey.at, i18n.language) };
  const named = titles
    .slice(0, NAMED)
    .map((title) => t("recovery.plan", { title }))
    .join(t("strangers.join"));
  const plans = titles.length > NAMED ? t("strangers.more", { plans: named, count: titles.length }) : named;
  return (
    <Notice
      tone="note"
      title={t(met === 0 ? "strangers.title" : "strangers.moved", told)}
      detail={
        <>
          {titles.length === 0 ? null : <div>{t("strangers.plans", { plans })}</div>}
          <div>{t(met === 0 ? "strangers.about" : "strangers.aboutMoved")}</div>
          <div>{t("strangers.how")}</div>
        </>
      }
      actions={
        isReading ? (
          <span role="status">{t("strangers.reading")}</span>
        ) : (
          <>
            <Button onClick={deeds.look}>{t("strangers.look")}</Button>
            <Ways deeds={deeds} />
          </>
        )
      }
    />
  );
}

/** To leave it for now, or for good. */
function Ways({ deeds }: { readonly deeds: StrangerDeeds }) {
  const { t } = useTranslation("safety");
  return (
    <>
      <Button onClick={deeds.later}>{t("strangers.later")}</Button>
      <Button variant="quiet" title={t("strangers.untilMoved")} onClick={deeds.never}>
        {t("strangers.never")}
      </Button>
    </>
  );
}

function UnreadNotice({ error, deeds }: { readonly error: RecoveryError; readonly deeds: StrangerDeeds }) {
  const { t } = useTranslation(["shell", "safety", "errors"]);
  const reason =
    error.kind === "machine"
      ? machineErrorText(t, error.code)
      : t("safety:strangers.detail", { detail: error.detail });
  return (
    <Notice
      tone="warn"
      title={t("safety:strangers.unread")}
      detail={
        <>
          <div>{t("safety:strangers.unreadDetail")}</div>
          <div className="muted">{reason}</div>
        </>
      }
      actions={<Ways deeds={deeds} />}
    />
  );
}
