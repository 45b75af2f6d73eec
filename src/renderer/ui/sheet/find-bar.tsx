import "./find-bar.css";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../button.tsx";
import { Icon } from "../icon.tsx";
import type { Finding } from "./use-find.ts";

interface FindBarProps {
  readonly finding: Finding;
  readonly readOnly: boolean;
  /** Gives the focus back to the grid. */
  readonly onClose: () => void;
}

/** Finds and replaces above the grid: Enter goes to the next match, Shift+Enter to the one before, Escape closes. */
export function FindBar({ finding, readOnly, onClose }: FindBarProps) {
  const { t } = useTranslation("grid");
  const field = useRef<HTMLInputElement>(null);
  const { open, ask, change } = finding;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [open]);
  const close = () => {
    finding.close();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "f" && event.ctrlKey) field.current?.select();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onEnter = (event: KeyboardEvent, run: (shift: boolean) => void) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run(event.shiftKey);
  };
  return (
    <div className="find-bar" role="search" aria-label={t("find.bar")} onKeyDown={onKeyDown}>
      <Icon name="search" size={14} />
      <input
        ref={field}
        className="input"
        value={ask.text}
        aria-label={t("find.find")}
        placeholder={t("find.find")}
        spellCheck={false}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => onEnter(event, (shift) => finding.step(shift ? -1 : 1))}
      />
      <FindSteps finding={finding} />
      {open === "replace" && !readOnly ? (
        <>
          <input
            className="input"
            value={ask.by}
            aria-label={t("find.replace")}
            placeholder={t("find.replace")}
            spellCheck={false}
            onChange={(event) => change({ by: event.target.value })}
            onKeyDown={(event) => onEnter(event, finding.replaceOne)}
          />
          <Button disabledReason={noneReason(finding, t("find.none"))} onClick={finding.replaceOne}>
            {t("find.replaceOne")}
          </Button>
          <Button disabledReason={noneReason(finding, t("find.none"))} onClick={finding.replaceAll}>
            {t("find.replaceAll")}
          </Button>
        </>
      ) : null}
      <FindChoices finding={finding} />
      <span className="spacer" />
      <Button
        variant="quiet"
        icon="close"
        aria-label={t("find.close")}
        title={t("find.close")}
        onClick={close}
      />
    </div>
  );
}

function noneReason({ hits }: Finding, none: string): string | undefined {
  return hits.length === 0 ? none : undefined;
}

function FindSteps({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation("grid");
  const { hits, at, ask, said } = finding;
  const all = hits.length;
  const counted = at === null ? t("find.found", { all }) : t("find.count", { at: at + 1, all });
  return (
    <>
      {(["previous", "next"] as const).map((way) => (
        <Button
          key={way}
          variant="quiet"
          icon={way === "next" ? "down" : "up"}
          aria-label={t(`find.${way}`)}
          title={t(`find.${way}`)}
          disabledReason={noneReason(finding, t("find.none"))}
          onClick={() => finding.step(way === "next" ? 1 : -1)}
        />
      ))}
      <span className="small muted count" role="status">
        {said ?? (ask.text === "" ? null : all === 0 ? t("find.none") : counted)}
      </span>
    </>
  );
}

function FindChoices({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation("grid");
  const { ask, canBind } = finding;
  return (
    <>
      <label>
        <input
          type="checkbox"
          className="check"
          checked={ask.whole}
          onChange={(event) => finding.change({ whole: event.target.checked })}
        />
        {t("find.whole")}
      </label>
      {canBind ? (
        <label>
          <input
            type="checkbox"
            className="check"
            checked={ask.within !== null}
            onChange={(event) => finding.bind(event.target.checked)}
          />
          {t("find.within")}
        </label>
      ) : null}
    </>
  );
}
