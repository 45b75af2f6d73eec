import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ConceptId } from "#core/plan/ids.ts";
import { paths } from "../../ui/paths.ts";
import { Segment } from "../../ui/segment.tsx";

interface CompareModeProps {
  readonly mode: "plans" | "concept";
  /** The concept that the other view opens with; `null` where no plan uses any. */
  readonly concept: ConceptId | null;
}

/** What the room compares by: a plan beside others, or one concept over all of them. */
export function CompareMode({ mode, concept }: CompareModeProps) {
  const { t } = useTranslation("beside");
  const [, go] = useLocation();
  return (
    <Segment
      label={t("mode.label")}
      value={mode}
      options={[
        { value: "plans", label: t("mode.plans") },
        { value: "concept", label: t("mode.concept") },
      ]}
      onChange={(next) => {
        if (next === "plans") go(paths.comparePlans);
        else if (concept !== null) go(paths.compare(concept));
      }}
    />
  );
}
