import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { comparePlans } from "#core/history/compare-plans.ts";
import { type DifferentPlan, type IncomingPlan, mergeIncoming } from "../../data/backup/incoming-plans.ts";
import { type Choice, mergedBy, type TakeInReason } from "../../data/backup/use-taking-in.ts";
import { Segment } from "../../ui/segment.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { MergeChoices } from "./merge-choices.tsx";

interface IncomingItemProps {
  readonly incoming: IncomingPlan;
  readonly reason: TakeInReason;
  /** Whether its differences are in sight at first. */
  readonly open: boolean;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** A plan from outside, what may become of it, and what would change here. */
export function IncomingItem({ incoming, reason, open, choice, onChoose }: IncomingItemProps) {
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
          value={choice.kind}
          options={choicesOf(kind).map((value) => ({ value, label: t(`takeIn.choice.${value}`) }))}
          onChange={(value) =>
            onChoose(value === "merge" ? { kind: value, sides: new Map(), alsoCopy: false } : { kind: value })
          }
        />
      </div>
      {incoming.kind !== "different" ? null : choice.kind === "merge" ? (
        <Merging {...{ incoming, reason, open, choice, onChoose }} />
      ) : (
        <DifferenceList
          comparison={incoming.changes}
          after={t(`takeIn.after.${choice.kind === "replace" ? choice.kind : reason}`)}
          none={t("takeIn.otherDifferences")}
          open={open}
        />
      )}
    </li>
  );
}

interface MergingProps extends Pick<IncomingItemProps, "reason" | "open"> {
  readonly incoming: DifferentPlan;
  readonly choice: Extract<Choice, { readonly kind: "merge" }>;
  readonly onChoose: (choice: Choice) => void;
}

function Merging({ incoming, reason, open, choice, onChoose }: MergingProps) {
  const { t } = useTranslation("safety");
  const conflicts = useMemo(() => mergeIncoming(incoming, () => "ours").conflicts, [incoming]);
  const { here } = incoming;
  const changes = useMemo(() => comparePlans(here, mergedBy(incoming, choice)), [incoming, here, choice]);
  return (
    <>
      <MergeChoices
        {...{ incoming, reason }}
        conflicts={conflicts}
        choices={choice}
        onChoose={(choices) => onChoose({ kind: "merge", ...choices })}
      />
      <DifferenceList
        comparison={changes}
        after={t("takeIn.after.merge")}
        none={t("takeIn.unchanged")}
        open={open}
      />
    </>
  );
}

function choicesOf(kind: IncomingPlan["kind"]): readonly Choice["kind"][] {
  switch (kind) {
    case "absent":
      return ["leave", "add"];
    case "different":
      return ["leave", "merge", "copy", "replace"];
    case "same":
    case "bundled":
      return ["leave", "copy"];
  }
}
