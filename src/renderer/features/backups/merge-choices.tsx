import { useTranslation } from "react-i18next";
import { showContent } from "#core/history/compare-plans.ts";
import { conflictKey, type MergeConflict, type Side } from "#core/merge/merge-conflict.ts";
import type { Plan } from "#core/plan/plan.ts";
import { SECTION_TITLES } from "#core/report/sections.ts";
import type { DifferentPlan } from "../../data/backup/incoming-plans.ts";
import type { MergeChoices as Choices, TakeInReason } from "../../data/backup/use-taking-in.ts";
import { contentText, fieldText } from "../../i18n/history-text.ts";
import { Button } from "../../ui/button.tsx";
import { Segment } from "../../ui/segment.tsx";

/** How many conflicts are listed one by one; those beyond are settled together. */
const LISTED = 200;

interface MergeChoicesProps {
  readonly incoming: DifferentPlan;
  readonly reason: TakeInReason;
  readonly conflicts: readonly MergeConflict[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** What both sides changed differently, each with its two readings and the choice between them; and whether the other plan is also kept whole. */
export function MergeChoices({ incoming, reason, conflicts, choices, onChoose }: MergeChoicesProps) {
  const { t } = useTranslation("safety");
  const other = t(`merge.other.${reason}`);
  const { sides, alsoCopy } = choices;
  const all = (side: Side) =>
    onChoose({ ...choices, sides: new Map(conflicts.map((each) => [conflictKey(each), side])) });
  const more = conflicts.length - LISTED;
  return (
    <div className="merge-choices">
      <p className="muted">
        {t(`merge.${introOf(incoming, conflicts)}`, { count: conflicts.length, other })}
      </p>
      {conflicts.length === 0 ? null : (
        <div className="merge-all">
          <Button onClick={() => all("ours")}>{t("merge.allOurs")}</Button>
          <Button onClick={() => all("theirs")}>{t("merge.allTheirs", { other })}</Button>
        </div>
      )}
      <ul>
        {conflicts.slice(0, LISTED).map((conflict) => {
          const key = conflictKey(conflict);
          return (
            <Conflict
              key={key}
              {...{ conflict, incoming, reason }}
              side={sides.get(key) ?? "ours"}
              onChoose={(side) => onChoose({ ...choices, sides: new Map([...sides, [key, side]]) })}
            />
          );
        })}
        {more > 0 ? <li>{t("merge.more", { count: more })}</li> : null}
      </ul>
      <label>
        <input
          type="checkbox"
          checked={alsoCopy}
          onChange={(event) => onChoose({ ...choices, alsoCopy: event.target.checked })}
        />
        {t("merge.alsoCopy", { other })}
      </label>
    </div>
  );
}

function introOf({ ancestor }: DifferentPlan, conflicts: readonly MergeConflict[]) {
  if (conflicts.length === 0) return "clean";
  return ancestor === null ? "noAncestor" : "intro";
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly incoming: DifferentPlan;
  readonly reason: TakeInReason;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}

function Conflict({ conflict, incoming, reason, side, onChoose }: ConflictProps) {
  const { t } = useTranslation("safety");
  const { name, ours, theirs } = useConflictText(conflict, incoming);
  const other = t(`merge.other.${reason}`);
  const from = t(`merge.from.${reason}`);
  return (
    <li>
      <span className="merge-name">{name}</span>
      <Segment
        label={name}
        value={side}
        options={[
          { value: "ours", label: ours === null ? t("merge.here") : t("merge.ours", { text: ours }) },
          {
            value: "theirs",
            label: theirs === null ? t("merge.there", { other }) : t("merge.theirs", { from, text: theirs }),
          },
        ]}
        onChange={onChoose}
      />
    </li>
  );
}

interface ConflictText {
  readonly name: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** What a conflict is about, and what either side has; `null` where that is too much for a line. */
function useConflictText(conflict: MergeConflict, { here, plan }: DifferentPlan): ConflictText {
  const { t } = useTranslation("safety");
  const { t: words } = useTranslation(["history", "grid"]);
  const row = "indicator" in conflict ? rowOf(conflict.indicator, here, plan) : undefined;
  const part = (what: string) => (row === undefined ? what : t("merge.part", { name: row.name, what }));
  const either = { ours: null, theirs: null };
  switch (conflict.kind) {
    case "cell": {
      const { field } = conflict;
      const shown = (content: typeof conflict.ours, of: Plan) => {
        const unit = of.indicators.find(({ id }) => id === conflict.indicator)?.unit ?? "";
        return contentText(showContent(content, unit), field, words);
      };
      return {
        name: part(fieldText(field, words)),
        ours: shown(conflict.ours, here),
        theirs: shown(conflict.theirs, plan),
      };
    }
    case "row": {
      const [gone, kept] = [t("merge.gone"), t("merge.kept")];
      const isGoneHere = conflict.goneIn === "ours";
      return {
        name: part(t("merge.row")),
        ours: isGoneHere ? gone : kept,
        theirs: isGoneHere ? kept : gone,
      };
    }
    case "remark": {
      const said = (remark: typeof conflict.ours) =>
        [remark?.note, remark?.source].filter(Boolean).join("；") || words("history:shown.nothing");
      return {
        name: part(t("merge.remark", { field: fieldText(conflict.field, words) })),
        ours: said(conflict.ours),
        theirs: said(conflict.theirs),
      };
    }
    case "section":
      return { name: t("merge.section", { name: SECTION_TITLES[conflict.section] }), ...either };
    case "measure":
    case "match":
    case "concept":
    case "base":
    case "carriedFrom":
    case "order":
    case "fact":
      return { name: part(t(`merge.about.${conflict.kind}`)), ...either };
  }
}

function rowOf(id: string, ...plans: readonly Plan[]) {
  return plans.flatMap(({ indicators }) => indicators).find((indicator) => indicator.id === id);
}
