import "./drafting.css";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import { type ListedPlan, usePlans } from "../../data/use-plans.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { BasesStep } from "./bases-step.tsx";
import { BasicsStep } from "./basics-step.tsx";
import { STEPS, type Step } from "../../data/kept-drafting.ts";
import { IndicatorsStep } from "./indicators-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { StepList } from "./step-list.tsx";
import { TargetsStep } from "./targets-step.tsx";
import { type DraftingView, useDraftingView, useDraftMaking } from "./use-drafting.ts";

/** 编制下一期规划: the plan after `planId`, decided step by step; nothing is written before the last one. */
export function DraftingRoom({ planId }: { readonly planId: PlanId }) {
  const { t } = useTranslation("drafting");
  const plans = usePlans();
  const predecessor = plans?.find(({ plan }) => plan.id === planId);
  if (plans === undefined || predecessor === undefined) return <Room title={t("title")}>{null}</Room>;
  return <LoadedDrafting predecessor={predecessor} plans={plans} />;
}

interface LoadedDraftingProps {
  readonly predecessor: ListedPlan;
  readonly plans: readonly ListedPlan[];
}

function LoadedDrafting({ predecessor, plans }: LoadedDraftingProps) {
  const { t } = useTranslation("drafting");
  const view = useDraftingView(predecessor, plans);
  if (view.ok) return <DraftingSteps view={view.value} />;
  return (
    <Room title={t("title")}>
      <EmptyState text={t("outOfRange", { year: view.error.year })} />
    </Room>
  );
}

function DraftingSteps({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const [, navigate] = useLocation();
  const { drafting, change, predecessor, chosen, proposed } = view;
  const making = useDraftMaking(predecessor.plan.id);
  const at = STEPS.indexOf(drafting.step);
  const go = (step: Step | undefined) => step !== undefined && change({ step });
  const make = () => chosen.obstacles.length === 0 && making.make(proposed.choices);
  const forward = () => (at === STEPS.length - 1 ? make() : go(STEPS[at + 1]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") navigate(paths.library);
    else if (event.key === "Enter" && goesOn(event.target)) forward();
  };
  return (
    <Room
      title={t("title")}
      lead={<span className="muted drafting-lead">{predecessor.plan.title}</span>}
      actions={<Deeds view={view} at={at} onGo={go} onMake={make} />}
      notice={
        making.failure === null ? null : (
          <Notice
            tone="error"
            title={making.failure}
            dismiss={{ label: t("dismiss"), onDismiss: making.dismiss }}
          />
        )
      }
      status={<span>{t("status")}</span>}
    >
      <div className="drafting" onKeyDown={onKeyDown}>
        <StepList view={view} onGo={go} />
        <CurrentStep key={drafting.step} view={view} onMake={making.make} onGo={go} />
      </div>
    </Room>
  );
}

/** Whether Enter there means the next step: a button, a link and a list of choices have their own answer. */
function goesOn(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button, a, select, textarea") === null;
}

interface DeedsProps {
  readonly view: DraftingView;
  readonly at: number;
  readonly onGo: (step: Step | undefined) => void;
  readonly onMake: () => void;
}

/** Cancel, back, and on: at the last step the draft is made. */
function Deeds({ view, at, onGo, onMake }: DeedsProps) {
  const { t } = useTranslation("drafting");
  const [, navigate] = useLocation();
  const { obstacles } = view.chosen;
  return (
    <>
      <Button variant="quiet" onClick={() => navigate(paths.library)}>
        {t("deeds.cancel")}
      </Button>
      <Button
        icon="back"
        disabledReason={at === 0 ? t("deeds.first") : undefined}
        onClick={() => onGo(STEPS[at - 1])}
      >
        {t("deeds.back")}
      </Button>
      {at < STEPS.length - 1 ? (
        <Button variant="primary" onClick={() => onGo(STEPS[at + 1])}>
          {t("deeds.next")}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon="check"
          disabledReason={
            obstacles.length > 0 ? t("deeds.obstacles", { count: obstacles.length }) : undefined
          }
          onClick={onMake}
        >
          {t("deeds.make")}
        </Button>
      )}
    </>
  );
}

interface CurrentStepProps {
  readonly view: DraftingView;
  readonly onMake: (choices: DraftingView["chosen"]["choices"]) => void;
  readonly onGo: (step: Step) => void;
}

/** The step's own page; it takes the focus, so that Enter goes on from step to step. */
function CurrentStep({ view, onMake, onGo }: CurrentStepProps) {
  const { t } = useTranslation("drafting");
  const page = useRef<HTMLElement>(null);
  const { step } = view.drafting;
  useEffect(() => page.current?.focus({ preventScroll: true }), []);
  const title = useMemo(() => t(`steps.${step}`), [t, step]);
  return (
    <section ref={page} className="drafting-step" aria-label={title} data-region tabIndex={-1}>
      <header>
        <h2>{title}</h2>
        <p className="muted">{t(`intro.${step}`)}</p>
      </header>
      {step === "basics" ? <BasicsStep view={view} onMake={onMake} /> : null}
      {step === "indicators" ? <IndicatorsStep view={view} /> : null}
      {step === "bases" ? <BasesStep view={view} /> : null}
      {step === "targets" ? <TargetsStep view={view} /> : null}
      {step === "review" ? <ReviewStep view={view} onGo={onGo} /> : null}
    </section>
  );
}
