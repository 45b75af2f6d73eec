import { useTranslation } from "react-i18next";
import type { YearField } from "./drafting-choices.ts";
import type { DraftingView } from "./use-drafting.ts";

interface YearInputProps {
  readonly view: DraftingView;
  readonly field: YearField;
  readonly label: string;
}

/** A year as typed; what is none stays and is marked. */
export function YearInput({ view, field, label }: YearInputProps) {
  const { t } = useTranslation("drafting");
  const { years, obstacles } = view.chosen;
  const wrong = obstacles.some((each) => each.kind === "not-a-year" && each.field === field);
  return (
    <input
      className="input year"
      aria-label={label}
      inputMode="numeric"
      maxLength={6}
      value={years[field]}
      aria-invalid={wrong}
      title={wrong ? t("obstacles.not-a-year") : undefined}
      onChange={(event) => view.change({ [field]: event.target.value })}
    />
  );
}
