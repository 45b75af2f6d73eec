import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BrokenPlan } from "#exchange/plan-file/plan-archive.ts";
import { type IncomingPlan, setBesideAgain } from "../../data/backup/incoming-plans.ts";
import { type Choice, type TakeInReason, useTakingIn } from "../../data/backup/use-taking-in.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import { storeErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { IncomingItem } from "./incoming-item.tsx";

interface TakeInDialogProps {
  readonly incoming: readonly IncomingPlan[];
  readonly reason: TakeInReason;
  readonly entry: number;
  readonly broken: readonly BrokenPlan[];
  readonly onClose: () => void;
  readonly onTaken: (count: number) => void;
}

/** Shows each plan of a backup or file beside what is here, with what would change, and takes in what the planner chooses. */
export function TakeInDialog({
  incoming: first,
  reason,
  entry,
  broken,
  onClose,
  onTaken,
}: TakeInDialogProps) {
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const store = useWorkbench();
  const [incoming, setIncoming] = useState(first);
  const [choices, setChoices] = useState(() => incoming.map((each) => firstChoice(each, reason)));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const takeIn = useTakingIn();
  const [ending] = useState(() => new AbortController());
  const close = () => {
    // Until the backup is made nothing has been taken in; afterwards all of it has, or none.
    ending.abort();
    onClose();
  };
  const wanted = choices.filter(({ kind }) => kind !== "leave").length;
  const showAnew = async () => {
    const now = await setBesideAgain(store, incoming);
    setChoices((before) =>
      now.map((each, at) =>
        each.kind === incoming[at]?.kind ? (before[at] ?? LEAVE) : firstChoice(each, reason),
      ),
    );
    setIncoming(now);
  };
  const takeAll = async () => {
    const chosen = incoming.map((each, at) => ({ incoming: each, choice: choices[at] ?? LEAVE }));
    const done = await takeIn(chosen, reason, entry, { signal: ending.signal });
    if (done.ok) {
      onTaken(done.value);
      return;
    }
    if (done.error.kind === "changed-meanwhile") await showAnew();
    setProblem(done.error.kind === "no-backup" ? t("safety:takeIn.noBackup") : storeErrorText(t, done.error));
  };
  const run = () => {
    setBusy(true);
    setProblem(null);
    takeAll()
      .catch(() => setProblem(t("safety:takeIn.failed")))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      wide
      title={reason === "before-restore" ? t("safety:takeIn.restore") : t("safety:takeIn.import")}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("safety:takeIn.cancel")}</Button>
          <Button variant="primary" disabledReason={disabledReason(t, busy, wanted)} onClick={run}>
            {t(`safety:takeIn.run.${reason}`, { count: wanted })}
          </Button>
        </>
      }
    >
      <p className="muted">{t("safety:takeIn.intro")}</p>
      {broken.length === 0 ? null : (
        <p className="problem">
          {t("safety:takeIn.broken", {
            plans: broken.map(({ title, entry: name }) => title ?? name).join(t("safety:place.join")),
          })}
        </p>
      )}
      <ul className="incoming">
        {incoming.map((each, at) => (
          <IncomingItem
            key={each.plan.id}
            incoming={each}
            choice={choices[at] ?? LEAVE}
            onChoose={(choice) => setChoices((before) => before.with(at, choice))}
          />
        ))}
      </ul>
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

type Words = ReturnType<typeof useTranslation<["shell", "errors", "safety"]>>["t"];

function disabledReason(t: Words, busy: boolean, wanted: number): string | undefined {
  if (busy) return t("safety:takeIn.busy");
  return wanted === 0 ? t("safety:takeIn.nothingChosen") : undefined;
}

const LEAVE: Choice = { kind: "leave" };

/** What is most likely meant: a restore brings back what was, an import never overwrites unasked. */
function firstChoice({ kind }: IncomingPlan, reason: TakeInReason): Choice {
  switch (kind) {
    case "absent":
      return { kind: "add" };
    case "different":
      return { kind: reason === "before-restore" ? "replace" : "copy" };
    case "same":
    case "bundled":
      return LEAVE;
  }
}
