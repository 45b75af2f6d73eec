import { useTranslation } from "react-i18next";
import type { FateChoice } from "#core/drafting/draft-choices.ts";
import { tidy } from "#core/drafting/draft-choices.ts";
import type { Indicator } from "#core/plan/plan.ts";
import { Segment } from "../../ui/segment.tsx";
import { LastTarget } from "./last-target.tsx";

/** The fates in the order in which they are offered. */
export const FATES = ["kept", "caliber-changed", "dropped"] as const;

/** A choice of another fate keeps the reason that was written. */
export function withFate(before: FateChoice, fate: FateChoice["fate"]): FateChoice {
  return fate === "kept" ? { fate } : { fate, reason: before.fate === "kept" ? "" : before.reason };
}

interface FateRowProps {
  readonly row: Indicator;
  readonly choice: FateChoice;
  readonly marked: boolean;
  readonly onMark: (on: boolean) => void;
  readonly onChoose: (choice: FateChoice) => void;
}

/** An indicator of the predecessor: 沿用, 口径调整 or 不再列入, the last two with a reason. */
export function FateRow({ row, choice, marked, onMark, onChoose }: FateRowProps) {
  const { t } = useTranslation("drafting");
  const { fate } = choice;
  const noReason = fate !== "kept" && tidy(choice.reason) === "";
  return (
    <tr className={fate === "dropped" ? "dropped" : undefined}>
      <td className="mark" data-column="mark">
        <input
          type="checkbox"
          className="check"
          aria-label={t("indicators.mark", { name: row.name })}
          checked={marked}
          onChange={(event) => onMark(event.target.checked)}
        />
      </td>
      <th scope="row" className="name" title={row.name}>
        {row.name}
      </th>
      <td className="unit">{row.unit}</td>
      <td>
        <LastTarget row={row} />
      </td>
      <td data-column="fate">
        <Segment
          label={t("indicators.fateOf", { name: row.name })}
          options={FATES.map((value) => ({ value, label: t(`fates.${value}`) }))}
          value={fate}
          onChange={(value) => onChoose(withFate(choice, value))}
        />
      </td>
      <td>
        {fate === "kept" ? null : (
          <input
            type="text"
            data-column="reason"
            className="input"
            aria-label={t("indicators.reasonOf", { name: row.name })}
            aria-invalid={noReason}
            placeholder={t("indicators.reasonNeeded")}
            value={choice.reason}
            onChange={(event) => onChoose({ fate, reason: event.target.value })}
          />
        )}
      </td>
    </tr>
  );
}
