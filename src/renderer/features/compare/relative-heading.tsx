import { useTranslation } from "react-i18next";
import type { RelativeConcept } from "#core/compare/concept-table.ts";
import type { Concept } from "#core/plan/concept.ts";
import { Icon } from "../../ui/icon.tsx";
import { drawRelative } from "./compare-session.ts";
import type { ConceptStudy } from "./concept-study.ts";

interface RelativeHeadingProps {
  readonly study: ConceptStudy;
  readonly relative: RelativeConcept;
  readonly drawn: boolean;
  /** How many columns the grid has. */
  readonly columns: number;
}

/** Says why the rows below cannot be compared with those above, and lets them into the chart all the same. */
export function RelativeHeading({ study, relative, drawn, columns }: RelativeHeadingProps) {
  const { t } = useTranslation("compare");
  const { concept, drawable } = relative;
  const own = study.table.concept;
  const name = study.conceptName(concept);
  const scope = (of: Concept) =>
    of.differs === null || of.differs === of.zh
      ? t("relative.plain", { name: study.conceptName(of) })
      : t("relative.scope", { name: study.conceptName(of), differs: of.differs });
  return (
    <tr className="relative-heading">
      <th scope="rowgroup" colSpan={columns}>
        <div>
          <Icon name="block" size={14} />
          <span title={concept.caliber}>
            {t("relative.warning", { other: scope(concept), own: scope(own) })}
          </span>
          <label title={drawable ? undefined : t("relative.notDrawable")}>
            <input
              type="checkbox"
              className="check"
              checked={drawn && drawable}
              disabled={!drawable}
              aria-label={t("relative.drawLabel", { name })}
              onChange={(event) => drawRelative(own.id, concept.id, event.target.checked)}
            />
            {drawable ? t("relative.draw") : t("relative.notDrawable")}
          </label>
        </div>
      </th>
    </tr>
  );
}
