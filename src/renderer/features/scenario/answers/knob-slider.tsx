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
export function KnobSlider({
  label,
  face,
  setting,
  range,
  needed,
  onHold,
  onTurn,
  onLeave,
  children,
}: KnobSliderProps) {
  const { t } = useTranslation("answers");
  const field = useId();
  const { min, max, step, paces } = range;
  const ticks = needed === null ? paces : [...paces, needed];
  const typedRange = [min, max, step].map((value) => typedSetting(face, value));
  const [low = 0, high = 1, by = 0.1] = typedRange;
  const shown = Number(typedSetting(face, setting).toPrecision(6));
  // While it is typed a number may be empty or only a sign; the field says what counts again when it is left.
  const [text, setText] = useState<string | null>(null);
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
  const at = (value: number) => `${String(Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100)))}%`;
  return (
    <div className="knob">
      <div className="knob-head">
        <label htmlFor={field}>{label}</label>
        <input
          id={field}
          className="input num"
          type="number"
          inputMode="decimal"
          step={by}
          value={text ?? shown}
          onChange={(event) => {
            setText(event.target.value);
            turn(event.target.valueAsNumber);
          }}
          onBlur={() => {
            setText(null);
            onLeave();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            setText(null);
            onLeave();
          }}
        />
        <span>{settingUnit(face, t("knob.points"))}</span>
      </div>
      <input
        ref={slider}
        type="range"
        min={low}
        max={high}
        step={by}
        value={dragged ?? shown}
        aria-label={label}
        aria-valuetext={`${settingNumber(face, setting)} ${settingUnit(face, t("knob.points"))}`}
        onPointerDown={onHold}
        onPointerUp={release}
        onLostPointerCapture={release}
        onChange={(event) => {
          setDragged(event.target.valueAsNumber);
          turn(event.target.valueAsNumber);
        }}
      />
      <div className="knob-ticks">
        {ticks.map(({ key, setting: mark }) => (
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
