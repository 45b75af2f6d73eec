import "./text.css";
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
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
import { usePlanEdits } from "../../../data/use-plan-edits.ts";
import { useShownPlan } from "../../../data/use-shown-plan.ts";
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
  const shown = useShownPlan(planId);
  const { plan, execute } = shown;
  const { run, failure, dismiss } = usePlanEdits(planId, shown);
  const write = useCallback(
    (of: SectionId, blocks: readonly NarrativeBlock[]) => run({ type: "writeSection", section: of, blocks }),
    [run],
  );
  const takeUp = useEffectEvent(() => {
    const left = unfinishedText(planId);
    if (left === null) return;
    void execute({ type: "writeSection", ...left }).then((error) => {
      if (error === null) forgetUnfinishedText(planId);
    });
  });
  useEffect(() => takeUp(), []);
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
        <Notice tone="error" title={failure} dismiss={{ label: t("dismiss"), onDismiss: dismiss }} />
      )}
      <SectionEditor key={section} plan={plan} context={context} section={section} onWrite={write} />
    </div>
  );
}

interface SectionEditorProps {
  readonly plan: Plan;
  readonly context: DraftContext;
  readonly section: SectionId;
  readonly onWrite: (section: SectionId, blocks: readonly NarrativeBlock[]) => void;
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
    onWrite: (written) => onWrite(section, written),
    onLeaving: (written) => keepUnfinishedText(plan.id, { section, blocks: written }),
  });
  const isWritten = sectionBlocks(plan.narrative, section).length > 0;
  return (
    <>
      <TextBar
        editor={editor}
        onInsert={() => setInserting(true)}
        proposedReason={isWritten ? undefined : t("text.isProposed")}
        onPropose={() => onWrite(section, [])}
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
