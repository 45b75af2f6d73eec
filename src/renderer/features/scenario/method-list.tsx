import { useId } from "react";
import { useTranslation } from "react-i18next";
import { requiredGrowth } from "#core/path/growth.ts";
import {
  aimedLevel,
  type Assumption,
  WHAT_IF_METHODS,
  type WhatIfGround,
  type WhatIfMethod,
} from "#core/scenario/what-if.ts";
import { LineKey, MarkerKey } from "./chart-keys.tsx";
import type { Words } from "./projection-view.ts";
import { formatRate, type ValueFormat } from "./value-format.ts";

interface MethodListProps {
  readonly ground: WhatIfGround;
  readonly format: ValueFormat;
  readonly assumption: Assumption;
  readonly current: WhatIfMethod;
  readonly onChoose: (method: WhatIfMethod) => void;
}

/** The projection methods with what each asks for a year, and the legend of the chart. */
export function MethodList({ ground, format, assumption, current, onChoose }: MethodListProps) {
  const { t } = useTranslation("scenario");
  const name = useId();
  const drawable = ground.target !== null;
  return (
    <aside className="scenario-methods" aria-label={t("methodsTitle")} data-region tabIndex={-1}>
      <h2>{t("methodsTitle")}</h2>
      {WHAT_IF_METHODS.map((method) => (
        <label key={method} className="scenario-method" data-current={method === current || undefined}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={method === current}
            disabled={method !== "growth" && !drawable}
            onChange={() => onChoose(method)}
          />
          <LineKey method={method} />
          <span>
            <b>{t(`method.${method}`)}</b>
            <small>{note(method, { ground, format, assumption }, t)}</small>
          </span>
        </label>
      ))}
      <div className="scenario-legend">
        <h2>{t("legendTitle")}</h2>
        <div>
          <MarkerKey kind="history" />
          {t("legend.history")}
        </div>
        {ground.start?.provisional === true ? (
          <div>
            <MarkerKey kind="provisional" />
            {t("legend.provisional")}
          </div>
        ) : null}
        <div>
          <MarkerKey kind="projected" />
          {t("legend.projected")}
        </div>
        {ground.milestones.length === 0 ? null : (
          <div>
            <MarkerKey kind="milestone" />
            {t("legend.milestone")}
          </div>
        )}
        {ground.target === null ? null : (
          <div>
            <MarkerKey kind={ground.target.stretch === null ? "target" : "range"} />
            {t(ground.target.stretch === null ? "legend.target" : "legend.range")}
          </div>
        )}
      </div>
    </aside>
  );
}

function note(
  method: WhatIfMethod,
  { ground, format, assumption }: Pick<MethodListProps, "ground" | "format" | "assumption">,
  t: Words,
): string {
  const { start, target } = ground;
  if (method === "growth") return t("methodNote.growth", { growth: formatRate(assumption.growth / 100) });
  if (start === null || target === null) return t("methodNote.none");
  const level = aimedLevel(target, assumption.aim);
  const years = target.planned.year - start.year;
  if (method === "to-target-linear") {
    const step = (level - start.value) / years;
    const text = format.share
      ? t("difference.points", { value: format.step(step) })
      : t("difference.amount", { value: format.step(step), unit: format.unit });
    return t("methodNote.to-target-linear", { step: text });
  }
  const growth = requiredGrowth({ base: start.value, level, years, share: ground.share });
  return growth.ok ? t("methodNote.to-target-geometric", { growth: formatRate(growth.value.rate) }) : "—";
}
