import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { tinykeys } from "tinykeys";
import type { ConceptEntry, ConceptGroup } from "#core/compare/concept-index.ts";
import type { ConceptId } from "#core/plan/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Segment } from "../../ui/segment.tsx";
import { isShortcut } from "../../ui/is-shortcut.ts";
import { changeCompareView, useCompareView } from "./compare-session.ts";
import { countConcepts, filterConcepts } from "./concept-filter.ts";
import { useConceptName } from "./use-concept-name.ts";

interface ConceptListProps {
  readonly groups: readonly ConceptGroup[];
  readonly current: ConceptId | null;
  readonly onOpen: (concept: ConceptId) => void;
}

/** The concepts that plans use: search, filter, and a list of one tab stop where arrows move and Enter opens. */
export function ConceptList({ groups, current, onOpen }: ConceptListProps) {
  const { t } = useTranslation("compare");
  const { filter, text } = useCompareView();
  const counts = countConcepts(groups);
  const shown = filterConcepts(groups, filter, text);
  const list = useRef<HTMLDivElement>(null);
  const toList = (event: KeyboardEvent) => {
    const first = shown[0]?.entries[0];
    if (event.key === "ArrowDown") list.current?.focus();
    else if (event.key === "Enter" && first !== undefined && text.trim() !== "") onOpen(first.concept.id);
    else return;
    event.preventDefault();
  };
  return (
    <section className="concepts" aria-label={t("list.label")} data-region tabIndex={-1}>
      <SearchField text={text} onKeyDown={toList} />
      <Segment
        label={t("list.filter")}
        value={filter}
        options={[
          { value: "shared", label: t("list.shared"), count: counts.shared },
          { value: "all", label: t("list.all"), count: counts.all },
        ]}
        onChange={(value) => changeCompareView({ filter: value })}
      />
      {shown.length === 0 ? (
        <NoConcepts narrowed={filter === "shared" && counts.all > 0} />
      ) : (
        <Concepts ref={list} groups={shown} current={current} onOpen={onOpen} />
      )}
    </section>
  );
}

function SearchField(props: { readonly text: string; readonly onKeyDown: (event: KeyboardEvent) => void }) {
  const { t } = useTranslation("compare");
  const field = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      tinykeys(window, {
        "$mod+KeyF": (event) => {
          event.preventDefault();
          field.current?.focus();
          field.current?.select();
        },
      }),
    [],
  );
  return (
    <label className="concept-search">
      <Icon name="search" size={14} />
      <input
        ref={field}
        type="search"
        value={props.text}
        placeholder={t("list.search")}
        aria-label={t("list.search")}
        onChange={(event) => changeCompareView({ text: event.target.value })}
        onKeyDown={props.onKeyDown}
      />
    </label>
  );
}

function NoConcepts({ narrowed }: { readonly narrowed: boolean }) {
  const { t } = useTranslation("compare");
  return (
    <div className="concepts-empty">
      <p>{narrowed ? t("list.emptyShared") : t("list.empty")}</p>
      {narrowed ? (
        <Button onClick={() => changeCompareView({ filter: "all" })}>{t("list.searchAll")}</Button>
      ) : null}
    </div>
  );
}

interface ConceptsProps extends ConceptListProps {
  readonly ref: React.Ref<HTMLDivElement>;
}

function Concepts({ ref, groups, current, onOpen }: ConceptsProps) {
  const { t } = useTranslation("compare");
  const entries = groups.flatMap((group) => group.entries);
  const [moved, setMoved] = useState<ConceptId | null>(null);
  const known = (id: ConceptId | null) => entries.findIndex(({ concept }) => concept.id === id);
  const at = known(moved) >= 0 ? known(moved) : Math.max(0, known(current));
  const active = entries[at];
  useEffect(() => {
    if (active === undefined) return;
    document.getElementById(optionId(active.concept.id))?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isShortcut(event)) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: entries.length - 1,
    };
    const step = steps[event.key];
    const next = step === undefined ? undefined : entries[Math.min(entries.length - 1, Math.max(0, step))];
    if (next !== undefined) setMoved(next.concept.id);
    else if ((event.key === "Enter" || event.key === " ") && active !== undefined) onOpen(active.concept.id);
    else return;
    event.preventDefault();
  };
  const open = (id: ConceptId) => {
    setMoved(id);
    onOpen(id);
  };
  return (
    <div
      ref={ref}
      className="concept-options"
      role="listbox"
      aria-label={t("list.label")}
      aria-description={t("list.hint")}
      aria-activedescendant={active === undefined ? undefined : optionId(active.concept.id)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {groups.map(({ category, entries: found }) => (
        <div key={category ?? ""} role="group" aria-label={category ?? t("list.noCategory")}>
          <h3 aria-hidden="true">{category ?? t("list.noCategory")}</h3>
          {found.map((entry) => (
            <ConceptOption
              key={entry.concept.id}
              entry={entry}
              current={entry.concept.id === current}
              active={entry === active}
              onOpen={open}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const optionId = (concept: ConceptId): string => `concept-${concept}`;

interface ConceptOptionProps {
  readonly entry: ConceptEntry;
  /** Whether it is open. */
  readonly current: boolean;
  /** Whether the arrows stand on it. */
  readonly active: boolean;
  readonly onOpen: (concept: ConceptId) => void;
}

function ConceptOption({ entry, current, active, onOpen }: ConceptOptionProps) {
  const { t } = useTranslation("compare");
  const nameOf = useConceptName();
  const { concept, plans } = entry;
  const name = nameOf(concept);
  return (
    <div
      id={optionId(concept.id)}
      role="option"
      aria-selected={current}
      data-active={active || undefined}
      title={name}
      onClick={() => onOpen(concept.id)}
    >
      <span>{name}</span>
      <span className="count">
        {plans}
        <span className="visually-hidden">{t("list.plans")}</span>
      </span>
    </div>
  );
}
