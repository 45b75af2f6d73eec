import { useTranslation } from "react-i18next";
import { useJurisdictions } from "../../data/use-workbench.ts";
import { Icon } from "../../ui/icon.tsx";
import { countsOf } from "./drafting-counts.ts";
import { type Obstacle, stepOf } from "./drafting-choices.ts";
import type { Step } from "../../data/kept-drafting.ts";
import type { DraftingView } from "./use-drafting.ts";

interface ReviewStepProps {
  readonly view: DraftingView;
  readonly onGo: (step: Step) => void;
}

/** 核对: what will be made, what is still missing, and what is left out with its reasons. */
export function ReviewStep({ view, onGo }: ReviewStepProps) {
  return (
    <div className="drafting-review">
      <Obstacles view={view} onGo={onGo} />
      <Facts view={view} />
      <Missing view={view} onGo={onGo} />
      <LeftOut view={view} />
    </div>
  );
}

function Obstacles({ view, onGo }: ReviewStepProps) {
  const { t } = useTranslation("drafting");
  const { obstacles } = view.chosen;
  if (obstacles.length === 0) return null;
  const names = new Map(view.predecessor.plan.indicators.map(({ id, name }) => [id, name]));
  const about = (obstacle: Obstacle) =>
    obstacle.kind === "no-reason"
      ? t("obstacles.no-reason", { name: names.get(obstacle.indicator) ?? "" })
      : t(`obstacles.${obstacle.kind}`);
  return (
    <section className="drafting-obstacles" aria-label={t("review.obstacles")}>
      <h3>
        <Icon name="error" size={14} /> {t("review.obstacles")}
      </h3>
      <ul>
        {obstacles.map((obstacle) => (
          <li key={about(obstacle)}>
            {about(obstacle)}{" "}
            <button type="button" className="link" onClick={() => onGo(stepOf(obstacle))}>
              {t("review.mend")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ view }: { readonly view: DraftingView }) {
  const { t, i18n } = useTranslation("drafting");
  const { choices } = view.chosen;
  const place = useJurisdictions().get(choices.jurisdiction);
  const counts = countsOf(view);
  const facts: readonly (readonly [string, string])[] = [
    [t("basics.title"), choices.title],
    [t("basics.place"), (i18n.language === "en" ? place?.nameEn : place?.name) ?? choices.jurisdiction],
    [t("basics.period"), t("facts.period", { ...choices.period })],
    [t("basics.predecessor"), view.predecessor.plan.title],
    [t("basics.superior"), view.superior?.plan.title ?? t("basics.noSuperior")],
    [t("review.indicators"), t("review.indicatorCounts", { ...counts })],
    [t("bases.year"), t("review.baseCounts", { ...counts, year: choices.baseYear })],
    [t("review.targets"), t("review.targetCounts", { ...counts, rule: t(`rules.${view.drafting.rule}`) })],
  ];
  return (
    <dl className="drafting-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What may be filled in later, in the grid. */
function Missing({ view, onGo }: ReviewStepProps) {
  const { t } = useTranslation("drafting");
  const counts = countsOf(view);
  const open: readonly (readonly [Step, string])[] = [
    ...(counts.noBase === 0 ? [] : [["bases", t("review.noBase", { count: counts.noBase })] as const]),
    ...(counts.standIn === 0 ? [] : [["bases", t("review.standIn", { count: counts.standIn })] as const]),
    ...(counts.rows === counts.targets
      ? []
      : [["targets", t("review.noTarget", { count: counts.rows - counts.targets })] as const]),
    ...(counts.unreadable === 0
      ? []
      : [["targets", t("review.unreadable", { count: counts.unreadable })] as const]),
  ];
  if (open.length === 0) return null;
  return (
    <section aria-label={t("review.open")}>
      <h3>{t("review.open")}</h3>
      <ul>
        {open.map(([step, text]) => (
          <li key={text}>
            {text}{" "}
            <button type="button" className="link" onClick={() => onGo(step)}>
              {t("review.look")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeftOut({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const { dropped } = view.proposed.plan;
  if (dropped.length === 0) return null;
  return (
    <section aria-label={t("review.dropped", { count: dropped.length })}>
      <h3>{t("review.dropped", { count: dropped.length })}</h3>
      <ul>
        {dropped.map(({ indicator, name, reason }) => (
          <li key={indicator}>{t("review.droppedRow", { name, reason })}</li>
        ))}
      </ul>
    </section>
  );
}
