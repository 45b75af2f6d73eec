import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { tinykeys } from "tinykeys";
import { Icon } from "../../ui/icon.tsx";
import {
  countFacet,
  FACETS,
  type Facet,
  isNarrow,
  type LibraryQuery,
  type LibraryRow,
  toggleFacet,
} from "./library-query.ts";
import { useFacetLabels } from "./use-facet-labels.ts";

interface FacetPanelProps {
  readonly rows: readonly LibraryRow[];
  readonly query: LibraryQuery;
  readonly onChange: (query: LibraryQuery) => void;
  readonly onClear: () => void;
}

/** Search box and facets with counts; several values of a facet can be wanted. */
export function FacetPanel({ rows, query, onChange, onClear }: FacetPanelProps) {
  const { t } = useTranslation("library");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => tinykeys(window, { "$mod+KeyF": (event) => toField(event, field.current) }), []);
  return (
    <search className="facets" aria-label={t("facets.label")}>
      <label className="search-box">
        <Icon name="search" size={14} />
        <input
          ref={field}
          type="search"
          value={query.text}
          placeholder={t("facets.search")}
          aria-label={t("facets.search")}
          onChange={(event) => onChange({ ...query, text: event.target.value })}
        />
      </label>
      {FACETS.map((facet) => (
        <FacetGroup key={facet} facet={facet} rows={rows} query={query} onChange={onChange} />
      ))}
      {isNarrow(query) ? (
        <button type="button" className="link" onClick={onClear}>
          {t("facets.clear")}
        </button>
      ) : null}
    </search>
  );
}

function toField(event: KeyboardEvent, field: HTMLInputElement | null): void {
  event.preventDefault();
  field?.focus();
  field?.select();
}

interface FacetGroupProps {
  readonly facet: Facet;
  readonly rows: readonly LibraryRow[];
  readonly query: LibraryQuery;
  readonly onChange: (query: LibraryQuery) => void;
}

function FacetGroup({ facet, rows, query, onChange }: FacetGroupProps) {
  const { t } = useTranslation("library");
  const labels = useFacetLabels();
  const counts = [...countFacet(rows, query, facet)];
  const ordered = counts.sort(([a], [b]) => labels.order(facet, a, b));
  const title = t(facet === "area" ? "facets.jurisdiction" : `facets.${facet}`);
  return (
    <fieldset>
      <legend>{title}</legend>
      {ordered.map(([value, count]) => {
        const { label, aside } = labels.name(facet, value);
        return (
          <label key={value}>
            <input
              type="checkbox"
              className="check"
              checked={query.wanted[facet].includes(value)}
              onChange={() => onChange(toggleFacet(query, facet, value))}
            />
            <span className="facet-name">
              {label}
              {aside === null ? null : <small>{aside}</small>}
            </span>
            <span className="count">{count}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
