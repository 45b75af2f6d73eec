import "./text.css";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type IndicatorReference,
  type NarrativeBlock,
  type SectionId,
  sectionBlocks,
  SECTIONS,
} from "#core/narrative/narrative.ts";
import { LOST_REFERENCE, referenceText } from "#core/narrative/reference-text.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { DraftContext } from "#core/report/draft/draft-context.ts";
import { sectionText } from "#core/report/draft/section-text.ts";
import { SECTION_TITLES } from "#core/report/sections.ts";
import { forgetUnfinishedText, keepUnfinishedText, unfinishedText } from "../../../data/unfinished-text.ts";
import type { StoreError } from "../../../data/store-error.ts";
import { useShownPlan } from "../../../data/use-shown-plan.ts";
import { storeErrorText } from "../../../i18n/error-text.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Segment } from "../../../ui/segment.tsx";
import { ReferenceDialog } from "./reference-dialog.tsx";
import { TextBar } from "./text-bar.tsx";
import { NODES } from "./text-content.ts";
import { useTextEditor } from "./use-text-editor.ts";

interface TextViewProps {
  readonly planId: PlanId;
  readonly context: DraftContext;
  readonly section: SectionId;
  readonly onSection: (section: SectionId) => void;
}

/** The text of the plan, a section at a time. */
export function TextView({ planId, context, section, onSection }: TextViewProps) {
  const { t } = useTranslation("report");
  const { plan, execute } = useShownPlan(planId);
  const { t: tell } = useTranslation(["shell", "errors"]);
  const [failure, setFailure] = useState<StoreError | null>(null);
  const write = useCallback(
    async (of: SectionId, blocks: readonly NarrativeBlock[]) => {
      const error = await execute({ type: "writeSection", section: of, blocks });
      setFailure(error);
      return error === null;
    },
    [execute],
  );
  if (!plan) return null;
  return (
    <div className="text-view">
      <Segment
        label={t("text.section")}
        options={SECTIONS.map((value) => ({ value, label: SECTION_TITLES[value] }))}
        value={section}
        onChange={onSection}
      />
      {failure === null ? null : (
        <Notice
          tone="error"
          title={storeErrorText(tell, failure)}
          detail={t("text.unstored")}
          dismiss={{ label: t("dismiss"), onDismiss: () => setFailure(null) }}
        />
      )}
      <SectionEditor key={section} plan={plan} context={context} section={section} onWrite={write} />
    </div>
  );
}

interface SectionEditorProps {
  readonly plan: Plan;
  readonly context: DraftContext;
  readonly section: SectionId;
  readonly onWrite: (section: SectionId, blocks: readonly NarrativeBlock[]) => Promise<boolean>;
}

function SectionEditor({ plan, context, section, onWrite }: SectionEditorProps) {
  const { t } = useTranslation("report");
  const paper = useRef<HTMLDivElement>(null);
  const [inserting, setInserting] = useState(false);
  const blocks = useMemo(() => sectionText(plan, context, section), [plan, context, section]);
  const say = useCallback((reference: IndicatorReference) => referenceText(plan, reference), [plan]);
  const editor = useTextEditor(paper, {
    ...{ label: SECTION_TITLES[section], placeholder: t("text.placeholder"), lost: LOST_REFERENCE },
    ...{ blocks, say },
    onWrite: async (written) => {
      const isStored = await onWrite(section, written);
      if (!isStored) keepUnfinishedText(plan.id, { section, blocks: written, from: blocks });
      else if (unfinishedText(plan.id)?.section === section) forgetUnfinishedText(plan.id);
      return isStored;
    },
    onLeaving: (written) => keepUnfinishedText(plan.id, { section, blocks: written, from: blocks }),
  });
  const isWritten = sectionBlocks(plan.narrative, section).length > 0;
  return (
    <>
      <TextBar
        editor={editor}
        onInsert={() => setInserting(true)}
        proposedReason={isWritten ? undefined : t("text.isProposed")}
        onPropose={() => void onWrite(section, [])}
      />
      <p className="text-note">
        {isWritten ? t("text.written") : blocks.length > 0 ? t("text.proposed") : t("text.nothing")}
      </p>
      <div className="text-desk">
        <div className="text-paper" ref={paper} />
      </div>
      {inserting ? (
        <ReferenceDialog
          plan={plan}
          onClose={() => setInserting(false)}
          onPick={(reference) => {
            setInserting(false);
            editor
              ?.chain()
              .focus()
              .insertContent({ type: NODES.reference, attrs: { ...reference } })
              .run();
          }}
        />
      ) : null}
    </>
  );
}
