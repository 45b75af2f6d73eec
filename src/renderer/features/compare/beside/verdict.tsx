import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { assertNever } from "#core/assert-never.ts";
import type { Assumption, Difference } from "#core/compare/beside/comparison.ts";
import type { SidePair, SideRow } from "#core/compare/beside/side-by-side.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { PanelSection } from "../../../ui/panel.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useConceptName } from "../use-concept-name.ts";
import { assume } from "./beside-session.ts";
import { assumptionText, blockText } from "./block-text.ts";
import { differenceText } from "./printed-side.ts";
import type { SideStudy } from "./use-side-study.ts";

interface VerdictProps {
  readonly study: SideStudy;
  readonly row: SideRow;
  readonly pair: SidePair;
}

/** What comes of the comparison: the difference with what was assumed for it, or why there is none and the ways out. */
export function Verdict({ study, row, pair }: VerdictProps) {
  const { t } = useTranslation("beside");
  const conceptName = useConceptName();
  const { comparison } = pair;
  switch (comparison.kind) {
    case "none":
      return null;
    case "missing":
      return (
        <PanelSection>
          <p className="side-reason is-warn">
            <Icon name="warn" size={14} />
            <span>{t("verdict.missing")}</span>
          </p>
        </PanelSection>
      );
    case "blocked":
      return (
        <PanelSection title={t("verdict.blocked")}>
          <p>
            <Tag>
              <Icon name="block" size={14} /> {t(`block.${comparison.block.kind}.short`)}
            </Tag>
          </p>
          <p className="side-reason">
            <Icon name="block" size={14} />
            <span>{blockText(comparison.block, conceptName, t)}</span>
          </p>
          {comparison.remedies.map((kind) => (
            <Remedy key={kind} kind={kind} study={study} row={row} pair={pair} />
          ))}
          {comparison.remedies.length === 0 ? null : <p className="small muted">{t("verdict.marked")}</p>}
        </PanelSection>
      );
    case "difference":
      return <DifferenceSection study={study} row={row} pair={pair} difference={comparison} />;
    default:
      return assertNever(comparison);
  }
}

function DifferenceSection({
  study,
  row,
  pair,
  difference,
}: VerdictProps & { readonly difference: Difference }) {
  const { t } = useTranslation("beside");
  const { t: compare } = useTranslation("compare");
  const text = differenceText(difference, { beside: t, compare });
  return (
    <PanelSection title={t("verdict.title")}>
      <p className="side-verdict">{t(`verdict.${difference.order}`, { text })}</p>
      {difference.of === "growth" ? <p className="small muted">{t("verdict.byGrowth")}</p> : null}
      {difference.assumed.map((assumption) => (
        <div key={assumption.kind} className="side-assumed">
          <p className="small">{assumptionText(assumption, pair, row, t)}</p>
          <Button
            variant="quiet"
            icon="close"
            onClick={() =>
              assume(study.table.draft.id, { indicator: row.indicator.id, plan: pair.plan }, null)
            }
          >
            {t("verdict.dropAssumption")}
          </Button>
        </div>
      ))}
    </PanelSection>
  );
}

interface RemedyProps extends VerdictProps {
  readonly kind: Assumption["kind"];
}

/** One way out of a block: an assumption that needs a number, or one that only needs to be made. */
function Remedy({ kind, study, row, pair }: RemedyProps) {
  const { t } = useTranslation("beside");
  const make = (assumption: Assumption) =>
    assume(study.table.draft.id, { indicator: row.indicator.id, plan: pair.plan }, assumption);
  switch (kind) {
    case "ratio":
    case "denominator-growth":
      return <PercentRemedy kind={kind} onMake={(percent) => make({ kind, percent })} />;
    case "same-growth":
    case "even-growth":
    case "required-growth":
      return (
        <div className="side-remedy">
          <Button icon="scenario" onClick={() => make({ kind })}>
            {t(`remedy.${kind}`)}
          </Button>
        </div>
      );
    default:
      return assertNever(kind);
  }
}

interface PercentRemedyProps {
  readonly kind: "ratio" | "denominator-growth";
  readonly onMake: (percent: number) => void;
}

/** Percents that can be meant: a part is more than nothing, and nothing shrinks to less than nothing in a year. */
const LOWEST = { ratio: 0, "denominator-growth": -100 } as const;
const HIGHEST = 1000;

function PercentRemedy({ kind, onMake }: PercentRemedyProps) {
  const { t } = useTranslation("beside");
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const percent = Number(text.normalize("NFKC").replace("%", "").trim());
    const valid = text.trim() !== "" && percent > LOWEST[kind] && percent <= HIGHEST;
    setWrong(!valid);
    if (valid) onMake(percent);
  };
  return (
    <form className="side-remedy" onSubmit={submit}>
      <label>
        <span>{t(`remedy.${kind}`)}</span>
        <span className="side-percent">
          <input
            className="input"
            inputMode="decimal"
            value={text}
            aria-invalid={wrong || undefined}
            onChange={(event) => setText(event.target.value)}
          />
          %
        </span>
      </label>
      {wrong ? (
        <p className="small is-error" role="alert">
          {t("remedy.wrong")}
        </p>
      ) : null}
      <Button type="submit" icon="scenario">
        {t("remedy.convert")}
      </Button>
    </form>
  );
}
