import { Radio } from "antd";

interface ChoiceProps<T extends string> {
  /** Name for screen readers. */
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few choices that all stand in sight. */
export function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  return (
    <Radio.Group
      aria-label={label}
      optionType="button"
      value={value}
      options={[...options]}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    />
  );
}
