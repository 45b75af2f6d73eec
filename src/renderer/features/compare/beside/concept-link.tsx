import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { ConceptId } from "#core/plan/ids.ts";
import { Icon } from "../../../ui/icon.tsx";
import { paths } from "../../../ui/paths.ts";

/** The way from a row to its concept over all plans; nothing for an indicator without a concept. */
export function ConceptLink({ concept }: { readonly concept: ConceptId | null }) {
  const { t } = useTranslation("compare");
  if (concept === null) return null;
  return (
    <p>
      <Link className="link small" href={paths.compare(concept)}>
        <Icon name="compare" size={14} /> {t("link")}
      </Link>
    </p>
  );
}
