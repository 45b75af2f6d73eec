import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { MOST_FINDS } from "#exchange/document/find-in-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { TextSearch } from "./use-reader.ts";

interface FindBarProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly search: TextSearch;
}

/** Searches the text: how many finds, and from one to the next. */
export function FindBar({ ref, search }: FindBarProps) {
  const { t } = useTranslation("source");
  const { query, ask, step } = search;
  return (
    <div className="find-bar" role="search">
      <Icon name="search" size={14} />
      <input
        ref={ref}
        className="input"
        type="search"
        value={query}
        placeholder={t("find.label")}
        aria-label={t("find.label")}
        spellCheck={false}
        onChange={(event) => ask(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <FindCount search={search} />
      <FindStep name="previous" search={search} />
      <FindStep name="next" search={search} />
    </div>
  );
}

function FindCount({ search }: Pick<FindBarProps, "search">) {
  const { t } = useTranslation("source");
  const { query, finds, current } = search;
  const all = finds.length;
  const counted = t(all >= MOST_FINDS ? "find.many" : "find.count", { at: (current ?? 0) + 1, all });
  return (
    <span className="small muted count" role="status">
      {query.trim() === "" ? null : all === 0 ? t("find.none") : counted}
    </span>
  );
}

function FindStep({ name, search }: Pick<FindBarProps, "search"> & { readonly name: "previous" | "next" }) {
  const { t } = useTranslation("source");
  const label = t(`find.${name}`);
  return (
    <Button
      variant="quiet"
      icon={name === "next" ? "down" : "up"}
      aria-label={label}
      title={label}
      disabledReason={search.finds.length === 0 ? t("find.none") : undefined}
      onClick={() => search.step(name === "next" ? 1 : -1)}
    />
  );
}
