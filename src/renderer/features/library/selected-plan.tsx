import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { exampleOf } from "#core/example/worked-examples.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Highlight } from "#core/plan/summary.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { Button } from "../../ui/button.tsx";
import { ExampleLink } from "../../ui/example-link.tsx";
import { Icon } from "../../ui/icon.tsx";
import { paths } from "../../ui/paths.ts";
import { Panel, PanelSection } from "../../ui/panel.tsx";
import { Tag } from "../../ui/tag.tsx";
import { kinOf } from "./kin.ts";
import { usePlanNames } from "../../data/use-plan-names.ts";

interface SelectedPlanProps {
  readonly entry: LibraryEntry;
  readonly library: readonly LibraryEntry[];
  readonly onSelect: (id: PlanId) => void;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
  /** Of the panel, in px. */
  readonly width: number;
}

/** What can be done with the selected plan, the plans linked to it, and how far it has come. */
export function SelectedPlan(props: SelectedPlanProps) {
  const { entry, library, onSelect, width } = props;
  const { t } = useTranslation(["library", "shell"]);
  const names = usePlanNames();
  const own = entry.origin === "own";
  const title = (
    <span className="panel-title" title={entry.title}>
      {names.short(entry)} <Tag dashed={entry.status !== "issued"}>{t(`shell:status.${entry.status}`)}</Tag>
    </span>
  );
  return (
    <Panel label={t("library:panel.label")} title={title} width={width}>
      <PanelSection>
        <div className="deeds">
          <Button variant="primary" onClick={props.onOpen}>
            {own ? t("library:panel.continue") : t("library:panel.open")}
          </Button>
          <Button icon="copy" onClick={props.onCopy}>
            {t("library:panel.copy")}
          </Button>
          {exampleOf(entry.id) === null ? null : <ExampleLink plan={entry.id} />}
          {entry.highlight === null ? null : <CompareLink highlight={entry.highlight} />}
          {own ? <OwnDeeds onRename={props.onRename} onRemove={props.onRemove} /> : null}
        </div>
      </PanelSection>
      <PanelSection title={t("library:panel.kin")}>
        <KinList entry={entry} library={library} onSelect={onSelect} />
      </PanelSection>
      {own ? <Progress entry={entry} /> : <Contents entry={entry} />}
    </Panel>
  );
}

/** The way from what the library tells of the plan to the same in all plans. */
function CompareLink({ highlight }: { readonly highlight: Highlight }) {
  const { t } = useTranslation("compare");
  const [, go] = useLocation();
  return (
    <Button
      icon="compare"
      title={t("linkTo", { name: highlight.name })}
      onClick={() => go(paths.compareIndicator(highlight.indicator))}
    >
      {t("link")}
    </Button>
  );
}

function OwnDeeds({ onRename, onRemove }: Pick<SelectedPlanProps, "onRename" | "onRemove">) {
  const { t } = useTranslation("library");
  return (
    <div className="deed-pair">
      <Button icon="rename" onClick={onRename}>
        {t("panel.rename")}
      </Button>
      <Button icon="trash" onClick={onRemove}>
        {t("panel.remove")}
      </Button>
    </div>
  );
}

function KinList({ entry, library, onSelect }: Pick<SelectedPlanProps, "entry" | "library" | "onSelect">) {
  const { t } = useTranslation(["library", "shell"]);
  const names = usePlanNames();
  return (
    <ul className="kin">
      {kinOf(entry, library).map(({ role, plans }) => (
        <li key={role} className={role === "self" ? "self" : undefined}>
          <span className="role">{t(`library:panel.${role}`)}</span>
          {role === "self" ? (
            <b>{names.short(entry)}</b>
          ) : (
            <span className="kin-plans">
              {plans.map((plan) => (
                <button
                  key={plan.id}
                  type="button"
                  className="link"
                  title={plan.title}
                  onClick={() => onSelect(plan.id)}
                >
                  {names.short(plan)}
                </button>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Contents({ entry }: { readonly entry: LibraryEntry }) {
  const { t } = useTranslation("library");
  const facts = [
    [t("panel.indicators"), entry.indicatorCount],
    [t("panel.targets"), entry.targetCount],
    [t("panel.observations"), entry.observationCount],
  ] as const;
  return (
    <PanelSection title={t("panel.contents")}>
      <dl className="contents">
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </PanelSection>
  );
}

function Progress({ entry }: { readonly entry: LibraryEntry }) {
  const { t } = useTranslation("library");
  const { filled, indicatorCount: all, rejectedCount } = entry;
  const bars = [
    [t("panel.filledTargets"), filled.targets],
    [t("panel.filledBases"), filled.bases],
    [t("panel.filledDepartments"), filled.departments],
    [t("panel.filledEvidence"), filled.evidence],
  ] as const;
  return (
    <PanelSection title={t("panel.progress")}>
      {bars.map(([name, done]) => (
        <div className="progress" key={name}>
          <span>{name}</span>
          <progress aria-label={name} max={Math.max(1, all)} value={done} />
          <span className="num">{t("panel.of", { done, all })}</span>
        </div>
      ))}
      {rejectedCount === 0 ? null : (
        <p className="rejected small">
          <Icon name="error" size={14} />
          {t("panel.rejectedCount", { cells: rejectedCount })}
        </p>
      )}
    </PanelSection>
  );
}
