import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { tidyBlocks } from "#core/command/edit-narrative.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { DraftContext } from "#core/report/draft/draft-context.ts";
import { sectionText } from "#core/report/draft/section-text.ts";
import { SECTION_TITLES } from "#core/report/sections.ts";
import { sameValue } from "#core/same-value.ts";
import { forgetUnfinishedText, unfinishedText } from "../../../data/unfinished-text.ts";
import { useWorkbench } from "../../../data/use-workbench.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";

interface UnfinishedNoticeProps {
  readonly plan: Plan;
  readonly context: DraftContext;
}

/**
 * Stores what was being written when the window went away. Where the section says something else by now, the planner is asked which of the two
 * stands.
 */
export function UnfinishedNotice({ plan, context }: UnfinishedNoticeProps) {
  const { t } = useTranslation("report");
  const store = useWorkbench();
  const [left, setLeft] = useState(() => unfinishedText(plan.id));
  const giveUp = () => {
    forgetUnfinishedText(plan.id);
    setLeft(null);
  };
  const write = () => {
    if (left === null) return;
    const { section, blocks } = left;
    void store.execute(plan.id, { type: "writeSection", section, blocks }).then(({ ok }) => {
      if (ok) giveUp();
    });
  };
  const now = left === null ? [] : sectionText(plan, context, left.section);
  const isSettled = left === null || sameValue(tidyBlocks(left.blocks), now);
  const isAsked = left !== null && !isSettled && !sameValue(left.from, now);
  const begin = useEffectEvent(() => {
    if (left !== null && isSettled) forgetUnfinishedText(plan.id);
    else if (!isAsked) write();
  });
  useEffect(() => begin(), []);
  if (left === null || !isAsked) return null;
  return (
    <Notice
      tone="warn"
      title={t("text.unfinished", { name: SECTION_TITLES[left.section] })}
      detail={t("text.unfinishedDetail")}
      actions={
        <>
          <Button onClick={write}>{t("text.takeUnfinished")}</Button>
          <Button onClick={giveUp}>{t("text.leaveUnfinished")}</Button>
        </>
      }
    />
  );
}
