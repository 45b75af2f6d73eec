import { useTranslation } from "react-i18next";
import { formatNumber } from "#core/indicator/quantity.ts";
import { targetSign } from "#core/indicator/target-sign.ts";
import type { LineStyle } from "#core/report/projection-chart.ts";
import { aimsOf } from "#core/report/scenario-answers.ts";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import type { SeriesTopic } from "#core/scenario/series-topic.ts";
import type { Words } from "../charts/scenario-chart.ts";
import { LineKey } from "../charts/line-key.tsx";
import type { ValueFormat } from "#core/scenario/value-format.ts";
import { chanceAnswers } from "./chance-answers.ts";
import type { Chances } from "./use-chances.ts";
import type { LiveStudy } from "./study-session.ts";

interface ChanceTableProps {
  readonly live: LiveStudy;
  readonly topic: SeriesTopic;
  readonly format: ValueFormat;
  readonly chosen: ScenarioId;
  readonly chances: Chances;
  readonly styles: ReadonlyMap<ScenarioId, LineStyle>;
}

/** How likely each scenario attains the last target, at its level and its stretch level. */
export function ChanceTable({ live, topic, format, chosen, chances, styles }: ChanceTableProps) {
  const { t } = useTranslation("answers");
  const aims = topic.target === null ? [{ aim: "only" as const, level: null }] : aimsOf(topic.target);
  const sign = topic.target === null ? "" : targetSign(topic.target.planned.target);
  return (
    <table className="chances">
      <caption className="visually-hidden">{t("chances.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t("chances.scenario")}</span>
          </th>
          {aims.map(({ aim, level }) => (
            <th key={aim} scope="col">
              {level === null
                ? t("aim.only")
                : t(`chances.column.${aim}`, { sign, value: format.level(level) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {live.study.tree.scenarios.map(({ id, name }) => {
          const column = live.study.columnOf(id);
          const answers = chanceAnswers(live.study, topic, column, chances.byScenario.get(id));
          const none = answers.find((answer) => answer.kind === "noProbability");
          return (
            <tr key={id} data-current={id === chosen || undefined}>
              <th scope="row">
                <LineKey style={styles.get(id) ?? 1} />
                {name}
              </th>
              {none !== undefined ? (
                <td colSpan={aims.length} className="muted">
                  {t(`noProbability.${none.reason}`)}
                </td>
              ) : (
                aims.map(({ aim }) => {
                  const found = answers.find((answer) => answer.kind === "probability" && answer.aim === aim);
                  if (found?.kind !== "probability") return <td key={aim}>{t("table.none")}</td>;
                  return <Chance key={aim} {...found.probability} t={t} />;
                })
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ChanceProps {
  readonly value: number;
  readonly standardError: number;
  readonly t: Words;
}

function Chance({ value, standardError, t }: ChanceProps) {
  return (
    <td>
      <span className="chance-bar" aria-hidden="true">
        <span style={{ width: `${String(value * 100)}%` }} />
      </span>
      <b>{chanceText(value, t)}</b>{" "}
      <small>{t("chances.error", { value: formatNumber(standardError * 100, 1) })}</small>
    </td>
  );
}

/** A probability in whole percent; what is nearly sure or nearly impossible is not rounded to be so. */
export function chanceText(value: number, t: Words): string {
  if (value > 0.99 && value < 1) return t("chances.nearOne");
  if (value < 0.01 && value > 0) return t("chances.nearNone");
  return t("chances.value", { value: formatNumber(value * 100, 0) });
}
