import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { jurisdictionCode, planId } from "#core/plan/ids.ts";
import { usePlanNames } from "../../data/use-plan-names.ts";
import { useJurisdictions } from "../../data/use-workbench.ts";
import { Button } from "../../ui/button.tsx";
import { paths } from "../../ui/paths.ts";
import { isPeer } from "./drafting-choices.ts";
import type { DraftingView } from "./use-drafting.ts";
import { YearInput } from "./year-input.tsx";

interface BasicsStepProps {
  readonly view: DraftingView;
  readonly onMake: (choices: DraftingView["chosen"]["choices"]) => void;
}

/** 基本信息: predecessor, title, place, period, superior plan and peers; or the draft at once with all that is proposed. */
export function BasicsStep({ view, onMake }: BasicsStepProps) {
  const { t } = useTranslation("drafting");
  const { chosen, change } = view;
  const { choices, obstacles } = chosen;
  const empty = obstacles.some(({ kind }) => kind === "empty-title");
  const problem = obstacles.find(({ kind }) => kind === "empty-title" || kind === "period-order");
  return (
    <div className="drafting-form">
      <PredecessorField view={view} />
      <Field label={t("basics.title")}>
        {(id) => (
          <input
            id={id}
            className="input"
            value={choices.title}
            aria-invalid={empty}
            spellCheck={false}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <PlaceField view={view} />
      <div className="drafting-field">
        <span>{t("basics.period")}</span>
        <span className="drafting-years">
          <YearInput view={view} field="start" label={t("basics.start")} />
          <span aria-hidden="true">—</span>
          <YearInput view={view} field="end" label={t("basics.end")} />
        </span>
      </div>
      <p className="problem" role="alert">
        {problem === undefined ? null : t(`obstacles.${problem.kind}`)}
      </p>
      <SuperiorField view={view} />
      <PeersField view={view} />
      <div className="drafting-at-once">
        <Button
          disabledReason={
            obstacles.length > 0 ? t("deeds.obstacles", { count: obstacles.length }) : undefined
          }
          onClick={() => onMake(choices)}
        >
          {t("basics.atOnce")}
        </Button>
        <span className="muted small">{t("basics.atOnceHint")}</span>
      </div>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (id: string) => ReactNode;
}

function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="drafting-field">
      <label htmlFor={id}>{label}</label>
      <span className="drafting-control">
        {children(id)}
        {hint === undefined ? null : <span className="muted small">{hint}</span>}
      </span>
    </div>
  );
}

function PredecessorField({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const [, go] = useLocation();
  const { plan } = view.predecessor;
  return (
    <Field label={t("basics.predecessor")}>
      {(id) => (
        <select
          id={id}
          className="input"
          value={plan.id}
          onChange={(event) => go(paths.drafting(event.target.value))}
        >
          {view.plans.map(({ entry }) => (
            <option key={entry.id} value={entry.id}>
              {entry.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function PlaceField({ view }: { readonly view: DraftingView }) {
  const { t, i18n } = useTranslation("drafting");
  const places = [...useJurisdictions().values()];
  const { jurisdiction } = view.chosen.choices;
  const unknown = places.some(({ code }) => code === jurisdiction) ? [] : [jurisdiction];
  return (
    <Field label={t("basics.place")}>
      {(id) => (
        <select
          id={id}
          className="input"
          value={jurisdiction}
          onChange={(event) => view.change({ jurisdiction: jurisdictionCode(event.target.value) })}
        >
          {places.map(({ code, name, nameEn }) => (
            <option key={code} value={code}>
              {i18n.language === "en" ? nameEn : name}
            </option>
          ))}
          {unknown.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const NONE = "none";

function SuperiorField({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const { jurisdiction, superior } = view.chosen.choices;
  const others = view.plans.filter(({ entry }) => entry.jurisdiction !== jurisdiction);
  return (
    <Field
      label={t("basics.superior")}
      hint={view.drafting.superior === null && superior !== null ? t("basics.superiorHint") : undefined}
    >
      {(id) => (
        <select
          id={id}
          className="input"
          value={superior ?? NONE}
          onChange={({ target }) =>
            view.change({ superior: target.value === NONE ? NONE : planId(target.value) })
          }
        >
          <option value={NONE}>{t("basics.noSuperior")}</option>
          {others.map(({ entry }) => (
            <option key={entry.id} value={entry.id}>
              {entry.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function PeersField({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const names = usePlanNames();
  const { chosen, drafting, change } = view;
  const toggle = (id: string, checked: boolean) => {
    const known = chosen.peers.map((peer) => peer.id);
    const peer = planId(id);
    change({ peers: new Set(checked ? [...known, peer] : known.filter((each) => each !== peer)) });
  };
  return (
    <fieldset className="drafting-field">
      <legend>{t("basics.peers")}</legend>
      <span className="drafting-control">
        {chosen.peerChoices.map(({ entry }) => (
          <label key={entry.id} className="drafting-check" title={entry.title}>
            <input
              type="checkbox"
              className="check"
              checked={isPeer(drafting, entry.id)}
              onChange={(event) => toggle(entry.id, event.target.checked)}
            />
            {names.short(entry)}
          </label>
        ))}
        <span className="muted small">
          {chosen.peerChoices.length === 0 ? t("basics.noPeers") : t("basics.peersHint")}
        </span>
      </span>
    </fieldset>
  );
}
