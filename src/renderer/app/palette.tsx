import { Command as Cmdk } from "cmdk";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useCurrentPlan } from "../data/current-plan.ts";
import { useLibrary } from "../data/use-workbench.ts";
import { Kbd } from "../ui/kbd.tsx";
import { paths } from "../ui/paths.ts";
import { useModal } from "../ui/use-modal.ts";
import type { Commands } from "./commands/command.ts";
import { shownKeys } from "./commands/command-keys.ts";
import { findInPalette, type PaletteFinds } from "./palette-search.ts";

interface PaletteProps {
  readonly commands: Commands;
  readonly onClose: () => void;
}

/** The command palette: commands, plans and indicators by name or pinyin. */
export function Palette({ commands, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const dialog = useModal();
  const input = useRef<HTMLInputElement>(null);
  const { planId } = useCurrentPlan();
  const library = useLibrary();
  useEffect(() => {
    // The browser would give the focus to the first element that can take it by script, which is not the field.
    input.current?.focus();
  }, []);
  const found = useMemo(
    () => findInPalette(query, Object.values(commands), library ?? [], planId),
    [query, commands, library, planId],
  );
  const choose = (run: () => void) => {
    onClose();
    run();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t("palette.title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <Cmdk shouldFilter={false} label={t("palette.title")} loop>
        <Cmdk.Input
          value={query}
          onValueChange={setQuery}
          placeholder={t("palette.placeholder")}
          ref={input}
        />
        <Cmdk.List label={t("palette.title")}>
          <Cmdk.Empty>{t("find.empty", { query })}</Cmdk.Empty>
          <CommandGroup commands={found.commands} onChoose={choose} />
          <PlanGroup plans={found.plans} onChoose={choose} />
          <IndicatorGroup indicators={found.indicators} onChoose={choose} />
        </Cmdk.List>
      </Cmdk>
    </dialog>
  );
}

interface Choosing {
  readonly onChoose: (run: () => void) => void;
}

function CommandGroup({ commands, onChoose }: Pick<PaletteFinds, "commands"> & Choosing) {
  const { t } = useTranslation();
  if (commands.length === 0) return null;
  return (
    <Cmdk.Group heading={t("palette.commands")}>
      {commands.map((command) => (
        <Cmdk.Item
          key={command.id}
          value={`command-${command.id}`}
          disabled={command.disabledReason !== undefined}
          onSelect={() => onChoose(command.run)}
        >
          <span className="label">{command.label}</span>
          <span className="muted small">{command.disabledReason}</span>
          <Kbd keys={shownKeys(command.id) ?? ""} />
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}

function PlanGroup({ plans, onChoose }: Pick<PaletteFinds, "plans"> & Choosing) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  if (plans.length === 0) return null;
  return (
    <Cmdk.Group heading={t("palette.plans")}>
      {plans.map((plan) => (
        <Cmdk.Item
          key={plan.id}
          value={`plan-${plan.id}`}
          onSelect={() => onChoose(() => go(paths.indicators(plan.id)))}
        >
          <span className="label">{plan.title}</span>
          <span className="muted small">{t("period", { ...plan.period })}</span>
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}

function IndicatorGroup({ indicators, onChoose }: Pick<PaletteFinds, "indicators"> & Choosing) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  if (indicators.length === 0) return null;
  return (
    <Cmdk.Group heading={t("palette.indicators")}>
      {indicators.map(({ plan, indicator }) => (
        <Cmdk.Item
          key={`${plan.id} ${indicator.id}`}
          value={`indicator-${plan.id}-${indicator.id}`}
          onSelect={() => onChoose(() => go(paths.indicator(plan.id, indicator.id)))}
        >
          <span className="label">{indicator.name}</span>
          <span className="muted small">{plan.title}</span>
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
