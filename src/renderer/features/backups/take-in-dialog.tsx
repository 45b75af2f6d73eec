import "./backups.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Backup } from "#bridge/backup.ts";
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
  /** The backup that the plans come from; `null` for files and another database. */
  readonly backup: Backup | null;
  /** When that backup was made, as printed. */
  readonly moment?: string;
  readonly broken: readonly BrokenPlan[];
  /** What is to be known of all of them. */
  readonly note?: string;
  readonly onClose: () => void;
  readonly onTaken: (count: number) => void;
}

/** Shows each plan of a backup or file beside what is here, with what would change, and takes in what the planner chooses. */
export function TakeInDialog(props: TakeInDialogProps) {
  const { reason, moment, broken, note } = props;
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const { incoming, choices, choose, run, busy, problem, close } = useTakeIn(props);
  const different = incoming.filter(({ kind }) => kind === "different").length;
  const wanted = choices.filter(({ kind }) => kind !== "leave").length;
  const lead = incoming.every(({ kind }) => kind === "same") ? "allSame" : "intro";
  return (
    <Dialog
      wide
      title={t(`safety:takeIn.title.${reason}`, {
        at: moment ?? "",
      })}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("safety:takeIn.cancel")}</Button>
          <TakeInButton {...{ reason, wanted, busy, run }} />
        </>
      }
    >
      <p className="muted">{t(`safety:takeIn.${lead}.${reason}`)}</p>
      {note === undefined ? null : <p className="problem">{note}</p>}
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
            {...{ reason, open: different === 1 }}
            choice={choices[at] ?? LEAVE}
            onChoose={(choice) => choose(at, choice)}
          />
        ))}
      </ul>
      {busy ? (
        <p className="muted" role="status">
          {t(`safety:takeIn.busy.${reason}`)}
        </p>
      ) : null}
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

interface TakeInButtonProps {
  readonly reason: TakeInReason;
  /** How many plans are to be taken in. */
  readonly wanted: number;
  readonly busy: boolean;
  readonly run: () => void;
}

function TakeInButton({ reason, wanted, busy, run }: TakeInButtonProps) {
  const { t } = useTranslation("safety");
  if (wanted === 0) {
    return (
      <Button variant="primary" disabledReason={t("takeIn.nothingChosen")}>
        {t(`takeIn.runNone.${reason}`)}
      </Button>
    );
  }
  return (
    <Button variant="primary" disabledReason={busy ? t(`takeIn.busy.${reason}`) : undefined} onClick={run}>
      {t(`takeIn.run.${reason}`, { count: wanted })}
    </Button>
  );
}

/** The plans from outside as they stand beside those here, what is chosen for each, and the taking in of what is chosen. */
function useTakeIn({ incoming: first, reason, backup, onClose, onTaken }: TakeInDialogProps) {
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const store = useWorkbench();
  const takeIn = useTakingIn();
  const [incoming, setIncoming] = useState(first);
  const [choices, setChoices] = useState(() => incoming.map((each) => firstChoice(each, reason)));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [ending] = useState(() => new AbortController());
  const close = () => {
    // Until the backup is made nothing has been taken in; afterwards all of it has, or none.
    ending.abort();
    onClose();
  };
  const choose = (at: number, choice: Choice) => setChoices((before) => before.with(at, choice));
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
    const done = await takeIn(chosen, reason, backup?.sequence ?? 0, { signal: ending.signal });
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
  return { incoming, choices, choose, run, busy, problem, close };
}

const LEAVE: Choice = { kind: "leave" };
const MERGE: Choice = { kind: "merge", sides: new Map(), alsoCopy: false };

/**
 * What is most likely meant: a restore brings back what was, an import never overwrites unasked, and what another database of this
 * planner's changed since a common state is merged.
 */
function firstChoice(incoming: IncomingPlan, reason: TakeInReason): Choice {
  switch (incoming.kind) {
    case "absent":
      return { kind: "add" };
    case "different":
      if (reason === "before-restore") return { kind: "replace" };
      return reason === "before-merge" && incoming.ancestor !== null ? MERGE : { kind: "copy" };
    case "same":
    case "bundled":
      return LEAVE;
  }
}
