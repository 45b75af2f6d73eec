import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { checkFormula, seriesKey } from "#core/projection/formula/check-formula.ts";
import type { AssumptionSheet } from "./assumption-sheet.ts";
import { type FormulaOffer, formulaOffers, wordAt } from "./formula-offers.ts";

interface FormulaFieldProps {
  readonly text: string;
  readonly unit: string;
  readonly sheet: AssumptionSheet;
  readonly onChange: (text: string) => void;
}

/** A formula with completion of names, and what is wrong with it at its place. */
export function FormulaField({ text, unit, sheet, onChange }: FormulaFieldProps) {
  const { t } = useTranslation("studio");
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  /** Where the caret goes once what was taken stands in the field. */
  const behind = useRef<number | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, choose] = useState(0);
  const word = caret === null ? null : wordAt(text, caret);
  const offers = word === null ? [] : formulaOffers(sheet, word.text);
  const checked = useMemo(() => checkFormula(text, unit, scopeOf(sheet)), [text, unit, sheet]);
  const take = (offer: FormulaOffer) => {
    if (word === null || caret === null) return;
    const next = text.slice(0, word.start) + offer.text + text.slice(caret);
    const at = word.start + offer.text.length;
    behind.current = at;
    onChange(next);
    setCaret(null);
  };
  useLayoutEffect(() => {
    const at = behind.current;
    behind.current = null;
    if (at === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  }, [text]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (offers.length === 0 || event.nativeEvent.isComposing) return;
    const offer = offers[chosen % offers.length];
    if (event.key === "ArrowDown") choose((at) => at + 1);
    else if (event.key === "ArrowUp") choose((at) => at + offers.length - 1);
    else if (event.key === "Escape") setCaret(null);
    else if ((event.key === "Enter" || event.key === "Tab") && offer !== undefined) take(offer);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="formula-field">
      <textarea
        ref={field}
        value={text}
        spellCheck={false}
        role="combobox"
        aria-label={t("formula.label", { unit })}
        aria-expanded={offers.length > 0}
        aria-controls={listId}
        aria-activedescendant={offers.length > 0 ? `${listId}-${chosen % offers.length}` : undefined}
        aria-invalid={!checked.ok || undefined}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          choose(0);
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      {offers.length === 0 ? null : (
        <ul role="listbox" id={listId} aria-label={t("formula.offers")}>
          {offers.map((offer, at) => (
            <li
              key={offer.text}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === chosen % offers.length}
              onPointerDown={(event) => {
                event.preventDefault();
                take(offer);
              }}
            >
              <span>{offer.name}</span>
              <small>{offer.unit ?? t("formula.function")}</small>
            </li>
          ))}
        </ul>
      )}
      {checked.ok ? (
        <small>{t("formula.hint")}</small>
      ) : (
        <FormulaProblem text={text} span={checked.error.span}>
          {t(`formula.error.${checked.error.kind}`, wordsOf(checked.error))}
        </FormulaProblem>
      )}
    </div>
  );
}

interface ProblemProps {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly children: string;
}

/** The formula with the wrong stretch marked, and what is wrong with it. */
function FormulaProblem({ text, span, children }: ProblemProps) {
  return (
    <p role="alert">
      {span.end > span.start ? (
        <>
          {text.slice(0, span.start)}
          <mark>{text.slice(span.start, span.end)}</mark>
          {text.slice(span.end)}
          <br />
        </>
      ) : null}
      {children}
    </p>
  );
}

/** The texts and numbers that an error carries, for its sentence. */
function wordsOf(error: object): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(error).flatMap(([key, value]: [string, unknown]) =>
      key !== "kind" && (typeof value === "string" || typeof value === "number") ? [[key, value]] : [],
    ),
  );
}

function scopeOf({ allSeries, span }: AssumptionSheet) {
  const named = new Map<string, number[]>();
  allSeries.forEach(({ id, names }, at) => {
    for (const key of new Set([id, ...names].map(seriesKey))) named.set(key, [...(named.get(key) ?? []), at]);
  });
  return {
    find: (key: string) => named.get(key) ?? [],
    unitOf: (series: number) => allSeries[series]?.unit ?? "",
    firstYear: span.first,
    lastYear: span.last,
  };
}
