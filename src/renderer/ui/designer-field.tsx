import "./designer-field.css";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** A choice of one of several, named at its left. */
export function SelectField<T extends string>({ label, value, options, onChange }: SelectFieldProps<T>) {
  const id = useId();
  return (
    <div className="designer-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  /** `null` for what the program writes. */
  readonly value: string | null;
  readonly usual: string;
  readonly long?: boolean;
  readonly onChange: (value: string | null) => void;
}

/** Longer than any source line; it keeps what is stored small. */
const MOST_LETTERS = 1000;

/** A text that the program writes until the planner writes another; one press goes back. */
export function TextField({ label, value, usual, long = false, onChange }: TextFieldProps) {
  const { t } = useTranslation("gallery");
  const id = useId();
  const field = {
    id,
    className: "input",
    value: value ?? usual,
    maxLength: MOST_LETTERS,
  };
  const write = (text: string) => onChange(text === usual ? null : text);
  return (
    <div className="designer-field">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea {...field} rows={4} onChange={({ target }) => write(target.value)} />
      ) : (
        <input {...field} onChange={({ target }) => write(target.value)} />
      )}
      {value === null ? null : (
        <Button
          variant="quiet"
          icon="undo"
          aria-label={t("automatic", { label })}
          title={t("automatic", { label })}
          onClick={() => onChange(null)}
        />
      )}
    </div>
  );
}
