import "./passage-block.css";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Plan, SourceDocument } from "#core/plan/plan.ts";
import type { Evidence } from "#core/plan/statement.ts";
import { passageAt } from "#exchange/document/passage.ts";
import { blocksFor, useAttaching, useSourceText } from "../data/sources/use-sources.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { paths } from "../ui/paths.ts";

interface PassageBlockProps {
  /** The plan whose document it is. */
  readonly plan: Plan;
  /** The places to show; all in one document. */
  readonly places: readonly Evidence[];
}

/** What the original says at a place, or the way to attach the planner's own copy of it. */
export function PassageBlock({ plan, places }: PassageBlockProps) {
  const document = plan.documents.find(({ file }) => file === places[0]?.document);
  const text = useSourceText(document?.sha256 ?? null);
  const [asked, setAsked] = useState(false);
  if (document === undefined || text === undefined) return null;
  if (text === null) return <Unattached file={document.file} onAsk={() => setAsked(true)} />;
  const blocks = blocksFor(text, plan.outline);
  return (
    <>
      {places.map((place) => (
        <PassageText
          key={`${place.start}-${place.end}`}
          passage={place.end <= text.length ? passageAt(text, blocks, place) : null}
        />
      ))}
      <Attached plan={plan} document={document} place={places[0] ?? null} asked={asked} />
    </>
  );
}

function PassageText({ passage }: { readonly passage: ReturnType<typeof passageAt> | null }) {
  const { t } = useTranslation("source");
  if (passage === null) return <p className="small muted">{t("outside")}</p>;
  return (
    <blockquote className="passage" aria-label={t("passage")}>
      {passage.before}
      <mark>{passage.marked}</mark>
      {passage.after}
    </blockquote>
  );
}

interface AttachedProps {
  readonly plan: Plan;
  readonly document: SourceDocument;
  readonly place: Evidence | null;
  /** Whether it was asked for here: the button that had the focus is gone, so the link takes it. */
  readonly asked: boolean;
}

function Attached({ plan, document, place, asked }: AttachedProps) {
  const { t } = useTranslation("source");
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const { activeElement, body } = window.document;
    if (asked && (activeElement === null || activeElement === body)) link.current?.focus();
  }, [asked]);
  const hash = document.sha256.slice(0, 8);
  const key = plan.documents.length > 1 ? hash : null;
  return (
    <p className="attached small">
      <Icon name="check" size={14} />
      <span className="muted" title={document.file}>
        {t("attached", { hash })}
      </span>
      <span className="spacer" />
      {/* The reader goes back where it was opened from. */}
      <Link ref={link} className="link" href={paths.source(plan.id, place, key)} state={{ fromRoom: true }}>
        <Icon name="open" size={14} /> {t("open")}
      </Link>
    </p>
  );
}

function Unattached({ file, onAsk }: { readonly file: string; readonly onAsk: () => void }) {
  const { t } = useTranslation(["source", "grid"]);
  const attaching = useAttaching();
  return (
    <div className="unattached small">
      <p className="muted" title={file}>
        <Icon name="page" size={14} /> {t("grid:panel.unattached")}
      </p>
      <p className="muted">{t("source:attachWhy")}</p>
      <Button
        variant="quiet"
        icon="import"
        onClick={() => {
          onAsk();
          void attaching.choose();
        }}
      >
        {t("source:attach")}
      </Button>
    </div>
  );
}
