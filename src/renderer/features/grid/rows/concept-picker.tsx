import { Command as Cmdk } from "cmdk";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Concept } from "#core/plan/concept.ts";
import type { Plan } from "#core/plan/plan.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
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
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The browser would give the focus to the first element that can take it by script, which is not the field.
    input.current?.focus();
  }, []);
  const found = useMemo(() => findConcepts(concepts.values(), plan, query), [concepts, plan, query]);
  return (
    <Cmdk shouldFilter={false} label={t("rows.dialog.catalogue")} className="find-list">
      <Cmdk.Input
        value={query}
        onValueChange={setQuery}
        className="input"
        placeholder={t("rows.dialog.search")}
        aria-label={t("rows.dialog.search")}
        ref={input}
      />
      <Cmdk.List label={t("rows.dialog.catalogue")}>
        <Cmdk.Empty>{t("rows.dialog.empty", { query })}</Cmdk.Empty>
        {found.map(({ concept, inPlan }) => (
          <Cmdk.Item key={concept.id} value={concept.id} onSelect={() => onPick(concept)}>
            <span className="name">{i18n.language === "en" ? concept.en : concept.zh}</span>
            <span className="small muted">{concept.unit}</span>
            <span className="small muted more" title={concept.caliber}>
              {concept.caliber}
            </span>
            {inPlan ? <Tag>{t("rows.dialog.inPlan")}</Tag> : null}
          </Cmdk.Item>
        ))}
      </Cmdk.List>
    </Cmdk>
  );
}
