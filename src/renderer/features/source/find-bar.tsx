import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { MOST_FINDS } from "#exchange/document/find-in-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";

interface FindBarProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly query: string;
  readonly all: number;
  /** The find being looked at, from 0. */
  readonly current: number | null;
  readonly onQuery: (query: string) => void;
  readonly onStep: (step: 1 | -1) => void;
}

/** Searches the text: how many finds, and from one to the next. */
export function FindBar({ ref, query, all, current, onQuery, onStep }: FindBarProps) {
  const { t } = useTranslation("source");
  const none = all === 0 ? t("find.none") : undefined;
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
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onStep(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="small muted count" role="status">
        {query.trim() === ""
          ? null
          : all === 0
            ? t("find.none")
            : t(all >= MOST_FINDS ? "find.many" : "find.count", { at: (current ?? 0) + 1, all })}
      </span>
      <Button
        variant="quiet"
        icon="up"
        aria-label={t("find.previous")}
        title={t("find.previous")}
        disabledReason={none}
        onClick={() => onStep(-1)}
      />
      <Button
        variant="quiet"
        icon="down"
        aria-label={t("find.next")}
        title={t("find.next")}
        disabledReason={none}
        onClick={() => onStep(1)}
      />
    </div>
  );
}
