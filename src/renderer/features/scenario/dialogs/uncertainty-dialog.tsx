import { useState } from "react";
import { useTranslation } from "react-i18next";
import { historicalVolatility } from "#core/projection/monte-carlo/historical-volatility.ts";
import { driverPathOf } from "#core/projection/monte-carlo/driver-path-of.ts";
import type { Distribution, Uncertainty } from "#core/projection/monte-carlo/uncertainty.ts";
import { uncertainPlans } from "#core/scenario/default-uncertainty.ts";
import type { ScenarioId, SeriesOverride } from "#core/scenario/scenario.ts";
import { mainParameter, sourcesOf } from "#core/scenario/series-knob.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import {
  type KnobFace,
  settingOf,
  settingText,
  settingUnit,
  typedSetting,
} from "#core/scenario/setting-text.ts";
import type { LiveStudy } from "../answers/study-session.ts";

interface UncertaintyDialogProps {
  readonly live: LiveStudy;
  readonly topic: SeriesTopic;
  readonly scenario: ScenarioId;
  readonly onApply: (series: string, override: SeriesOverride) => void;
  readonly onClose: () => void;
}

type Kind = Distribution["kind"] | "none";
const KINDS: readonly Kind[] = ["none", "historical", "normal", "triangular", "uniform"];

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
  const { study } = live;
  const column = study.columnOf(scenario);
  const about = live.topicOf(series);
  const assumption = study.engine.planOf(series, column)?.assumption ?? { method: "hold" };
  const parameter = mainParameter(assumption) ?? "rate";
  const face: KnobFace = { ...about, parameter };
  const now = uncertainPlans(study.resolved, study.series, series)[column]?.uncertainty ?? null;
  const [kind, setKind] = useState<Kind>(now?.distribution.kind ?? "none");
  const [drawn, setDrawn] = useState<Uncertainty["drawn"]>(now?.drawn ?? "yearly");
  const known = study.series[series]?.known ?? [];
  const sd = historicalVolatility(known, parameter === "rate" ? "growth" : "step");
  const [numbers, setNumbers] = useState(() => firstNumbers(face, assumption, now, sd.ok ? sd.value : null));
  const distribution = distributionOf(kind, face, numbers);
  const uncertainty = distribution === null ? null : { distribution, drawn };
  const span = { firstYear: study.model.firstYear, until: study.lastYear };
  const wrong =
    kind !== "none" &&
    (uncertainty === null || !driverPathOf({ known, ...span }, assumption, uncertainty).ok);
  const name = study.tree.byId.get(scenario)?.name ?? "";
  const fields = FIELDS[kind];
  return (
    <Dialog
      title={t("uncertainty.title", { name: about.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("uncertainty.cancel")}</Button>
          <Button
            variant="primary"
            disabledReason={wrong ? t("uncertainty.wrong") : undefined}
            onClick={() => {
              onApply(about.id, { uncertainty });
              onClose();
            }}
          >
            {t("uncertainty.apply", { scenario: name })}
          </Button>
        </>
      }
    >
      {choice}
      <fieldset className="uncertainty-kinds">
        <legend>{t("uncertainty.kind")}</legend>
        {KINDS.filter((each) => each !== "historical" || (sd.ok && parameter !== "ceiling")).map((each) => (
          <label key={each}>
            <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />{" "}
            {t(`uncertainty.${each}`)}
          </label>
        ))}
      </fieldset>
      <p className="muted">
        {sd.ok
          ? t("uncertainty.history", {
              ...{ from: known[0]?.year, to: known.at(-1)?.year },
              sd:
                parameter === "rate"
                  ? `${(sd.value * 100).toFixed(1)} %`
                  : settingText(face, sd.value, t("knob.points")),
            })
          : t("uncertainty.noHistory")}
      </p>
      {fields.map((field) => (
        <label key={field} className="goal-row">
          <span>{t(`uncertainty.${field}`, { unit: settingUnit(face, t("knob.points")) })}</span>
          <input
            className="input num"
            type="number"
            step="any"
            aria-invalid={wrong || undefined}
            value={numbers[field]}
            onChange={(event) => setNumbers({ ...numbers, [field]: event.target.value })}
          />
        </label>
      ))}
      {kind === "none" || parameter === "ceiling" ? null : (
        <fieldset className="uncertainty-kinds">
          <legend>{t("uncertainty.drawn")}</legend>
          {(["yearly", "once"] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="drawn" checked={drawn === each} onChange={() => setDrawn(each)} />{" "}
              {t(`uncertainty.${each}`)}
            </label>
          ))}
        </fieldset>
      )}
      {wrong ? (
        <p role="status" className="warn">
          {t("uncertainty.wrong")}
        </p>
      ) : null}
    </Dialog>
  );
}

type Field = "sd" | "low" | "mode" | "high";
type Numbers = Readonly<Record<Field, string>>;

const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  none: [],
  historical: [],
  normal: ["sd"],
  triangular: ["low", "mode", "high"],
  uniform: ["low", "high"],
};

/** What the fields begin with: what is set, else a spread around the setting as wide as history's, or a fifth of it. */
function firstNumbers(
  face: KnobFace,
  assumption: Parameters<typeof driverPathOf>[1],
  now: Uncertainty | null,
  volatility: number | null,
): Numbers {
  const value: unknown = new Map<string, unknown>(Object.entries(assumption)).get(face.parameter);
  const setting = typeof value === "number" ? value : 0;
  const sd =
    volatility === null ? Math.abs(setting) / 5 : face.parameter === "rate" ? volatility * 100 : volatility;
  const print = (number: number) => String(Number(typedSetting(face, number).toPrecision(3)));
  const set = statedNumbers(now);
  return {
    sd: print(set.sd ?? sd),
    low: print(set.low ?? setting - 2 * sd),
    mode: print(set.mode ?? setting),
    high: print(set.high ?? setting + 2 * sd),
  };
}

function statedNumbers(now: Uncertainty | null): Readonly<Partial<Record<Field, number>>> {
  const distribution = now?.distribution;
  switch (distribution?.kind) {
    case "normal":
      return { sd: distribution.sd };
    case "triangular":
      return { low: distribution.low, mode: distribution.mode, high: distribution.high };
    case "uniform":
      return { low: distribution.low, high: distribution.high };
    default:
      return {};
  }
}

function distributionOf(kind: Kind, face: KnobFace, numbers: Numbers): Distribution | null {
  const read = (field: Field) =>
    numbers[field].trim() === "" ? Number.NaN : settingOf(face, Number(numbers[field]));
  switch (kind) {
    case "none":
      return null;
    case "historical":
      return { kind };
    case "normal":
      return { kind, sd: read("sd") };
    case "triangular":
      return { kind, low: read("low"), mode: read("mode"), high: read("high") };
    case "uniform":
      return { kind, low: read("low"), high: read("high") };
  }
}
