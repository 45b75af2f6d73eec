import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { IndicatorReference } from "#core/narrative/narrative.ts";
import { referenceText } from "#core/narrative/reference-text.ts";
import type { Plan } from "#core/plan/plan.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { FindItem, FindList } from "../../../ui/find-list.tsx";
import { matchesPinyin } from "../../../ui/pinyin.ts";

interface ReferenceDialogProps {
  readonly plan: Plan;
  readonly onPick: (reference: IndicatorReference) => void;
  readonly onClose: () => void;
}

interface Offer {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly reference: IndicatorReference;
}

/** How many offers are listed; a search narrows them. */
const LISTED = 60;

/** What the text can refer to, found by the indicator's name or pinyin: arrows choose, Enter puts it in. */
export function ReferenceDialog({ plan, onPick, onClose }: ReferenceDialogProps) {
  const { t } = useTranslation("report");
  const [query, setQuery] = useState("");
  const offers = useMemo(() => offersOf(plan), [plan]);
  const found = offers.filter(({ name }) => matchesPinyin(name, query)).slice(0, LISTED);
  return (
    <Dialog title={t("text.insertTitle")} wide onClose={onClose}>
      <FindList
        label={t("text.insertTitle")}
        placeholder={t("text.search")}
        empty={t("text.noFind", { query })}
        query={query}
        onQuery={setQuery}
      >
        {found.map(({ key, name, text, reference }) => (
          <FindItem key={key} value={key} onSelect={() => onPick(reference)}>
            <span className="name">{name}</span>
            <span className="small muted">
              {t(
                `text.says.${reference.says === "value" && reference.year === null ? "base" : reference.says}`,
                {
                  year: reference.year ?? "",
                },
              )}
            </span>
            <span className="more" title={text}>
              {text}
            </span>
          </FindItem>
        ))}
      </FindList>
    </Dialog>
  );
}

/** The goal of each indicator first, then its last target, its base value and the years that are known. */
function offersOf(plan: Plan): readonly Offer[] {
  const { years } = plan.observations;
  return plan.indicators.flatMap(({ id, name, targets }) => {
    const references: readonly Omit<IndicatorReference, "indicator">[] = [
      { says: "goal", year: null },
      ...targets.map(({ year }) => ({ says: "target", year }) as const),
      { says: "value", year: null },
      ...years.map((year) => ({ says: "value", year }) as const),
    ];
    return references.flatMap((part): Offer[] => {
      const reference = { indicator: id, ...part };
      const text = referenceText(plan, reference);
      return text === null ? [] : [{ key: `${id} ${part.says} ${part.year}`, name, text, reference }];
    });
  });
}
