import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { IncomingPlan } from "../../data/backup/incoming-plans.ts";
import { type Choice, type TakeInReason, useTakingIn } from "../../data/backup/use-taking-in.ts";
import { storeErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Segment } from "../../ui/segment.tsx";
import { DifferenceList } from "./difference-list.tsx";

interface TakeInDialogProps {
  readonly incoming: readonly IncomingPlan[];
  readonly reason: TakeInReason;
  readonly entry: number;
  readonly onClose: () => void;
  readonly onTaken: (count: number) => void;
}

/** Shows each plan of a backup or file beside what is here, with what would change, and takes in what the planner chooses. */
export function TakeInDialog({ incoming, reason, entry, onClose, onTaken }: TakeInDialogProps) {
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const [choices, setChoices] = useState(() => incoming.map((each) => firstChoice(each, reason)));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const takeIn = useTakingIn();
  const wanted = choices.filter((choice) => choice !== "leave").length;
  const run = async () => {
    setBusy(true);
    const chosen = incoming.map((each, at) => ({ incoming: each, choice: choices[at] ?? "leave" }));
    const done = await takeIn(chosen, reason, entry);
    setBusy(false);
    if (done.ok) onTaken(done.value);
    else
      setProblem(
        done.error.kind === "no-backup" ? t("safety:takeIn.noBackup") : storeErrorText(t, done.error),
      );
  };
  return (
    <Dialog
      wide
      title={reason === "before-restore" ? t("safety:takeIn.restore") : t("safety:takeIn.import")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("safety:takeIn.cancel")}</Button>
          <Button
            variant="primary"
            disabledReason={disabledReason(t, busy, wanted)}
            onClick={() => void run()}
          >
            {t(`safety:takeIn.run.${reason}`, { count: wanted })}
          </Button>
        </>
      }
    >
      <p className="muted">{t("safety:takeIn.intro")}</p>
      <ul className="incoming">
        {incoming.map((each, at) => (
          <IncomingItem
            key={each.plan.id}
            incoming={each}
            choice={choices[at] ?? "leave"}
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

/** What is most likely meant: a restore brings back what was, an import never overwrites unasked. */
function firstChoice({ kind }: IncomingPlan, reason: TakeInReason): Choice {
  switch (kind) {
    case "absent":
      return "add";
    case "different":
      return reason === "before-restore" ? "replace" : "copy";
    case "same":
    case "bundled":
      return "leave";
  }
}

interface IncomingItemProps {
  readonly incoming: IncomingPlan;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function IncomingItem({ incoming, choice, onChoose }: IncomingItemProps) {
  const { t } = useTranslation("safety");
  const { plan, kind } = incoming;
  return (
    <li>
      <div className="incoming-head">
        <b title={plan.title}>{plan.title}</b>
        <span className="muted small">{t(`takeIn.kind.${kind}`)}</span>
        <span className="spacer" />
        <Segment
          label={t("takeIn.choiceOf", { title: plan.title })}
          value={choice}
          options={choicesOf(kind).map((value) => ({ value, label: t(`takeIn.choice.${value}`) }))}
          onChange={onChoose}
        />
      </div>
      {incoming.kind === "different" ? <DifferenceList comparison={incoming.changes} /> : null}
    </li>
  );
}

function choicesOf(kind: IncomingPlan["kind"]): readonly Choice[] {
  switch (kind) {
    case "absent":
      return ["leave", "add"];
    case "different":
      return ["leave", "copy", "replace"];
    case "same":
    case "bundled":
      return ["leave", "copy"];
  }
}
