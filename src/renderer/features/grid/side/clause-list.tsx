import { memo, useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { sectionPath } from "#core/plan/section-path.ts";
import type { Clause } from "#core/plan/task.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Picked } from "../grid-session.ts";
import { printBodies } from "../../../evidence/printed-statement.ts";
import { ChoiceList, choiceProps } from "./choice-list.tsx";
import { clauseGroups } from "./clause-groups.ts";
import { isFlat } from "../../../evidence/plan-place.ts";
import type { PlanText } from "./plan-text.ts";

interface ClauseListProps {
  readonly plan: PlanText;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked) => void;
}

/** The clauses on how the plan is kept, by topic. */
export const ClauseList = memo(function ClauseList({ plan, picked, onPick }: ClauseListProps) {
  const { t } = useTranslation("grid");
  const id = useId();
  const groups = useMemo(() => clauseGroups(plan), [plan]);
  const clauses = groups.flatMap((group) => group.clauses);
  if (clauses.length === 0)
    return <EmptyState text={t(plan.origin === "own" ? "side.clauses.emptyOwn" : "side.clauses.empty")} />;
  const chosen = picked?.kind === "clause" ? picked.id : null;
  return (
    <ChoiceList
      label={t("side.clauses.list")}
      ids={clauses.map((clause) => clause.id)}
      chosen={chosen}
      onChoose={(wanted) => {
        const clause = clauses.find((each) => each.id === wanted);
        if (clause !== undefined) onPick({ kind: "clause", id: clause.id });
      }}
      onEnter={() => undefined}
    >
      {groups.map(({ topic, clauses: members }) => (
        <div key={topic} role="group" aria-labelledby={`${id}-${topic}`}>
          <h3 id={`${id}-${topic}`} role="presentation">
            {t(`side.clauses.topics.${topic}`)} {members.length}
          </h3>
          {members.map((clause) => (
            <div key={clause.id} {...choiceProps(clause.id, clause.id === chosen)} className="clause-row">
              <span className="gist">{clause.gist}</span>
              <ClausePlace plan={plan} clause={clause} />
            </div>
          ))}
        </div>
      ))}
    </ChoiceList>
  );
});

function ClausePlace({ plan, clause }: { readonly plan: PlanText; readonly clause: Clause }) {
  const { t } = useTranslation("grid");
  const { bodies, evidence } = clause;
  const section = evidence === null ? null : (sectionPath(plan.outline, evidence).at(-1)?.heading ?? null);
  const parts = [
    bodies.length === 0 ? null : printBodies(bodies, t),
    section,
    evidence === null || isFlat(plan, evidence) ? null : t("panel.line", { line: evidence.line }),
  ];
  return <span className="aside">{parts.filter(Boolean).join(" · ")}</span>;
}
