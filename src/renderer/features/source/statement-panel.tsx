import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { sectionPath } from "#core/plan/section-path.ts";
import type { Statement } from "#core/plan/statement.ts";
import { Button } from "../../ui/button.tsx";
import { Panel, PanelSection } from "../../ui/panel.tsx";
import { paths } from "../../ui/paths.ts";
import { describeStatement } from "./describe-statement.ts";
import type { Reading } from "./reading.ts";

interface StatementPanelProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly reading: Reading;
  readonly active: number | null;
  readonly onStep: (step: 1 | -1) => void;
  /** Called before the reader is left for a cell. */
  readonly onLeave: () => void;
}

/** What is stated at the chosen place, with the way back to its cell, and to the places before and after. */
export function StatementPanel({ ref, reading, active, onStep, onLeave }: StatementPanelProps) {
  const { t } = useTranslation("source");
  const { places } = reading;
  const place = active === null ? undefined : places[active];
  return (
    <Panel label={t("statements.title")} title={t("statements.title")}>
      <PanelSection>
        <div className="place-steps">
          <span className="small muted" role="status">
            {place === undefined
              ? places.length === 0
                ? t("statements.none")
                : t("statements.all", { all: places.length })
              : t("statements.at", { at: place.number + 1, all: places.length })}
          </span>
          <StepButton name="previous" icon="up" none={places.length === 0} onStep={() => onStep(-1)} />
          <StepButton name="next" icon="down" none={places.length === 0} onStep={() => onStep(1)} />
        </div>
        {place === undefined && places.length > 0 ? (
          <p className="small muted">{t("statements.choose")}</p>
        ) : null}
      </PanelSection>
      <div ref={ref}>
        {place?.statements.map((statement) => (
          <StatementSection key={statement.id} reading={reading} statement={statement} onLeave={onLeave} />
        ))}
      </div>
    </Panel>
  );
}

interface StepButtonProps {
  readonly name: "previous" | "next";
  readonly icon: "up" | "down";
  readonly none: boolean;
  readonly onStep: () => void;
}

function StepButton({ name, icon, none, onStep }: StepButtonProps) {
  const { t } = useTranslation("source");
  return (
    <Button
      variant="quiet"
      icon={icon}
      aria-label={t(`statements.${name}`)}
      title={t(`statements.${name}`)}
      disabledReason={none ? t("statements.none") : undefined}
      onClick={onStep}
    />
  );
}

interface StatementSectionProps extends Pick<StatementPanelProps, "reading" | "onLeave"> {
  readonly statement: Statement;
}

function StatementSection({ reading, statement, onLeave }: StatementSectionProps) {
  const { t } = useTranslation("source");
  const { t: grid } = useTranslation("grid");
  const { what, caption, value } = describeStatement(reading, statement, { source: t, grid });
  const { plan } = reading;
  const { evidence, indicator, note } = statement;
  const section = evidence === null ? [] : sectionPath(plan.outline, evidence);
  return (
    <PanelSection title={caption}>
      <p>{what}</p>
      <p className="stated-value">{value}</p>
      <dl className="stated-facts">
        {section.length === 0 ? null : (
          <Fact name={t("section")}>{section.map(({ heading }) => heading).join(" › ")}</Fact>
        )}
        {evidence === null ? null : <Fact name={t("locator")}>{t("lineAndPoints", { ...evidence })}</Fact>}
        {note === null ? null : <Fact name={t("note")}>{note}</Fact>}
      </dl>
      {indicator === null ? null : (
        <Link className="link small" href={paths.statement(plan.id, statement.id)} onClick={onLeave}>
          {t("statements.inGrid")}
        </Link>
      )}
    </PanelSection>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
