import "./source.css";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan, SourceDocument } from "#core/plan/plan.ts";
import { blocksFor, useSourceText } from "../../data/sources/use-sources.ts";
import { usePlan } from "../../data/use-workbench.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { Segment } from "../../ui/segment.tsx";
import { Reader } from "./reader.tsx";
import { readingOf, wantedDocument } from "./reading.ts";
import { UnattachedRoom } from "./unattached-room.tsx";

/** The original of a plan, at the place that the address asks for. */
export function SourceRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("source");
  const plan = usePlan(planId);
  const query = new URLSearchParams(useSearch());
  const document = plan ? wantedDocument(plan.documents, query.get("document")) : null;
  if (plan === undefined) return <Room title={t("title")}>{null}</Room>;
  if (plan === null || document === null) {
    return (
      <Room title={t("title")}>
        <EmptyState text={plan === null ? t("missing") : t("noDocuments")} />
      </Room>
    );
  }
  return <DocumentRoom key={document.sha256} plan={plan} document={document} at={query.get("at")} />;
}

interface DocumentRoomProps {
  readonly plan: Plan;
  readonly document: SourceDocument;
  readonly at: string | null;
}

function DocumentRoom({ plan, document, at }: DocumentRoomProps) {
  const { t } = useTranslation("source");
  const [, go] = useLocation();
  const text = useSourceText(document.sha256);
  const reading = useMemo(
    () => (text ? readingOf(plan, document, text, blocksFor(text, plan.outline), at) : null),
    [plan, document, text, at],
  );
  const back = () => {
    // Only who came from another room of this window can go back to it; its address was noted on the way here.
    if (cameFromRoom(ownState())) history.back();
    else go(paths.indicators(plan.id));
  };
  const lead = <DocumentSwitch plan={plan} document={document} />;
  if (text === undefined) return <Room title={t("title")}>{null}</Room>;
  if (reading === null) return <UnattachedRoom document={document} lead={lead} onBack={back} />;
  return (
    <Reader
      reading={reading}
      lead={lead}
      onBack={back}
      onNote={(place) => {
        const address = paths.source(plan.id, place, documentKey(plan, document));
        go(address, { replace: true, state: ownState() });
      }}
    />
  );
}

/** What was noted with the address on the way here. */
const ownState = (): unknown => history.state;

function cameFromRoom(state: unknown): boolean {
  return typeof state === "object" && state !== null && "fromRoom" in state && state.fromRoom === true;
}

function documentKey({ documents }: Plan, { sha256 }: SourceDocument): string | null {
  return documents.length > 1 ? sha256.slice(0, 8) : null;
}

/** The plan's documents to choose from, where there are several. */
function DocumentSwitch({ plan, document }: Pick<DocumentRoomProps, "plan" | "document">) {
  const { t } = useTranslation("source");
  const [, go] = useLocation();
  if (plan.documents.length < 2) return null;
  return (
    <Segment
      label={t("documents")}
      options={plan.documents.map(({ sha256, file }) => ({ value: sha256, label: file }))}
      value={document.sha256}
      onChange={(sha256) =>
        go(paths.source(plan.id, null, sha256.slice(0, 8)), { replace: true, state: ownState() })
      }
    />
  );
}
