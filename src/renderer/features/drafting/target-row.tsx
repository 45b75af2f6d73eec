import { useTranslation } from "react-i18next";
import { readRejected } from "#core/command/read-cell.ts";
import type { ProposedRow } from "#core/drafting/propose-draft.ts";
import { TARGET_RULES } from "#core/drafting/rules/rule-registry.ts";
import type { TargetRuleId } from "#core/drafting/rules/target-rule.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import { indicatorGrowth } from "#core/path/indicator-growth.ts";
import { baseValue } from "#core/plan/base-value.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Indicator } from "#core/plan/plan.ts";
import { conceptsById, directionOf } from "../../data/catalogue.ts";
import { rejectReason } from "../../i18n/reject-text.ts";
import { Button } from "../../ui/button.tsx";
import { LastTarget } from "./last-target.tsx";
import { gapText, groundText, growthText } from "./proposal-text.ts";
import type { DraftingView } from "./use-drafting.ts";

interface TargetRowProps {
  readonly view: DraftingView;
  readonly row: ProposedRow;
  readonly predecessor: Indicator | undefined;
}

/** One indicator: its base, its rule, its target as proposed or typed, and the growth that it asks for. */
export function TargetRow({ view, row, predecessor }: TargetRowProps) {
  const { t } = useTranslation(["drafting", "grid"]);
  const { drafting, change, proposed } = view;
  const indicator = proposed.plan.indicators[row.row];
  if (indicator === undefined) return null;
  const { from, proposal } = row;
  const typed = drafting.targets.get(from);
  const concept = indicator.concept === null ? null : (conceptsById.get(indicator.concept) ?? null);
  const base = baseValue(proposed.plan, row.row);
  const wrong = indicator.rejected.some(({ field }) => field.kind === "target");
  const { name } = indicator;
  return (
    <tr>
      <th scope="row" className="name" title={name}>
        {name}
      </th>
      <td className="unit">{indicator.unit}</td>
      <td className="figure num">
        {base === null ? (
          <span className="is-warn">{t("drafting:bases.missing")}</span>
        ) : (
          <span className={base.provisional ? "estimated" : undefined}>{formatAmount(base.quantity)}</span>
        )}
        {base === null || base.year === view.chosen.choices.baseYear ? null : (
          <span className="boxed">{base.year}</span>
        )}
      </td>
      <td>
        <LastTarget row={predecessor} />
      </td>
      <td>
        <RuleChoice view={view} from={from} name={name} />
      </td>
      <td>
        <input
          type="text"
          data-column="target"
          className="input"
          aria-label={t("drafting:targets.of", { name })}
          aria-invalid={wrong}
          spellCheck={false}
          value={typed ?? (proposal.ok ? proposal.value.text : "")}
          placeholder={t("drafting:blank")}
          onChange={(event) => change({ targets: new Map(drafting.targets).set(from, event.target.value) })}
        />
      </td>
      <td className="growth num">{growthText(indicatorGrowth(proposed.plan, row.row, concept), t)}</td>
      <td className="ground">
        <Ground view={view} row={row} indicator={indicator} />
      </td>
    </tr>
  );
}

interface GroundProps {
  readonly view: DraftingView;
  readonly row: ProposedRow;
  readonly indicator: Indicator;
}

/** What the target rests on: the rule, why the rule has none, or the planner, who can go back to the proposal. */
function Ground({ view, row: { from, rule, proposal }, indicator }: GroundProps) {
  const { t } = useTranslation(["drafting", "grid"]);
  const { t: words } = useTranslation("grid");
  const { drafting, change } = view;
  const wrong = indicator.rejected.find(({ field }) => field.kind === "target");
  if (wrong !== undefined) {
    const reason = readRejected(indicator, wrong, directionOf(indicator.concept));
    return <span className="is-error">{rejectReason(reason, words)}</span>;
  }
  if (drafting.targets.has(from)) {
    const back = () => {
      const targets = new Map(drafting.targets);
      targets.delete(from);
      change({ targets });
    };
    return (
      <>
        {t("drafting:targets.typed")}
        <Button variant="quiet" onClick={back}>
          {t("drafting:targets.back")}
        </Button>
      </>
    );
  }
  const text = proposal.ok ? groundText(rule, proposal.value.ground, t) : gapText(rule, proposal.error, t);
  return <span className={proposal.ok ? undefined : "muted"}>{text}</span>;
}

interface RuleChoiceProps {
  readonly view: DraftingView;
  readonly from: IndicatorId;
  readonly name: string;
}

const AS_PLAN = "as-plan";

/** The rule of one indicator; choosing one takes its proposal in place of what was typed. */
function RuleChoice({ view: { drafting, change }, from, name }: RuleChoiceProps) {
  const { t } = useTranslation("drafting");
  const choose = (value: string) => {
    const rules = new Map(drafting.rules);
    const targets = new Map(drafting.targets);
    const rule = TARGET_RULES.find(({ id }) => id === value);
    if (rule === undefined) rules.delete(from);
    else rules.set(from, rule.id);
    targets.delete(from);
    change({ rules, targets });
  };
  const own: TargetRuleId | typeof AS_PLAN = drafting.rules.get(from) ?? AS_PLAN;
  return (
    <select
      className="input"
      aria-label={t("targets.ruleOf", { name })}
      value={own}
      onChange={(event) => choose(event.target.value)}
    >
      <option value={AS_PLAN}>{t("targets.asPlan")}</option>
      {TARGET_RULES.map(({ id }) => (
        <option key={id} value={id}>
          {t(`rules.${id}`)}
        </option>
      ))}
    </select>
  );
}
