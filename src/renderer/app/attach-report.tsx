import type { TFunction } from "i18next";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { AttachOutcome } from "../data/sources/attach-files.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { type AttachSummary, attachSummary, type RefusedFile } from "./attach-summary.ts";

interface AttachReportProps {
  readonly outcomes: readonly AttachOutcome[];
  readonly onDismiss: () => void;
}

/** How long good news stay, in milliseconds: long enough to be read twice. */
const GOOD_NEWS_STAY = 6000;

/** What became of files that were attached: one line for those that are, one line for each that is not, the rest on demand. */
export function AttachReport({ outcomes, onDismiss }: AttachReportProps) {
  const { t } = useTranslation(["shell", "source"]);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [held, setHeld] = useState(false);
  const summary = attachSummary(outcomes);
  const { tone } = summary;
  useGoneAfter(tone === "done" && !open && !held ? GOOD_NEWS_STAY : null, onDismiss);
  useGoneWithRoom(tone === "error", onDismiss);
  const hold = (on: boolean) => () => setHeld(on);
  return (
    <div onPointerEnter={hold(true)} onPointerLeave={hold(false)} onFocus={hold(true)} onBlur={hold(false)}>
      <Notice
        tone={tone}
        title={titleOf(t, summary)}
        detail={open ? <FullReport id={id} outcomes={outcomes} /> : refusedLines(t, summary)}
        actions={
          <Button variant="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {t("source:report.details")}
          </Button>
        }
        dismiss={{ label: t("dismiss"), onDismiss }}
      />
    </div>
  );
}

/** Takes a message away by itself; `null` keeps it. */
function useGoneAfter(milliseconds: number | null, onGone: () => void): void {
  useEffect(() => {
    if (milliseconds === null) return undefined;
    const timer = setTimeout(onGone, milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds, onGone]);
}

/** Takes a message away when the room is left in which it was given. */
function useGoneWithRoom(stays: boolean, onGone: () => void): void {
  const [location] = useLocation();
  const [given] = useState(location);
  useEffect(() => {
    if (!stays && location !== given) onGone();
  }, [stays, location, given, onGone]);
}

type Words = TFunction<["shell", "source"]>;

function titleOf(t: Words, { attached, present, refused }: AttachSummary): string {
  const parts = [
    counted(
      attached,
      (title) => t("source:report.one.attached", { title }),
      (count) => t("source:report.many.attached", { count }),
    ),
    counted(
      present,
      (title) => t("source:report.one.present", { title }),
      (count) => t("source:report.many.present", { count }),
    ),
    refused.length === 0 ? null : t("source:report.many.refused", { count: refused.length }),
  ];
  return parts.filter((part) => part !== null).join(t("source:report.and"));
}

function counted(
  titles: readonly string[],
  one: (title: string) => string,
  many: (count: number) => string,
): string | null {
  const [first] = titles;
  if (first === undefined) return null;
  return titles.length === 1 ? one(first) : many(titles.length);
}

function refusedLines(t: Words, { refused }: AttachSummary) {
  if (refused.length === 0) return undefined;
  return (
    <ul {...scrollable(refused)}>
      {refused.map((file, at) => (
        <li key={`${at} ${file.name}`}>
          {t("source:report.line", { name: file.name, why: whyRefused(t, file) })}
        </li>
      ))}
    </ul>
  );
}

/** More lines than this may have to be scrolled, which keys do where the focus is. */
const SHORT_LIST = 6;
const scrollable = (lines: readonly unknown[]) => (lines.length > SHORT_LIST ? { tabIndex: 0 } : {});

function whyRefused(t: Words, file: RefusedFile): string {
  switch (file.kind) {
    case "unread":
      return t(`source:report.short.${file.reason}`);
    case "not-stored":
      return t(`source:report.short.${file.error.reason === "quota" ? "quota" : "other"}`);
    default:
      return t(`source:report.short.${file.kind}`);
  }
}

function FullReport({ id, outcomes }: { readonly id: string } & Pick<AttachReportProps, "outcomes">) {
  const { t } = useTranslation(["shell", "source"]);
  return (
    <ul id={id} {...scrollable(outcomes)}>
      {outcomes.map((outcome, at) => (
        <li key={`${at} ${outcome.name}`}>{fullText(t, outcome)}</li>
      ))}
    </ul>
  );
}

function fullText(t: Words, outcome: AttachOutcome): string {
  const { kind, name } = outcome;
  switch (kind) {
    case "attached":
    case "present":
      return t(`source:report.${kind}`, { name, title: outcome.title });
    case "unread":
      return t(`source:report.unread.${outcome.reason}`, { name });
    case "not-stored": {
      const reason = outcome.error.reason === "quota" ? "quota" : "other";
      return t(`source:report.notStored.${reason}`, { name, title: outcome.title });
    }
    default:
      return t(`source:report.${kind}`, { name });
  }
}
