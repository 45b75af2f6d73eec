import { useCallback, useEffect, useState } from "react";
import type { IncomingPlan } from "./backup/incoming-plans.ts";
import { hasNews, setBeside } from "./backup/incoming-plans.ts";
import type { RecoveryError } from "./recovery/recovery.ts";
import type { Stranger } from "./recovery/strangers/judge-strangers.ts";
import type { StrangerSurvey } from "./recovery/strangers/survey-stranger.ts";
import { useWorkbench } from "./use-workbench.ts";

/** What is to be shown about the work of another copy. */
export type StrangerPhase =
  /** The planner is asked; `isReading` once it is being read. */
  | { readonly kind: "asked"; readonly isReading: boolean }
  /** Its plans that hold something new, beside those here. */
  | { readonly kind: "taking"; readonly incoming: readonly IncomingPlan[]; readonly isIncomplete: boolean }
  /** What became of it: so many plans came in, or there was nothing that is not here. */
  | { readonly kind: "taken"; readonly count: number }
  | { readonly kind: "nothing" }
  | { readonly kind: "unread"; readonly error: RecoveryError };

/** A stranger, what can be told of it, and where the planner is with it. */
export interface ShownStranger {
  readonly stranger: Stranger;
  readonly survey: StrangerSurvey;
  readonly phase: StrangerPhase;
}

/** What a planner can do about it. */
export interface StrangerDeeds {
  readonly look: () => void;
  /** Back from its plans, with nothing taken in. */
  readonly giveUp: () => void;
  readonly takenIn: (count: number) => void;
  /** Asks no more before the next start. */
  readonly later: () => void;
  /** Asks no more before the other copy goes on. */
  readonly never: () => void;
  /** On to the next one. */
  readonly dismiss: () => void;
}

/** The work of other copies in the data folder that this database has not met, one after the other; `null` while there is none. */
export function useStrangers(): { readonly shown: ShownStranger | null; readonly deeds: StrangerDeeds } {
  const store = useWorkbench();
  const { strangers } = store;
  const [left, setLeft] = useState<readonly Stranger[]>([]);
  const [shown, setShown] = useState<ShownStranger | null>(null);
  useEffect(() => {
    let isGone = false;
    strangers.find().then(
      (found) => {
        if (!isGone) setLeft(found);
      },
      // A database that was closed meanwhile says so itself; the next start asks.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [strangers]);
  const stranger = left[0];
  useEffect(() => {
    if (stranger === undefined) return undefined;
    let isGone = false;
    void strangers.survey(stranger).then((survey) => {
      if (!isGone) setShown({ stranger, survey, phase: { kind: "asked", isReading: false } });
    });
    return () => {
      isGone = true;
      setShown(null);
    };
  }, [strangers, stranger]);
  const turnTo = useCallback((phase: StrangerPhase) => {
    setShown((before) => before && { ...before, phase });
  }, []);
  const dismiss = () => setLeft((before) => before.slice(1));
  const meet = () => (stranger === undefined ? Promise.resolve() : strangers.meet(stranger));
  const read = async (from: Stranger) => {
    const plans = await strangers.read(from);
    if (!plans.ok) {
      turnTo({ kind: "unread", error: plans.error });
      return;
    }
    const incoming = (await setBeside(store, plans.value)).filter(hasNews);
    if (incoming.length > 0) {
      turnTo({ kind: "taking", incoming, isIncomplete: plans.value.isIncomplete });
      return;
    }
    await strangers.meet(from);
    turnTo({ kind: "nothing" });
  };
  const deeds: StrangerDeeds = {
    look: () => {
      if (stranger === undefined) return;
      turnTo({ kind: "asked", isReading: true });
      read(stranger).catch((error: unknown) =>
        turnTo({ kind: "unread", error: { kind: "not-recovered", detail: String(error) } }),
      );
    },
    giveUp: () => turnTo({ kind: "asked", isReading: false }),
    takenIn: (count) => void meet().then(() => turnTo({ kind: "taken", count })),
    later: () => setLeft([]),
    never: () => void meet().then(dismiss),
    dismiss,
  };
  return { shown, deeds };
}
