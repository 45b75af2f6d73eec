import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Concept } from "#core/plan/concept.ts";
import type { Plan } from "#core/plan/plan.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
import { FindItem, FindList } from "../../../ui/find-list.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { findConcepts } from "./concept-search.ts";

interface ConceptPickerProps {
  readonly plan: Plan;
  readonly onPick: (concept: Concept) => void;
}

/** The catalogue of concepts with a search by name or pinyin: arrows choose, Enter picks. */
export function ConceptPicker({ plan, onPick }: ConceptPickerProps) {
  const { t, i18n } = useTranslation("grid");
  const concepts = useConcepts();
  const [query, setQuery] = useState("");
  const found = useMemo(() => findConcepts(concepts.values(), plan, query), [concepts, plan, query]);
  return (
    <FindList
      label={t("rows.dialog.catalogue")}
      placeholder={t("rows.dialog.search")}
      empty={t("rows.dialog.empty", { query })}
      query={query}
      onQuery={setQuery}
    >
      {found.map(({ concept, inPlan }) => (
        <FindItem key={concept.id} value={concept.id} onSelect={() => onPick(concept)}>
          <span className="name">{i18n.language === "en" ? concept.en : concept.zh}</span>
          <span className="small muted">{concept.unit}</span>
          <span className="small muted more" title={concept.caliber}>
            {concept.caliber}
          </span>
          {inPlan ? <Tag>{t("rows.dialog.inPlan")}</Tag> : null}
        </FindItem>
      ))}
    </FindList>
  );
}
