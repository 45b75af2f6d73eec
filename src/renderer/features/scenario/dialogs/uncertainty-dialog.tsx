import { useState } from "react";
import { useTranslation } from "react-i18next";
import { driverPathOf } from "#core/projection/monte-carlo/driver-path-of.ts";
import { historicalVolatility } from "#core/projection/monte-carlo/historical-volatility.ts";
import type { Uncertainty } from "#core/projection/monte-carlo/uncertainty.ts";
import { uncertainPlans } from "#core/scenario/default-uncertainty.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import { mainParameter, sourcesOf } from "#core/scenario/series-knob.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { type KnobFace, settingText, settingUnit } from "#core/scenario/setting-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { LiveStudy } from "../answers/study-session.ts";
import {
  distributionOf,
  firstNumbers,
  SPREAD_FIELDS,
  SPREAD_KINDS,
  type SpreadKind,
} from "./spread-numbers.ts";

interface UncertaintyDialogProps {
  readonly live: LiveStudy;
  readonly topic: SeriesTopic;
  readonly scenario: ScenarioId;
  readonly onApply: (series: string, override: SeriesOverride) => void;
  readonly onClose: () => void;
}

/** Sets how the number of a series varies in a scenario, beginning with what holds now. */
export function UncertaintyDialog(props: UncertaintyDialogProps) {
  const { t } = useTranslation("answers");
  const { live, topic, scenario, onClose } = props;
  const column = live.study.columnOf(scenario);
  const sources = sourcesOf(live.study.engine, topic.at, column);
  const [series, setSeries] = useState(sources[0] ?? topic.at);
  const method = live.study.engine.planOf(series, column)?.assumption.method ?? "hold";
  const varies = method === "growth" || method === "step" || method === "logistic";
  const choice =
    sources.length < 2 ? null : (
      <label className="goal-row">
        <span>{t("uncertainty.series")}</span>
        <select className="input" value={series} onChange={(event) => setSeries(Number(event.target.value))}>
          {sources.map((at) => (
            <option key={at} value={at}>
              {live.topicOf(at).name}
            </option>
          ))}
        </select>
      </label>
    );
  if (varies) return <UncertaintyForm key={series} {...props} series={series} choice={choice} />;
  return (
    <Dialog
      title={t("uncertainty.title", { name: live.topicOf(series).name })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t("uncertainty.cancel")}</Button>}
    >
      {choice}
      <p>{t("uncertainty.notUncertain", { method: t(`method.${method}`) })}</p>
    </Dialog>
  );
}

interface UncertaintyFormProps extends UncertaintyDialogProps {
  readonly series: number;
  readonly choice: React.ReactNode;
}

function UncertaintyForm({ live, scenario, series, choice, onApply, onClose }: UncertaintyFormProps) {
  const { t } = useTranslation("answers");
  const { id, name } = live.topicOf(series);
  const spread = useSpread(live, scenario, series);
  const { face, kind, numbers, uncertainty, wrong } = spread;
  return (
    <Dialog
      title={t("uncertainty.title", { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("uncertainty.cancel")}</Button>
          <Button
            variant="primary"
            disabledReason={wrong ? t("uncertainty.wrong") : undefined}
            onClick={() => {
              onApply(id, { uncertainty });
              onClose();
            }}
          >
            {t("uncertainty.apply", { scenario: live.study.tree.byId.get(scenario)?.name ?? "" })}
          </Button>
        </>
      }
    >
      {choice}
      <Choices name="kind" offers={spread.kinds} chosen={kind} onChoose={spread.setKind} />
      <HistoryNote {...spread} />
      {SPREAD_FIELDS[kind].map((field) => (
        <label key={field} className="goal-row">
          <span>{t(`uncertainty.${field}`, { unit: settingUnit(face, t("knob.points")) })}</span>
          <input
            className="input num"
            type="number"
            step="any"
            aria-invalid={wrong || undefined}
            value={numbers[field]}
            onChange={(event) => spread.setNumbers({ ...numbers, [field]: event.target.value })}
          />
        </label>
      ))}
      {kind === "none" || face.parameter === "ceiling" ? null : (
        <Choices name="drawn" offers={DRAWN} chosen={spread.drawn} onChoose={spread.setDrawn} />
      )}
      {wrong ? (
        <p role="status" className="warn">
          {t("uncertainty.wrong")}
        </p>
      ) : null}
    </Dialog>
  );
}

const DRAWN = ["yearly", "once"] as const;

/** The spread that is being set: what is typed, what follows from it, and what history says. */
function useSpread(live: LiveStudy, scenario: ScenarioId, series: number) {
  const { study } = live;
  const column = study.columnOf(scenario);
  const assumption = study.engine.planOf(series, column)?.assumption ?? { method: "hold" };
  const parameter = mainParameter(assumption) ?? "rate";
  const face: KnobFace = { ...live.topicOf(series), parameter };
  const now = uncertainPlans(study.resolved, study.series, series)[column]?.uncertainty ?? null;
  const known = study.series[series]?.known ?? [];
  const sd = historicalVolatility(known, parameter === "rate" ? "growth" : "step");
  const [kind, setKind] = useState<SpreadKind>(now?.distribution.kind ?? "none");
  const [drawn, setDrawn] = useState<Uncertainty["drawn"]>(now?.drawn ?? "yearly");
  const [numbers, setNumbers] = useState(() => firstNumbers(face, assumption, now, sd.ok ? sd.value : null));
  const distribution = distributionOf(kind, face, numbers);
  const uncertainty = distribution === null ? null : { distribution, drawn };
  const span = { firstYear: study.model.firstYear, until: study.lastYear };
  const runs = uncertainty !== null && driverPathOf({ known, ...span }, assumption, uncertainty).ok;
  return {
    ...{ face, known, sd, uncertainty, kind, setKind, drawn, setDrawn, numbers, setNumbers },
    kinds: SPREAD_KINDS.filter((each) => each !== "historical" || (sd.ok && parameter !== "ceiling")),
    wrong: kind !== "none" && !runs,
  };
}

interface ChoicesProps<Offer> {
  readonly name: "kind" | "drawn";
  readonly offers: readonly Offer[];
  readonly chosen: Offer;
  readonly onChoose: (offer: Offer) => void;
}

function Choices<Offer extends SpreadKind | Uncertainty["drawn"]>(props: ChoicesProps<Offer>) {
  const { name, offers, chosen, onChoose } = props;
  const { t } = useTranslation("answers");
  return (
    <fieldset className="uncertainty-kinds">
      <legend>{t(`uncertainty.${name}`)}</legend>
      {offers.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={chosen === each} onChange={() => onChoose(each)} />{" "}
          {t(`uncertainty.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** How much the number varied in the years that are known. */
function HistoryNote({ face, known, sd }: Pick<ReturnType<typeof useSpread>, "face" | "known" | "sd">) {
  const { t } = useTranslation("answers");
  if (!sd.ok) return <p className="muted">{t("uncertainty.noHistory")}</p>;
  const varied =
    face.parameter === "rate"
      ? `${(sd.value * 100).toFixed(1)} %`
      : settingText(face, sd.value, t("knob.points"));
  const years = { from: known[0]?.year, to: known.at(-1)?.year };
  return <p className="muted">{t("uncertainty.history", { ...years, sd: varied })}</p>;
}
