import { useId } from "react";

/** One choice of a segment; the count stands behind the word. */
export interface SegmentOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count?: number;
  readonly disabledReason?: string | undefined;
}

interface SegmentProps<T extends string> {
  /** Name for screen readers. */
  readonly label: string;
  readonly options: readonly SegmentOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A row of choices of which one holds; arrow keys move as in any radio group. */
export function Segment<T extends string>({ label, options, value, onChange }: SegmentProps<T>) {
  const name = useId();
  return (
    <div className="segment" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} title={option.disabledReason}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.disabledReason !== undefined}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.count === undefined ? null : ` ${option.count}`}
          </span>
        </label>
      ))}
    </div>
  );
}
