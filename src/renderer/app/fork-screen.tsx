import { useState } from "react";
import { useTranslation } from "react-i18next";
import { conflictKey, type Side } from "#core/merge/merge-conflict.ts";
import type {
  ForkChoice,
  ForkConflict,
  ForkedPlan,
  ForkQuestion,
} from "../data/recovery/fork/fork-question.ts";
import { formatMoment } from "../i18n/format-time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { forkLine } from "./fork-line.ts";
import "./fork-screen.css";

interface ForkScreenProps {
  readonly question: ForkQuestion;
  readonly onChoose: (choice: ForkChoice) => void;
}

/** Asks, before the rooms open, which side is to stand wherever both changed the same. Only its own button closes it. */
export function ForkScreen({ question, onChoose }: ForkScreenProps) {
  const { t, i18n } = useTranslation("safety");
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const { plans, ours, theirs } = question;
  const all = plans.flatMap(({ id, conflicts }) => conflicts.map((conflict) => keyOf(id, conflict)));
  const takeAll = (side: Side) => setChosen(new Map(all.map((key) => [key, side])));
  const side = ({ edits, last }: ForkQuestion["ours"]) => ({ edits, at: formatMoment(last, i18n.language) });
  return (
    <main className="screen">
      <Dialog
        wide
        title={t("fork.heading")}
        onClose={() => undefined}
        actions={
          <Button
            variant="primary"
            onClick={() => onChoose((plan, conflict) => chosen.get(keyOf(plan, conflict)) ?? "ours")}
          >
            {t("fork.go")}
          </Button>
        }
      >
        <p>{t("fork.intro", { count: all.length })}</p>
        <dl className="fork-sides">
          <dt>{t("fork.ours")}</dt>
          <dd>{t("fork.side", side(ours))}</dd>
          <dd>
            <Button onClick={() => takeAll("ours")}>{t("fork.allOurs")}</Button>
          </dd>
          <dt>{t("fork.theirs")}</dt>
          <dd>{t("fork.side", side(theirs))}</dd>
          <dd>
            <Button onClick={() => takeAll("theirs")}>{t("fork.allTheirs")}</Button>
          </dd>
        </dl>
        {plans.map((plan) => (
          <ForkTable
            key={plan.id}
            plan={plan}
            sideOf={(conflict) => chosen.get(keyOf(plan.id, conflict)) ?? "ours"}
            onChoose={(conflict, to) => setChosen(new Map(chosen).set(keyOf(plan.id, conflict), to))}
          />
        ))}
        <p className="muted">{t("fork.kept")}</p>
      </Dialog>
    </main>
  );
}

function keyOf(plan: string, conflict: ForkConflict): string {
  return `${plan}\n${conflict.kind === "plan" ? conflict.kind : conflictKey(conflict)}`;
}

interface ForkTableProps {
  readonly plan: ForkedPlan;
  readonly sideOf: (conflict: ForkConflict) => Side;
  readonly onChoose: (conflict: ForkConflict, side: Side) => void;
}

function ForkTable({ plan, sideOf, onChoose }: ForkTableProps) {
  const { t } = useTranslation("safety");
  const { t: cells } = useTranslation(["history", "grid"]);
  return (
    <table className="fork-table">
      <caption>{t("recovery.plan", { title: plan.title })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("fork.where")}</th>
          <th scope="col">{t("fork.ours")}</th>
          <th scope="col">{t("fork.theirs")}</th>
        </tr>
      </thead>
      <tbody>
        {plan.conflicts.map((conflict) => {
          const key = keyOf(plan.id, conflict);
          const line = forkLine(t, cells, plan, conflict);
          return (
            <tr key={key} role="radiogroup" aria-label={line.about}>
              <th scope="row">{line.about}</th>
              {(["ours", "theirs"] as const).map((side) => (
                <td key={side}>
                  <label>
                    <input
                      type="radio"
                      name={key}
                      checked={sideOf(conflict) === side}
                      onChange={() => onChoose(conflict, side)}
                    />
                    <span>{line[side]}</span>
                  </label>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
