import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Aim, type Assumption, growthToAim, type WhatIfGround } from "#core/scenario/what-if.ts";
import { Icon } from "../../ui/icon.tsx";
import { Panel, PanelSection } from "../../ui/panel.tsx";
import { Segment } from "../../ui/segment.tsx";
import { findingText } from "./finding-text.ts";
import type { Finding } from "./findings.ts";
import { GROWTH_STEP, growthRange, nearestStep, reachingStep } from "./growth-range.ts";
import { formatRate, type ValueFormat } from "./value-format.ts";

interface QuestionPanelProps {
  readonly ground: WhatIfGround;
  readonly assumption: Assumption;
  readonly found: readonly Finding[];
  readonly format: ValueFormat;
  readonly onChange: (assumption: Assumption) => void;
}

/** The what-if question at the right: how fast, to which level, and what follows from it. */
export function QuestionPanel({ ground, assumption, found, format, onChange }: QuestionPanelProps) {
  const { t } = useTranslation("scenario");
  return (
    <Panel label={t("findings.title")} title={t("question.title")} width={296}>
      <PanelSection title={t("question.growth")}>
        <GrowthSlider ground={ground} assumption={assumption} onChange={onChange} />
      </PanelSection>
      {ground.target === null || ground.target.stretch === null ? null : (
        <PanelSection title={t("question.aim")}>
          <Segment<Aim>
            label={t("question.aim")}
            value={assumption.aim}
            options={[
              {
                value: "floor",
                label: `${t("question.floor")} ${format.levelQuantity(ground.target.level)}`,
              },
              {
                value: "stretch",
                label: `${t("question.stretch")} ${format.levelQuantity(ground.target.stretch)}`,
              },
            ]}
            onChange={(aim) => onChange({ ...assumption, aim })}
          />
        </PanelSection>
      )}
      <PanelSection title={t("findings.title")}>
        <div aria-live="polite">
          {found.map((finding) => {
            const { icon, tone, text } = findingText(finding, assumption, format, t);
            return (
              <p
                key={`${finding.kind}${"year" in finding ? finding.year : ""}`}
                className={`scenario-finding ${tone}`}
              >
                <Icon name={icon} />
                <span>{text}</span>
              </p>
            );
          })}
        </div>
      </PanelSection>
    </Panel>
  );
}

interface GrowthSliderProps {
  readonly ground: WhatIfGround;
  readonly assumption: Assumption;
  readonly onChange: (assumption: Assumption) => void;
}

function GrowthSlider({ ground, assumption, onChange }: GrowthSliderProps) {
  const { t } = useTranslation("scenario");
  const field = useId();
  const range = growthRange(ground);
  // While it is typed a number may be empty or only a sign; the field says what counts again when it is left.
  const [typed, setTyped] = useState<string | null>(null);
  const set = (growth: number) => {
    if (Number.isFinite(growth))
      onChange({ ...assumption, growth: Math.min(range.max, Math.max(range.min, growth)) });
  };
  const needed = growthToAim(ground, assumption.aim);
  const ticks = [
    { key: "history" as const, rate: ground.historicalGrowth },
    { key: "needed" as const, rate: needed },
  ];
  const shown = ticks.flatMap(({ key, rate }) => (rate === null ? [] : [{ key, rate }]));
  return (
    <>
      <div className="scenario-growth">
        <input
          id={field}
          className="input num"
          type="number"
          inputMode="decimal"
          min={range.min}
          max={range.max}
          step={GROWTH_STEP}
          value={typed ?? assumption.growth}
          aria-label={t("question.growth")}
          onChange={(event) => {
            setTyped(event.target.value);
            set(event.target.valueAsNumber);
          }}
          onBlur={() => setTyped(null)}
        />
        <span>{t("question.percent")}</span>
        <span className="spacer" />
        {shown.map(({ key, rate }) => (
          <button
            key={key}
            type="button"
            className="link"
            onClick={() => set(key === "needed" ? reachingStep(ground, rate) : nearestStep(rate))}
          >
            {t(`question.${key}`)} {formatRate(rate)} %
          </button>
        ))}
      </div>
      <input
        className="scenario-slider"
        type="range"
        min={range.min}
        max={range.max}
        step={GROWTH_STEP}
        value={assumption.growth}
        aria-label={`${t("question.growth")}（${t("question.percent")}）`}
        onChange={(event) => set(event.target.valueAsNumber)}
      />
      <div className="scenario-ends">
        <span>{String(range.min).replace("-", "−")} %</span>
        <span>{range.max} %</span>
      </div>
    </>
  );
}
