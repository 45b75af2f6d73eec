import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KnobRange, KnobTick } from "./knob-range.ts";
import {
  type KnobFace,
  settingNumber,
  settingOf,
  settingUnit,
  typedSetting,
} from "#core/scenario/setting-text.ts";

interface KnobSliderProps {
  readonly label: string;
  readonly face: KnobFace;
  readonly setting: number;
  readonly range: KnobRange;
  /** What the target needs, marked beside the history. */
  readonly needed: KnobTick | null;
  /** When a hand takes the slider; a new setting while it is dragged or typed; and when the hand lets go. */
  readonly onHold: () => void;
  readonly onTurn: (setting: number) => void;
  readonly onLeave: () => void;
  /** What else can be done to the number. */
  readonly children?: ReactNode;
}

/** A number of an assumption: typed, dragged, or set to one of the marks of its history. */
export function KnobSlider(props: KnobSliderProps) {
  const { label, face, setting, range, needed, onHold, onTurn, onLeave, children } = props;
  const { t } = useTranslation("answers");
  const { min, max, step, paces } = range;
  const [low = 0, high = 1, by = 0.1] = [min, max, step].map((value) => typedSetting(face, value));
  const shown = Number(typedSetting(face, setting).toPrecision(6));
  // What is tried out is on show a frame later; the thumb stays where the hand has it.
  const [dragged, setDragged] = useState<number | null>(null);
  const release = () => {
    setDragged(null);
    onLeave();
  };
  const slider = useCommit(release);
  const turn = (typed: number) => {
    if (Number.isFinite(typed)) onTurn(settingOf(face, typed));
  };
  const unit = settingUnit(face, t("knob.points"));
  const at = (value: number) => `${String(Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100)))}%`;
  return (
    <div className="knob">
      <NumberField {...{ label, unit, shown, onLeave }} step={by} onType={turn} />
      <input
        ref={slider}
        type="range"
        min={low}
        max={high}
        step={by}
        value={dragged ?? shown}
        aria-label={label}
        aria-valuetext={`${settingNumber(face, setting)} ${unit}`}
        onPointerDown={onHold}
        onPointerUp={release}
        onLostPointerCapture={release}
        onChange={(event) => {
          setDragged(event.target.valueAsNumber);
          turn(event.target.valueAsNumber);
        }}
      />
      <div className="knob-ticks">
        {(needed === null ? paces : [...paces, needed]).map(({ key, setting: mark }) => (
          <button
            key={key}
            type="button"
            className="link"
            style={{ left: at(mark) }}
            onClick={() => {
              onTurn(Number(mark.toPrecision(4)));
              onLeave();
            }}
          >
            {t(`knob.${key}`)} {settingNumber(face, mark)}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly shown: number;
  readonly step: number;
  readonly onType: (typed: number) => void;
  readonly onLeave: () => void;
}

/** The field above the slider. While it is typed a number may be empty or only a sign; it says what counts again when it is left. */
function NumberField({ label, unit, shown, step, onType, onLeave }: NumberFieldProps) {
  const field = useId();
  const [text, setText] = useState<string | null>(null);
  const leave = () => {
    setText(null);
    onLeave();
  };
  return (
    <div className="knob-head">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        className="input num"
        type="number"
        inputMode="decimal"
        step={step}
        value={text ?? shown}
        onChange={(event) => {
          setText(event.target.value);
          onType(event.target.valueAsNumber);
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter") leave();
        }}
      />
      <span>{unit}</span>
    </div>
  );
}

/** The page's own change event of a slider comes when the hand lets go, unlike React's, which is that of every step. */
function useCommit(onLeave: () => void) {
  const input = useRef<HTMLInputElement>(null);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  }, [onLeave]);
  useEffect(() => {
    const element = input.current;
    const commit = () => leave.current();
    element?.addEventListener("change", commit);
    return () => element?.removeEventListener("change", commit);
  }, []);
  return input;
}
